"""Statements: the text that a coalition writes together."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from drafting.store.base import Base, Instant


class Statement(Base):
    """One text; numbers of amendments and record entries are drawn under the lock of this row.

    `zone` is the meeting's time zone (IANA name), `place` how its times are called: *Dhaka*.
    """

    __tablename__ = "statements"
    __table_args__ = (
        CheckConstraint("last_amendment >= 0 AND last_entry >= 0", name="numbers_grow"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    title: Mapped[str] = mapped_column(String(200))
    language: Mapped[str] = mapped_column(String(16), default="en")
    zone: Mapped[str] = mapped_column(String(60), default="UTC")
    place: Mapped[str] = mapped_column(String(60), default="UTC")
    made_at: Mapped[datetime] = mapped_column(Instant)
    opened_at: Mapped[datetime | None] = mapped_column(Instant)
    final_at: Mapped[datetime | None] = mapped_column(Instant)
    last_amendment: Mapped[int] = mapped_column(default=0)
    last_entry: Mapped[int] = mapped_column(default=0)
