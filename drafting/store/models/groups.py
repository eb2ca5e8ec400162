"""Groups: who speaks in a statement."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from drafting.store.base import Base


class Group(Base):
    """A regional group; `public_name` is what the public part of the record says, for ever."""

    __tablename__ = "groups"
    __table_args__ = (
        UniqueConstraint("statement_id", "mark"),
        Index("ix_groups_statement_id_public_name", "statement_id", "public_name", unique=True),
        CheckConstraint("length(mark) BETWEEN 2 AND 5", name="short_mark"),
        CheckConstraint("colour BETWEEN 0 AND 11", name="known_colour"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    mark: Mapped[str] = mapped_column(String(5))
    name: Mapped[str] = mapped_column(String(80))
    public_name: Mapped[str] = mapped_column(String(80))
    colour: Mapped[int]
