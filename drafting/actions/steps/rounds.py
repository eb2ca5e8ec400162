"""Telling the record of sessions that opened or closed by the clock.

Nobody acts at such an instant. Its entry is appended at the next write in the statement, before
that write's own entry; it carries the instant itself, and nobody's hand.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from drafting.actions.steps.journal import Event, append_entry, moment
from drafting.rules.actors import Actor, Right
from drafting.rules.journal import EventKind
from drafting.rules.rounds import is_open
from drafting.store.models import Round, Statement
from drafting.store.queries.rounds import list_rounds, noted


def note_rounds(session: Session, statement: Statement, at: datetime) -> int:
    """Append what the clock did until this instant, oldest first; return how many entries.

    Under the statement's lock.
    """
    passed = [
        (instant, kind, row)
        for row in list_rounds(session, statement.id)
        for kind, instant in passages(row, at)
    ]
    if not passed:
        return 0
    told = {
        kind: noted(session, statement.id, kind)
        for kind in (EventKind.ROUND_OPENED, EventKind.ROUND_CLOSED)
    }
    count = 0
    for instant, kind, row in sorted(passed, key=lambda one: (one[0], one[2].id)):
        clock = Actor(at=instant)
        if (row.id, moment(clock, kind, statement.zone)) not in told[kind]:
            tell_round(session, statement, clock, row, kind)
            count += 1
    return count


def end_rounds(session: Session, statement: Statement, actor: Actor) -> None:
    """Close what is open for ever, and let nothing open any more: the text is final."""
    for row in list_rounds(session, statement.id):
        if is_open(row, actor.at):
            row.closes_at = actor.at
            tell_round(session, statement, actor, row, EventKind.ROUND_CLOSED)
        elif row.opens_at is not None and row.opens_at > actor.at:
            row.opens_at = row.closes_at = None


def passages(row: Round, at: datetime) -> list[tuple[EventKind, datetime]]:
    """Return the opening and closing of a session that lie behind this instant."""
    if row.opens_at is None or row.opens_at > at:
        return []
    opened = (EventKind.ROUND_OPENED, row.opens_at)
    if row.closes_at is None or row.closes_at > at or row.closes_at <= row.opens_at:
        return [opened]
    return [opened, (EventKind.ROUND_CLOSED, row.closes_at)]


def tell_round(
    session: Session, statement: Statement, actor: Actor, row: Round, kind: EventKind
) -> None:
    """Append an opening or closing, with its instant; the first opening opens the statement."""
    if kind is EventKind.ROUND_OPENED and statement.opened_at is None:
        statement.opened_at = actor.at
    by = "clock" if actor.person_id is None else "moderator"
    event = Event(kind=kind, right=Right.DECIDE, public={"round": row.name, "by": by}, round=row)
    append_entry(session, statement, actor, event)
