"""Naming a session and setting the instants at which it opens and closes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from drafting.actions.steps.deciding import check_final
from drafting.actions.steps.journal import Event, append_entry
from drafting.actions.steps.rounds import note_rounds
from drafting.errors import N_, BadInput
from drafting.rules.actors import Actor, Right
from drafting.rules.journal import EventKind
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Round, Statement
from drafting.store.queries.rounds import find_round, get_round
from drafting.store.queries.statements import get_statement, lock_statement

LONGEST_NAME = 80
LONGEST_GRACE = 1440


@dataclass(frozen=True, slots=True)
class SetRound:
    """A session; `round` is None for a new one. Instants are aware; None: by the switch."""

    statement: str
    name: str
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    grace_minutes: int = 10
    round: int | None = None


def set_round(session: Session, actor: Actor, request: SetRound) -> Round:
    """Keep the session. One that has begun keeps its name and its beginning.

    Raises: BadInput where a name is taken or an instant lies in the past.
    """
    statement = get_statement(session, request.statement)
    require(actor, Permission.DECIDE, Scope(statement.id))
    statement = lock_statement(session, statement.id)
    check_final(statement)
    note_rounds(session, statement, actor.at)
    row = Round(statement_id=statement.id)
    if request.round is not None:
        row = get_round(session, statement.id, request.round)
    check_round(session, statement, row, request, actor.at)
    if not has_begun(row, actor.at):
        row.name, row.opens_at = request.name, request.opens_at
    if not same_minute(request.closes_at, row.closes_at):
        row.closes_at = request.closes_at
    row.grace_minutes = request.grace_minutes
    session.add(row)
    session.flush()
    event = Event(EventKind.ROUND_SET, Right.DECIDE, private={"round": row.name}, round=row)
    append_entry(session, statement, actor, event)
    return row


def has_begun(row: Round, at: datetime) -> bool:
    """Say whether a session was ever open."""
    return row.opens_at is not None and row.opens_at <= at


def check_round(
    session: Session, statement: Statement, row: Round, request: SetRound, at: datetime
) -> None:
    """Refuse what cannot be meant. Raises: BadInput."""
    if not request.name or len(request.name) > LONGEST_NAME:
        raise BadInput(N_("Give the session a short name."), field="name")
    other = find_round(session, statement.id, request.name)
    if other is not None and other.id != row.id:
        raise BadInput(N_("Another session has this name."), field="name")
    if not 0 <= request.grace_minutes <= LONGEST_GRACE:
        raise BadInput(N_("Choose a grace between 0 minutes and one day."), field="grace_minutes")
    check_instants(row, request, at)


def check_instants(row: Round, request: SetRound, at: datetime) -> None:
    """Refuse instants in the past, and a close before the opening. Raises: BadInput."""
    begun = has_begun(row, at)
    if not begun and request.opens_at is not None and request.opens_at < at:
        raise BadInput(N_("This time has passed. Use “Open now”."), field="opens_at")
    if request.closes_at is None or same_minute(request.closes_at, row.closes_at):
        return
    if request.closes_at <= at:
        raise BadInput(N_("This time has passed. Use “Close now”."), field="closes_at")
    opens_at = row.opens_at if begun else request.opens_at
    if opens_at is not None and request.closes_at <= opens_at:
        raise BadInput(N_("A session closes after it opens."), field="closes_at")


def same_minute(one: datetime | None, other: datetime | None) -> bool:
    """Say whether two instants read the same in a field, which has no seconds."""
    if one is None or other is None:
        return one is other
    return one.replace(second=0, microsecond=0) == other.replace(second=0, microsecond=0)
