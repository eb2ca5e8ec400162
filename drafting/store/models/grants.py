"""Grants: which right a person holds in a statement, and under which title."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from drafting.rules.actors import Right
from drafting.store.base import Base, Instant, values_of

if TYPE_CHECKING:
    from drafting.store.models.groups import Group
    from drafting.store.models.people import Person
    from drafting.store.models.statements import Statement


class Grant(Base):
    """One right of one person; active once taken up and until removed."""

    __tablename__ = "grants"
    __table_args__ = (
        CheckConstraint(
            "(\"right\" IN ('write', 'send')) = (group_id IS NOT NULL) OR \"right\" = 'enter'",
            name="group_where_the_right_needs_one",
        ),
        CheckConstraint("\"right\" <> 'administer'", name="no_site_right"),
        UniqueConstraint("person_id", "statement_id", "right", "group_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"), index=True)
    right: Mapped[Right] = mapped_column(values_of(Right, "known_right"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))
    title: Mapped[str] = mapped_column(String(80), default="")
    organisation: Mapped[str] = mapped_column(String(160), default="")
    printed: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime] = mapped_column(Instant)
    taken_up_at: Mapped[datetime | None] = mapped_column(Instant)
    removed_at: Mapped[datetime | None] = mapped_column(Instant)
    answers_seen_at: Mapped[datetime | None] = mapped_column(Instant)

    person: Mapped[Person] = relationship(
        back_populates="grants", foreign_keys=[person_id], lazy="raise"
    )
    statement: Mapped[Statement] = relationship(lazy="raise")
    group: Mapped[Group | None] = relationship(lazy="raise")
