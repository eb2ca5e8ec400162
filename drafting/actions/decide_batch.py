"""Answering several amendments in one act, with one reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.book import open_book
from drafting.actions.steps.deciding import (
    check_final,
    check_reason,
    check_waiting,
    quoting,
    same_seen,
)
from drafting.actions.steps.plans import Plan, Wish, plan_decision
from drafting.actions.steps.rounds import note_rounds
from drafting.actions.steps.settling import Grounds, settle
from drafting.actions.steps.shown import check_asked, check_shown
from drafting.errors import N_, Refused
from drafting.rules.actors import Actor
from drafting.rules.lifecycle import Outcome
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Decision, Statement
from drafting.store.queries.amendments import get_amendment
from drafting.store.queries.statements import get_statement, lock_statement

IN_A_BATCH = frozenset(
    {Outcome.ACCEPTED, Outcome.REJECTED, Outcome.OPEN_POINT, Outcome.FULFILLED, Outcome.OVERTAKEN}
)


@dataclass(frozen=True, slots=True)
class DecideBatch:
    """One answer to several amendments: their numbers, each with the revision that was seen."""

    statement: str
    revisions: Mapping[int, int]
    shown: str
    outcome: Outcome
    reason: str = ""
    without_waiting: bool = False


def decide_batch(session: Session, actor: Actor, request: DecideBatch) -> Decision:
    """Answer all of them or none.

    Raises: Stale when one of them is no longer as shown; Refused where two of them meet.
    """
    statement = get_statement(session, request.statement)
    require(actor, Permission.DECIDE, Scope(statement.id))
    statement = lock_statement(session, statement.id)
    check_final(statement)
    note_rounds(session, statement, actor.at)
    wishes = batch_wishes(session, statement, request)
    asked_for = [wish.amendment for wish in wishes]
    check_asked(open_book(session, statement), asked_for, request.shown)
    plan = plan_decision(session, statement, wishes)
    check_shown(plan, request.shown)
    check_batch(session, actor, request, plan)
    return settle(session, statement, actor, plan, Grounds(request.reason))


def batch_wishes(session: Session, statement: Statement, request: DecideBatch) -> list[Wish]:
    """Load what is answered. Raises: Stale when one is no longer as it was seen."""
    if not request.revisions:
        raise Refused(N_("Choose at least one change to answer."))
    if request.outcome not in IN_A_BATCH:
        raise Refused(N_("This answer is given to one change at a time."))
    wishes = []
    for number, revision in sorted(request.revisions.items()):
        amendment = get_amendment(session, statement, number)
        same_seen(amendment, revision)
        wishes.append(Wish(amendment, request.outcome))
    return wishes


def check_batch(session: Session, actor: Actor, request: DecideBatch, plan: Plan) -> None:
    """Ask for the reason, and for a group's time. Raises: Refused."""
    check_reason([request.outcome], request.reason)
    if quoting(plan):
        raise Refused(N_("One of these changes a quotation. Answer it by itself."))
    if not request.without_waiting:
        check_waiting(session, plan, actor.at)
