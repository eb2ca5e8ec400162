"""Answering an amendment, and with it others that ask the same or have nothing left to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from drafting.actions.steps.book import open_book
from drafting.actions.steps.deciding import (
    check_final,
    check_quotation,
    check_reason,
    check_until,
    check_waiting,
    same_seen,
)
from drafting.actions.steps.plans import Plan, Wish, plan_decision
from drafting.actions.steps.rounds import note_rounds
from drafting.actions.steps.settling import Grounds, settle
from drafting.actions.steps.shown import check_asked, check_shown
from drafting.errors import N_, BadInput, NotVisible, Refused
from drafting.rules.actors import Actor
from drafting.rules.lifecycle import Outcome
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Amendment, Decision, Statement
from drafting.store.queries.amendments import get_amendment
from drafting.store.queries.statements import get_statement, lock_statement

CLOSING = frozenset({Outcome.FULFILLED, Outcome.OVERTAKEN})
ALONG = frozenset({Outcome.ACCEPTED, Outcome.REJECTED, Outcome.FULFILLED, Outcome.OVERTAKEN})


@dataclass(frozen=True, slots=True)
class DecideAmendment:
    """One answer. `shown` is the digest of the page on which the effects were seen.

    `letters` are the changes taken in part; `words` the moderators' own text by part. `along`
    are other amendments answered with the same reason: the same wish, what is fulfilled or
    overtaken by this, rivals that are not taken. `by` names what fulfilled or overtook it.
    `quotation` says whether the words altered are a quotation of an agreed text.
    `without_waiting` is said when a group's time to answer still runs.
    """

    statement: str
    number: int
    revision: int
    shown: str
    outcome: Outcome
    reason: str = ""
    letters: frozenset[str] = frozenset()
    words: Mapping[int, str] = field(default_factory=dict)
    along: Mapping[int, Outcome] = field(default_factory=dict)
    by: int | None = None
    room_question: str = ""
    question_until: datetime | None = None
    without_waiting: bool = False
    quotation: bool | None = None


def decide_amendment(session: Session, actor: Actor, request: DecideAmendment) -> Decision:
    """Answer the amendment, carry all that waits, ask where changes meet, all or nothing.

    Raises: Stale when what was shown has changed; Refused where a rule says no.
    """
    statement = get_statement(session, request.statement)
    require(actor, Permission.DECIDE, Scope(statement.id))
    statement = lock_statement(session, statement.id)
    check_final(statement)
    note_rounds(session, statement, actor.at)
    wish = wish_of(session, statement, request)
    same_seen(wish.amendment, request.revision)
    check_asked(open_book(session, statement), [wish.amendment], request.shown)
    plan = plan_decision(session, statement, [wish])
    check_shown(plan, request.shown)
    check_request(actor, request, plan)
    others = along(session, statement, request, wish)
    if others:
        plan = plan_decision(session, statement, [wish, *others])
    if not request.without_waiting:
        check_waiting(session, plan, actor.at)
    grounds = Grounds(request.reason, request.question_until, request.room_question)
    return settle(session, statement, actor, plan, grounds)


def wish_of(session: Session, statement: Statement, request: DecideAmendment) -> Wish:
    """Load what is answered, and say how."""
    amendment = get_amendment(session, statement, request.number)
    by = named(session, statement, request.by)
    return Wish(amendment, request.outcome, request.letters, request.words, by)


def named(session: Session, statement: Statement, number: int | None) -> Amendment | None:
    """Load what fulfilled or overtook it. Raises: BadInput when there is no such amendment."""
    try:
        return get_amendment(session, statement, number) if number is not None else None
    except NotVisible:
        raise BadInput(N_("There is no change with this number."), field="by") from None


def along(
    session: Session, statement: Statement, request: DecideAmendment, main: Wish
) -> list[Wish]:
    """Load what is answered along, and say how."""
    wishes = []
    for number, outcome in sorted(request.along.items()):
        if outcome not in ALONG:
            raise Refused(N_("This answer cannot be given along with another."))
        named = main.amendment if outcome in CLOSING else None
        wishes.append(Wish(get_amendment(session, statement, number), outcome, by=named))
    return wishes


def check_request(actor: Actor, request: DecideAmendment, plan: Plan) -> None:
    """Ask for what an answer needs: a reason, a question, a time. Raises: Refused."""
    check_reason([request.outcome, *request.along.values()], request.reason)
    amendment = plan.ruled[0].wish.amendment
    settled = request.by is not None or amendment.named_by_id is not None
    if request.outcome in CLOSING and not settled and not request.reason:
        raise BadInput(N_("Name the change, or say why in one sentence."), field="reason")
    if request.outcome is Outcome.FOR_ROOM and not request.room_question:
        raise BadInput(N_("Write the question for the plenary."), field="room_question")
    check_quotation(plan, request.quotation, request.reason)
    check_until(request.question_until, actor.at)
