"""Take back what the own group sent, while it waits for an answer."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.amendments import ask_groups, joined
from drafting.actions.steps.asking import close_questions
from drafting.actions.steps.entries import tell
from drafting.rules.actors import Actor
from drafting.rules.journal import EventKind
from drafting.rules.lifecycle import Step, after
from drafting.rules.permits import Permission, require
from drafting.rules.sending import right_used, ways_of
from drafting.store.models import Amendment
from drafting.store.models.questions import QuestionKind
from drafting.store.queries.amendments import get_amendment, scope_of
from drafting.store.queries.groups import group_is_leaderless
from drafting.store.queries.rounds import list_rounds
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class WithdrawAmendment:
    """Which amendment."""

    statement: str
    number: int


def withdraw_amendment(session: Session, actor: Actor, request: WithdrawAmendment) -> Amendment:
    """Withdraw it, and ask the groups that joined whether they keep it as their own.

    Raises: NotVisible, Forbidden, WrongStep.
    """
    statement = lock_statement(session, get_statement(session, request.statement).id)
    amendment = get_amendment(session, statement, request.number)
    leaderless = group_is_leaderless(session, amendment.group_id)
    scope = scope_of(amendment, leaderless=leaderless)
    require(actor, Permission.SEND, scope)
    amendment.status = after(amendment.status, Step.WITHDRAW)
    close_questions(session, amendment, actor.at)
    group_ids = [sponsor.group_id for sponsor in joined(amendment)]
    rounds = list_rounds(session, statement.id)
    ask_groups(session, amendment, QuestionKind.WITHDRAWN, group_ids, rounds, actor)
    right = right_used(ways_of(actor, scope))
    tell(session, statement, actor, amendment, EventKind.WITHDRAWN, right)
    return amendment
