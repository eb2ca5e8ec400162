"""Finding how often a name or an address was tried."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.store.models import Try


def find_try(session: Session, key: str, at: datetime, *, lock: bool = False) -> Try | None:
    """Return what is counted under a key now; locked, so that two count one after the other."""
    asked = select(Try).where(Try.key == key, Try.until > at)
    return session.scalar(asked.with_for_update() if lock else asked)
