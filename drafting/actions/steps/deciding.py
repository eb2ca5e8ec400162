"""What every answer is checked for: not after the Final, a reason, a group's time to answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from drafting.actions.steps.parts import OUTLINE_KINDS
from drafting.actions.steps.plans import Plan, Ruled
from drafting.errors import N_, BadInput, Refused, Stale
from drafting.rules.claims import alters_quotation
from drafting.rules.lifecycle import NEEDS_REASON, PENDING, Outcome
from drafting.rules.questions import is_due
from drafting.store.models import Amendment, Question, Statement
from drafting.store.queries.questions import moved_questions
from drafting.text import Redline

LONGEST_REASON = 2_000
WAITING_FOR = frozenset({Outcome.ACCEPTED, Outcome.IN_PART, Outcome.AS_MODIFIED, Outcome.REJECTED})


def check_final(statement: Statement) -> None:
    """Go on only before the Final. Raises: Refused."""
    if statement.final_at is not None:
        raise Refused(N_("The text is final. Nothing is answered or reopened any more."))


def same_seen(amendment: Amendment, revision: int) -> None:
    """Go on only while the revision seen still waits. Raises: Stale."""
    if amendment.status not in PENDING or amendment.revision != revision:
        raise Stale


def check_reason(outcomes: Iterable[Outcome], reason: str) -> None:
    """Ask for a reason where one is needed. Raises: BadInput."""
    if not reason and NEEDS_REASON & set(outcomes):
        raise BadInput(N_("Say why, in one sentence. The group will read it."), field="reason")
    if len(reason) > LONGEST_REASON:
        raise BadInput(N_("Say why in fewer words."), field="reason")


def check_quotation(plan: Plan, answer: bool | None, reason: str) -> None:
    """Ask whether what is altered is a quotation of an agreed text. Raises: BadInput.

    Where it is, the reason says why it is altered all the same.
    """
    if not alters_quotation(quotable(plan)):
        return
    if answer is None:
        raise BadInput(N_("Say whether this is a quotation of an agreed text."), field="quotation")
    if answer and not reason:
        raise BadInput(N_("Say why the words of an agreed text are changed."), field="reason")


def quotable(plan: Plan) -> list[Redline]:
    """Return what is taken of texts and titles, where a quotation may stand."""
    return [redline for ruled in plan.ruled for redline in _taken_words(ruled)]


def quoting(plan: Plan) -> list[Amendment]:
    """Return what is taken although it alters words inside a quotation."""
    return [ruled.wish.amendment for ruled in plan.ruled if alters_quotation(_taken_words(ruled))]


def _taken_words(ruled: Ruled) -> list[Redline]:
    return [
        part.redline
        for part in ruled.parts
        if part.redline is not None and part.part.kind not in OUTLINE_KINDS
    ]


def check_until(until: datetime | None, at: datetime) -> None:
    """Ask for a time that is still to come. Raises: BadInput."""
    if until is not None and is_due(until, at):
        raise BadInput(N_("Choose a time that is still to come."), field="question_until")


def check_waiting(session: Session, plan: Plan, at: datetime) -> None:
    """Let the time of every group that is answered run out. Raises: BadInput."""
    wishes = [ruled.wish for ruled in plan.ruled]
    answered = [wish.amendment for wish in wishes if wish.outcome in WAITING_FOR]
    if waiting_questions(session, answered, at):
        raise BadInput(
            N_("The group still has time to answer. Wait, or say that you do not."),
            field="without_waiting",
        )


def waiting_questions(
    session: Session, amendments: Iterable[Amendment], at: datetime
) -> list[Question]:
    """Return the open questions about moved words whose time has not passed, groups loaded."""
    asked = moved_questions(session, [amendment.id for amendment in amendments])
    return [
        question
        for questions in asked.values()
        for question in questions
        if question.closed_at is None and not is_due(question.until, at)
    ]
