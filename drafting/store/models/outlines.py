"""Outlines: which sections stand in a statement, in which order; versioned like a section."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from drafting.store.base import Base, Instant, Json, values_of
from drafting.store.models.sections import Source


class Outline(Base):
    """One version of the order; `keys` are section keys."""

    __tablename__ = "outlines"
    __table_args__ = (
        UniqueConstraint("statement_id", "number"),
        CheckConstraint("number >= 1", name="counted_from_one"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    number: Mapped[int]
    keys: Mapped[list[str]] = mapped_column(Json)
    source: Mapped[Source] = mapped_column(values_of(Source, "known_source"))
    reason: Mapped[str] = mapped_column(Text, default="")
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))
    at: Mapped[datetime] = mapped_column(Instant)
