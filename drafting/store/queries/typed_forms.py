"""Finding what a person typed in forms that were answered with a page."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from drafting.store.models import TypedForm


def find_typed(session: Session, person_id: int, form_key: str) -> TypedForm | None:
    """Return what this person typed in this form."""
    return session.scalar(
        select(TypedForm).where(TypedForm.person_id == person_id, TypedForm.form_key == form_key)
    )


def last_unsent(session: Session, person_id: int, path: str, since: datetime) -> TypedForm | None:
    """Return what this person typed last on a page, and neither sent nor kept as a draft."""
    return session.scalar(
        select(TypedForm)
        .where(TypedForm.person_id == person_id, TypedForm.path == path)
        .where(TypedForm.done.is_(False), TypedForm.at >= since)
        .order_by(TypedForm.at.desc(), TypedForm.id.desc())
        .limit(1)
    )


def beyond(person_id: int, newest: int) -> Select[int]:
    """Ask for all that this person typed but the newest forms."""
    return (
        select(TypedForm.id)
        .where(TypedForm.person_id == person_id)
        .order_by(TypedForm.at.desc(), TypedForm.id.desc())
        .offset(newest)
    )
