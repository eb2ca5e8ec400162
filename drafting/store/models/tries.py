"""Tries to sign in, counted, so that several processes and a restart know them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from drafting.store.base import Base, Instant


class Try(Base):
    """How often a name or an address was tried until an instant; `key` is a keyed digest of it."""

    __tablename__ = "tries"
    __table_args__ = (CheckConstraint("count >= 0", name="counted"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    count: Mapped[int]
    until: Mapped[datetime] = mapped_column(Instant, index=True)
