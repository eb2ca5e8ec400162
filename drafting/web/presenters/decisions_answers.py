"""What was answered to an amendment over time: asked, done, why, and where the words are now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask_babel import get_locale

from drafting.actions.steps.parts import OUTLINE_KINDS, readable
from drafting.rules.actors import Actor
from drafting.rules.headings import shorten
from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import DECIDED, PENDING, Audience, Outcome, overall
from drafting.rules.permits import Permission, Scope, may
from drafting.store.models import Amendment, Decision, Ruling, SectionVersion, Statement
from drafting.store.models.amendments import PartKind
from drafting.store.queries.decisions import decisions_on, versions
from drafting.store.queries.questions import questions_of
from drafting.store.session import Session
from drafting.text import read
from drafting.web.presenters.amendments import (
    ChangeFacts,
    change_facts,
    group_mark_of,
    is_member,
    when_acted,
)
from drafting.web.presenters.amendments_parts import MarkedPlace, marked_place
from drafting.web.presenters.decisions_offered import prospect_of
from drafting.web.presenters.decisions_order import neighbours
from drafting.web.presenters.decisions_partly import EachView, each_change
from drafting.web.presenters.decisions_places import cuts_of
from drafting.web.presenters.moments import Moment, moment


@dataclass(frozen=True, slots=True)
class RulingView:
    """What one decision says of one part, and the paragraphs it changed."""

    outcome: Outcome
    kind: str
    title: str
    taken: tuple[ChangeFacts, ...]
    moderators: bool
    places: tuple[MarkedPlace, ...]


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One decision as its amendment shows it; `together` are the others it answered."""

    outcome: Outcome
    when: Moment
    reason: str
    revision: int
    own_group: bool
    reopens: bool
    rulings: tuple[RulingView, ...]
    together: tuple[str, ...]
    each: tuple[EachView, ...] = ()


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that a group left without an answer, or that still waits."""

    group: str
    until: Moment
    open: bool
    overdue: bool


@dataclass(frozen=True, slots=True)
class History:
    """All answers to an amendment, oldest first, and what a moderator may do now.

    `prospect` is *fulfilled* or *overtaken* when nothing is left to ask, else empty.
    """

    slug: str
    language: str
    number: int
    label: str
    group: str
    answers: tuple[AnswerView, ...]
    questions: tuple[Unanswered, ...]
    prospect: str
    named_by: str
    room_question: str
    may_decide: bool
    may_reopen: bool
    next: int | None


def show_history(
    session: Session,
    actor: Actor,
    statement: Statement,
    amendment: Amendment,
    labels: Mapping[str, str],
) -> History:
    """Return the answers to an amendment that the reader has been let see, loaded whole.

    The public reads of them what concerns public changes, and no working text.
    """
    member = is_member(actor, statement.id)
    decisions = decisions_on(session, amendment.id)
    texts = versions(session, version_ids(decisions, amendment))
    decides = may(actor, Permission.DECIDE, Scope(statement.id)) and statement.final_at is None
    answers = tuple(
        answer_view(decision, amendment, statement, actor, texts if member else {}, labels)
        for decision in decisions
    )
    if member and answers and answers[-1].outcome is Outcome.IN_PART:
        answers = (*answers[:-1], replace(answers[-1], each=each_change(decisions[-1], amendment)))
    named = amendment.named_by
    return History(
        slug=statement.slug,
        language=statement.language,
        number=amendment.number or 0,
        label=amendment_label(amendment.number or 0),
        group=group_mark_of(amendment.group, member=member).name,
        answers=answers,
        questions=unanswered(session, actor, statement, amendment) if member else (),
        prospect=prospect_of(amendment),
        named_by=amendment_label(named.number) if named and named.number else "",
        room_question=amendment.room_question if amendment.for_room else "",
        may_decide=decides and amendment.status in PENDING,
        may_reopen=decides and amendment.status in DECIDED,
        next=next_pending(session, statement, amendment) if decides else None,
    )


def version_ids(decisions: Sequence[Decision], amendment: Amendment) -> set[int]:
    """Return the versions that the rulings on an amendment name."""
    return {
        number
        for decision in decisions
        for ruling in decision.rulings
        if ruling.amendment_id == amendment.id
        for number in (ruling.before_version_id, ruling.after_version_id)
        if number is not None
    }


def answer_view(
    decision: Decision,
    amendment: Amendment,
    statement: Statement,
    actor: Actor,
    texts: Mapping[int, SectionVersion],
    labels: Mapping[str, str],
) -> AnswerView:
    """Show one decision on this amendment."""
    own = [ruling for ruling in decision.rulings if ruling.amendment_id == amendment.id]
    member = is_member(actor, statement.id)
    shared = all(ruling.audience is Audience.PUBLIC for ruling in decision.rulings)
    others = {
        ruling.amendment.number
        for ruling in decision.rulings
        if ruling.amendment_id != amendment.id and ruling.amendment.number is not None
        if member or ruling.audience is Audience.PUBLIC
    }
    return AnswerView(
        outcome=overall([ruling.outcome for ruling in own]),
        when=when_acted(decision.at, statement, actor),
        reason=decision.reason if member or shared else "",
        revision=own[0].revision,
        own_group=decision.own_group,
        reopens=decision.reopens_id is not None,
        rulings=tuple(ruling_view(ruling, texts, labels) for ruling in own),
        together=tuple(amendment_label(number) for number in sorted(others)),
    )


def ruling_view(
    ruling: Ruling, texts: Mapping[int, SectionVersion], labels: Mapping[str, str]
) -> RulingView:
    """Show what was said of one part; the words of a part on the order stand in its heading.

    Without `texts` the changes that were taken stand alone.
    """
    part = ruling.part
    kind = part.kind.value if part is not None else PartKind.TEXT.value
    places: tuple[MarkedPlace, ...] = ()
    title = (part.title or "") if part is not None else ""
    before, now = (
        texts.get(number or 0) for number in (ruling.before_version_id, ruling.after_version_id)
    )
    if before is not None and now is not None:
        title = now.title
        places = changed_places(before, now, labels, readable(ruling.taken))
    return RulingView(
        outcome=ruling.outcome,
        kind=kind,
        title=title,
        taken=taken_facts(ruling),
        moderators=ruling.words is not None,
        places=places,
    )


def taken_facts(ruling: Ruling) -> tuple[ChangeFacts, ...]:
    """Name what was taken of one part; sections by their titles."""
    if ruling.taken and ruling.part is not None and ruling.part.kind in OUTLINE_KINDS:
        return tuple(change_facts(ruling.part))
    return tuple(facts(row) for row in readable(ruling.taken))


def facts(row: Mapping[str, Any]) -> ChangeFacts:
    """Name one change taken."""
    return ChangeFacts(
        str(row["kind"]), shorten(str(row.get("before", ""))), shorten(str(row.get("after", "")))
    )


def changed_places(
    before: SectionVersion,
    now: SectionVersion,
    labels: Mapping[str, str],
    taken: Sequence[Mapping[str, Any]],
) -> tuple[MarkedPlace, ...]:
    """Return the paragraphs that a decision changed and in which what was taken lies."""
    cuts = cuts_of(read(before.markdown), read(now.markdown), taken)
    return tuple(marked_place(cut, before.keys, labels) for cut in cuts)


def unanswered(
    session: Session, actor: Actor, statement: Statement, amendment: Amendment
) -> tuple[Unanswered, ...]:
    """Return what a group was asked and has not answered."""
    return tuple(
        Unanswered(
            group=question.group.name,
            until=moment(question.until, actor.at, get_locale(), statement),
            open=question.closed_at is None,
            overdue=question.until <= (question.closed_at or actor.at),
        )
        for question in questions_of(session, amendment.id)
        if question.answer is None
        and (question.closed_at is None or question.until <= question.closed_at)
    )


def next_pending(session: Session, statement: Statement, amendment: Amendment) -> int | None:
    """Return the number of the next one to decide: on in the text, else back to what was left."""
    before, after = neighbours(session, statement, amendment)
    return after or before
