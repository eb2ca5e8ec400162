"""Intakes: a text being brought in, until it is saved as the Zero draft."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from drafting.store.base import Base, Instant, Json


class Intake(Base):
    """The source as read, and each proposed split; `cursor` points into `splits` for undo."""

    __tablename__ = "intakes"
    __table_args__ = (CheckConstraint("cursor >= 0", name="cursor_in_the_list"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    source: Mapped[dict[str, Any]] = mapped_column(Json)
    splits: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    cursor: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime] = mapped_column(Instant)
    saved_at: Mapped[datetime | None] = mapped_column(Instant)
