"""Opening a session by the switch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from drafting.actions.steps.deciding import check_final
from drafting.actions.steps.rounds import note_rounds, tell_round
from drafting.errors import N_, BadInput, Refused, WrongStep
from drafting.rules.actors import Actor
from drafting.rules.journal import EventKind
from drafting.rules.permits import Permission, Scope, require
from drafting.rules.rounds import is_open
from drafting.store.models import Round
from drafting.store.queries.rounds import get_round
from drafting.store.queries.sections import present_outline
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class OpenRound:
    """Which session, and when it closes by itself; None: by the switch."""

    statement: str
    round: int
    closes_at: datetime | None = None


def open_round(session: Session, actor: Actor, request: OpenRound) -> Round:
    """Open it now, also one that had closed.

    Raises: WrongStep when it is open; Refused before a text was brought in.
    """
    statement = get_statement(session, request.statement)
    require(actor, Permission.DECIDE, Scope(statement.id))
    statement = lock_statement(session, statement.id)
    check_final(statement)
    note_rounds(session, statement, actor.at)
    row = get_round(session, statement.id, request.round)
    if is_open(row, actor.at):
        raise WrongStep
    if present_outline(session, statement.id) is None:
        raise Refused(N_("Bring in the words first."))
    if request.closes_at is not None and request.closes_at <= actor.at:
        raise BadInput(N_("Choose a time that is still to come."), field="closes_at")
    row.opens_at = actor.at
    planned = row.closes_at if row.closes_at and row.closes_at > actor.at else None
    row.closes_at = request.closes_at or planned
    tell_round(session, statement, actor, row, EventKind.ROUND_OPENED)
    return row
