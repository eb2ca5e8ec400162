"""Finding a text that is being brought in."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.errors import NotVisible
from drafting.store.models import Intake


def find_intake(session: Session, statement_id: int) -> Intake | None:
    """Return what is being brought in, None where nothing is."""
    return session.scalar(select(Intake).where(Intake.statement_id == statement_id))


def get_intake(session: Session, statement_id: int) -> Intake:
    """Return what is being brought in and not saved yet. Raises: NotVisible."""
    found = find_intake(session, statement_id)
    if found is None or found.saved_at is not None:
        raise NotVisible
    return found
