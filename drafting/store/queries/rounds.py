"""Finding the sessions of a statement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.errors import NotVisible
from drafting.rules.rounds import Door, DoorState, door
from drafting.store.models import Entry, Round, Statement


def list_rounds(session: Session, statement_id: int) -> Sequence[Round]:
    """Return the sessions of a statement, in the order they were made."""
    return session.scalars(
        select(Round).where(Round.statement_id == statement_id).order_by(Round.id)
    ).all()


def door_now(session: Session, statement: Statement, at: datetime) -> Door:
    """Say how far a statement is open for changes; a final one never is."""
    if statement.final_at is not None:
        return Door(DoorState.FINAL)
    return door(list_rounds(session, statement.id), at)


def get_round(session: Session, statement_id: int, round_id: int) -> Round:
    """Return one session. Raises: NotVisible."""
    found = session.scalar(
        select(Round).where(Round.statement_id == statement_id, Round.id == round_id)
    )
    if found is None:
        raise NotVisible
    return found


def find_round(session: Session, statement_id: int, name: str) -> Round | None:
    """Return the session of this name, None where there is none."""
    return session.scalar(
        select(Round).where(Round.statement_id == statement_id, Round.name == name)
    )


def noted(session: Session, statement_id: int, kind: str) -> frozenset[tuple[int, str]]:
    """Return each session, by row number, with each instant at which the record has it so."""
    rows = session.execute(
        select(Entry.round_id, Entry.told_at).where(
            Entry.statement_id == statement_id, Entry.kind == kind
        )
    )
    return frozenset((number, at) for number, at in rows if number is not None)
