"""Rounds: when a text is open for changes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from drafting.store.base import Base, Instant


class Round(Base):
    """A named session: opened by a switch or at an instant, closed the same way."""

    __tablename__ = "rounds"
    __table_args__ = (
        UniqueConstraint("statement_id", "name"),
        CheckConstraint("grace_minutes BETWEEN 0 AND 1440", name="grace_of_a_day_at_most"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    name: Mapped[str] = mapped_column(String(80))
    opens_at: Mapped[datetime | None] = mapped_column(Instant)
    closes_at: Mapped[datetime | None] = mapped_column(Instant)
    grace_minutes: Mapped[int] = mapped_column(default=10)
