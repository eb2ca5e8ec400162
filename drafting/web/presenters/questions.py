"""The inbox of a group: what is asked of it, and what was answered to what it asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import get_locale
from flask_babel import gettext as _

from drafting.actions.answer_question import ANSWERS
from drafting.actions.steps.insisting import parts_on_present
from drafting.errors import Refused
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, may, require
from drafting.store.models import Amendment, AmendmentPart, Question, Statement
from drafting.store.models.questions import Answer, QuestionKind
from drafting.store.queries.amendments import latest, load_whole
from drafting.store.queries.editions import labels_of
from drafting.store.queries.groups import group_is_leaderless
from drafting.store.queries.questions import open_for_groups
from drafting.store.queries.sections import present_versions
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.amendments import (
    GroupMark,
    Wish,
    group_mark_of,
    own_groups,
    wish_of,
)
from drafting.web.presenters.amendments_parts import PartView, part_views
from drafting.web.presenters.moments import Moment, moment
from drafting.web.presenters.questions_sheets import Sheet, show_sheets

BUTTONS: Mapping[QuestionKind, tuple[Answer, ...]] = {
    QuestionKind.MOVED: (Answer.KEEP, Answer.TAKE_TEXT),
    QuestionKind.ENTERED: (Answer.YES, Answer.NO),
    QuestionKind.REVISED: (Answer.YES, Answer.NO),
    QuestionKind.WITHDRAWN: (Answer.YES, Answer.NO),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: what the group asked, how that reads on the present text, until when.

    `now` is empty where the words fit nowhere; then *ask for this* is not among the `buttons`.
    """

    id: int
    kind: QuestionKind
    revision: int
    group: GroupMark
    wish: Wish
    letters: tuple[str, ...]
    before: tuple[PartView, ...]
    now: tuple[PartView, ...]
    buttons: tuple[Answer, ...]
    until: Moment
    overdue: bool
    may_answer: bool


@dataclass(frozen=True, slots=True)
class InboxPage:
    """What waits for the groups' word, then what was answered to them, newest first."""

    slug: str
    language: str
    questions: tuple[Asked, ...]
    sheets: tuple[Sheet, ...]
    new: int


def show_inbox(session: Session, actor: Actor, slug: str, address: str) -> InboxPage:
    """Show the reader's groups their inbox; `address` begins the links to be copied."""
    statement = get_statement(session, slug)
    require(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    groups = own_groups(actor, statement.id)
    labels = labels_of(session, statement.id)
    titles = titles_of(session, statement)
    questions = [
        asked(session, actor, statement, question, labels, titles)
        for question in open_for_groups(session, statement.id, groups)
    ]
    sheets = show_sheets(session, actor, statement, groups, labels, address)
    return InboxPage(
        slug=slug,
        language=statement.language,
        questions=tuple(questions),
        sheets=sheets,
        new=sum(sheet.new for sheet in sheets),
    )


def titles_of(session: Session, statement: Statement) -> dict[str, str]:
    """Return the present titles of sections by key."""
    rows = present_versions(session, statement.id)
    return {version.section.key: version.title for version in rows}


def asked(
    session: Session,
    actor: Actor,
    statement: Statement,
    question: Question,
    labels: Mapping[str, str],
    titles: Mapping[str, str],
) -> Asked:
    """Show one question, with both readings of the words."""
    amendment = load_whole(session, question.amendment_id)
    now = on_present(session, amendment, question)
    leaderless = group_is_leaderless(session, question.group_id)
    scope = Scope(statement.id, question.group_id, leaderless=leaderless)
    return Asked(
        id=question.id,
        kind=question.kind,
        revision=question.revision,
        group=group_mark_of(question.group),
        wish=wish_of(amendment, statement, actor, labels),
        letters=tuple(f"A{amendment.number}{sign}" for sign in question.letters),
        before=part_views(session, latest(amendment).parts, labels, titles),
        now=part_views(session, now, labels, titles),
        buttons=buttons_for(question.kind, now),
        until=moment(question.until, actor.at, get_locale(), statement),
        overdue=question.until <= actor.at,
        may_answer=may(actor, Permission.ANSWER, scope),
    )


def on_present(
    session: Session, amendment: Amendment, question: Question
) -> Sequence[AmendmentPart]:
    """Return what the group would ask on the present text if it said *ask for this*."""
    if question.kind is not QuestionKind.MOVED:
        return ()
    try:
        return parts_on_present(session, amendment, insist=True)
    except Refused:
        return ()


def buttons_for(kind: QuestionKind, now: Collection[AmendmentPart]) -> tuple[Answer, ...]:
    """Return the answers that can be given."""
    allowed = ANSWERS[kind]
    if kind is QuestionKind.MOVED and not now:
        allowed = allowed - {Answer.KEEP}
    return tuple(answer for answer in BUTTONS[kind] if answer in allowed)


def said(answer: Answer) -> str:
    """Say back what was answered, for the line after it."""
    return {
        Answer.KEEP: _("Your group asks for this on the present text."),
        Answer.TAKE_TEXT: _("Your group takes the text as it is."),
        Answer.YES: _("Your group said yes."),
        Answer.NO: _("Your group said no."),
    }[answer]
