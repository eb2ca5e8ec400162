"""Closing a session by the switch."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.rounds import note_rounds, tell_round
from drafting.errors import WrongStep
from drafting.rules.actors import Actor
from drafting.rules.journal import EventKind
from drafting.rules.permits import Permission, Scope, require
from drafting.rules.rounds import is_open
from drafting.store.models import Round
from drafting.store.queries.rounds import get_round
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class CloseRound:
    """Which session."""

    statement: str
    round: int


def close_round(session: Session, actor: Actor, request: CloseRound) -> Round:
    """Close it now; its grace begins. Raises: WrongStep when it is not open."""
    statement = get_statement(session, request.statement)
    require(actor, Permission.DECIDE, Scope(statement.id))
    statement = lock_statement(session, statement.id)
    note_rounds(session, statement, actor.at)
    row = get_round(session, statement.id, request.round)
    if not is_open(row, actor.at):
        raise WrongStep
    row.closes_at = actor.at
    tell_round(session, statement, actor, row, EventKind.ROUND_CLOSED)
    return row
