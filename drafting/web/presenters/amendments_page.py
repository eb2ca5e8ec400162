"""The page of an amendment, one for both sides: what is asked, how it stands, what may be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import get_locale
from flask_babel import gettext as _

from drafting.actions.steps.amendments import joined
from drafting.actions.steps.standing import carried_fates
from drafting.rules.actors import Actor
from drafting.rules.lifecycle import PENDING, Audience, Fate
from drafting.rules.permits import Permission, Scope, may
from drafting.store.models import Amendment, AmendmentRevision, Question, Statement
from drafting.store.models.amendments import SponsorState
from drafting.store.queries.amendments import (
    latest,
    open_questions,
    revision_of,
)
from drafting.store.queries.decisions import last_rulings
from drafting.store.queries.editions import labels_of, published_versions
from drafting.store.queries.sections import present_versions
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.amendments import (
    ChangeFacts,
    GroupMark,
    Wish,
    change_facts,
    facts_of,
    find_readable,
    group_mark_of,
    heading_words,
    is_member,
    own_groups,
    signs_of,
    when_acted,
    wish_of,
)
from drafting.web.presenters.amendments_claims import touched_words
from drafting.web.presenters.amendments_doings import Doings, doings_of
from drafting.web.presenters.amendments_parts import PartView, is_published, part_views
from drafting.web.presenters.decisions_answers import AnswerView, History, show_history
from drafting.web.presenters.decisions_places import Spot, present_of, spots
from drafting.web.presenters.moments import Moment, moment

VIEWS = ("marked", "before-after")


@dataclass(frozen=True, slots=True)
class View:
    """What the address asks for: how the change is drawn, and which revision."""

    name: str = ""
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class SponsorLine:
    """A group that joined; `earlier` when it read earlier words than those that stand."""

    group: GroupMark
    earlier: bool


@dataclass(frozen=True, slots=True)
class FitLine:
    """One change of the amendment, and how it stands on the present text."""

    label: str
    facts: ChangeFacts
    fate: str


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """One revision in the list of them."""

    number: int
    heading: str
    when: Moment
    shown: bool


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """What a group is asked about the amendment, and until when; `own` when it is the reader's."""

    id: int
    kind: str
    group: GroupMark
    until: Moment
    own: bool


@dataclass(frozen=True, slots=True)
class AmendmentPage:
    """All that the page says."""

    statement: str
    language: str
    number: int
    wish: Wish
    view: str
    parts: tuple[PartView, ...]
    changes: tuple[ChangeFacts, ...]
    reason: str
    editorial: bool
    touched: tuple[str, ...]
    public: bool
    author: GroupMark
    sponsors: tuple[SponsorLine, ...]
    asked_by_own: tuple[GroupMark, ...]
    marks: tuple[str, ...]
    fits: tuple[FitLine, ...]
    all_fit: bool
    questions: tuple[QuestionLine, ...]
    revisions: tuple[RevisionLine, ...]
    shown_revision: int
    doings: Doings
    named_by: int | None
    history: History
    now_at: tuple[Spot, ...]

    @property
    def answer(self) -> AnswerView | None:
        """The last answer, while it stands."""
        return self.history.answers[-1] if self.history.answers else None


def show_amendment(
    session: Session, actor: Actor, slug: str, number: int, view: View
) -> AmendmentPage:
    """Show what was sent to those for whom it was sent. Raises: NotVisible."""
    statement = get_statement(session, slug)
    amendment = find_readable(session, actor, statement, number)
    labels = labels_of(session, statement.id)
    revision = revision_of(amendment, view.revision or amendment.revision)
    stands = revision.number == amendment.revision
    own = own_groups(actor, statement.id)
    member = is_member(actor, statement.id)
    questions = open_questions(session, amendment.id)
    fits = fit_lines(amendment) if stands else ()
    history = show_history(session, actor, statement, amendment, labels)
    carried = stands and amendment.status in PENDING and all_fit(fits)
    drawn = drawn_parts(session, actor, statement, revision, labels, carried=carried)
    return AmendmentPage(
        statement=slug,
        language=statement.language,
        number=number,
        wish=wish_of(amendment, statement, actor, labels, asked_own(questions, own)),
        view=view.name if view.name in VIEWS else VIEWS[0],
        parts=drawn,
        changes=facts_of(revision.parts),
        reason=revision.reason,
        editorial=revision.editorial,
        touched=touched_words(revision.parts),
        public=amendment.audience is Audience.PUBLIC,
        author=group_mark_of(amendment.group, member=member),
        sponsors=sponsor_lines(amendment, member=member),
        asked_by_own=asked_marks(amendment, own),
        marks=marks_of(amendment, member=member),
        fits=fits,
        all_fit=all_fit(fits),
        questions=question_lines(actor, statement, questions, own),
        revisions=revision_lines(actor, statement, amendment, labels, revision),
        shown_revision=revision.number,
        doings=doings_of(session, actor, statement, amendment),
        named_by=amendment.named_by.number if amendment.named_by else None,
        history=history,
        now_at=now_at(session, amendment, labels) if member else (),
    )


def drawn_parts(
    session: Session,
    actor: Actor,
    statement: Statement,
    revision: AmendmentRevision,
    labels: Mapping[str, str],
    *,
    carried: bool,
) -> tuple[PartView, ...]:
    """Draw what is asked in its text; nothing for the public where that text is not published."""
    rows = present_versions(session, statement.id)
    if not is_member(actor, statement.id):
        published = published_versions(session, statement.id)
        if not all(is_published(session, part, published) for part in revision.parts):
            return ()
        rows = [row for row in rows if row.id in published]
        carried = False
    titles = {row.section.key: row.title for row in rows}
    return part_views(session, revision.parts, labels, titles, carried=carried)


def now_at(session: Session, amendment: Amendment, labels: Mapping[str, str]) -> tuple[Spot, ...]:
    """Return where the words of the last answer are now, for those who may read the text."""
    _last, rulings = last_rulings(session, [amendment.id]).get(amendment.id, (None, []))
    parts = {part.id: part for revision in amendment.revisions for part in revision.parts}
    sections = present_versions(session, amendment.statement_id)
    present = present_of(session, rulings, parts.values(), sections, labels)
    return spots(rulings, parts, present)


def asked_own(questions: Sequence[Question], own: frozenset[int]) -> frozenset[int]:
    """Return the amendment when the reader's own group is asked about it."""
    return frozenset(one.amendment_id for one in questions if one.group_id in own)


def sponsor_lines(amendment: Amendment, *, member: bool) -> tuple[SponsorLine, ...]:
    """Return the groups that joined, with what they read."""
    return tuple(
        SponsorLine(group_mark_of(row.group, member=member), row.revision < amendment.revision)
        for row in joined(amendment)
    )


def asked_marks(amendment: Amendment, own: frozenset[int]) -> tuple[GroupMark, ...]:
    """Return the reader's groups whose senders are asked to join; nobody else sees that.

    What was answered or taken back is joined no more.
    """
    if amendment.status not in PENDING:
        return ()
    return tuple(
        group_mark_of(row.group)
        for row in amendment.sponsors
        if row.state is SponsorState.ASKED and row.group_id in own
    )


def marks_of(amendment: Amendment, *, member: bool = True) -> tuple[str, ...]:
    """Say how it came in, where that is out of the ordinary."""
    group = group_mark_of(amendment.group, member=member).name
    facts = (
        (amendment.entered, _("Entered for %(group)s.", group=group)),
        (amendment.unconfirmed, _("Not yet confirmed by %(group)s.", group=group)),
        (amendment.late, _("Entered late, after the session was closed.")),
        (amendment.sent_by_writer, _("Sent by a writer.")),
    )
    return tuple(words for holds, words in facts if holds)


def fit_lines(amendment: Amendment) -> tuple[FitLine, ...]:
    """Say of each change how it stands on the present text, while it waits."""
    if amendment.status not in PENDING:
        return ()
    return tuple(
        FitLine(f"A{amendment.number}{sign}", facts, carried_fates(part).get(sign, ""))
        for part in latest(amendment).parts
        if part.carried is not None
        for sign, facts in zip(signs_of(part), change_facts(part), strict=False)
    )


def all_fit(fits: Sequence[FitLine]) -> bool:
    """Say whether every change is carried onto the present text as it was written."""
    return all(line.fate == Fate.CARRIED for line in fits)


def question_lines(
    actor: Actor, statement: Statement, questions: Sequence[Question], own: frozenset[int]
) -> tuple[QuestionLine, ...]:
    """Return what is asked of groups; moderators see all, a group its own."""
    everything = may(actor, Permission.DECIDE, Scope(statement.id))
    return tuple(
        QuestionLine(
            id=one.id,
            kind=one.kind.value,
            group=group_mark_of(one.group),
            until=moment(one.until, actor.at, get_locale(), statement),
            own=one.group_id in own,
        )
        for one in questions
        if everything or one.group_id in own
    )


def revision_lines(
    actor: Actor,
    statement: Statement,
    amendment: Amendment,
    labels: Mapping[str, str],
    shown: AmendmentRevision,
) -> tuple[RevisionLine, ...]:
    """Return all revisions, the newest first; nothing while there is one."""
    if len(amendment.revisions) < 2:
        return ()
    return tuple(
        RevisionLine(
            number=row.number,
            heading=heading_words(row, labels),
            when=when_acted(row.at, statement, actor),
            shown=row.number == shown.number,
        )
        for row in reversed(amendment.revisions)
    )
