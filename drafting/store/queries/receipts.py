"""Finding the receipts of forms that arrived."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.store.models import Receipt


def find_receipt(session: Session, person_id: int, form_key: str) -> Receipt | None:
    """Return the receipt of this person's form, if it arrived before."""
    return session.scalar(
        select(Receipt).where(Receipt.person_id == person_id, Receipt.form_key == form_key)
    )


def receipt_for(session: Session, person_id: int, amendment_id: int) -> Receipt | None:
    """Return this person's first receipt for an amendment."""
    return session.scalar(
        select(Receipt)
        .where(Receipt.person_id == person_id, Receipt.amendment_id == amendment_id)
        .order_by(Receipt.id)
        .limit(1)
    )
