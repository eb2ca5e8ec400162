"""Decisions: one act of the moderators, with a ruling for each amendment or part it answers."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from drafting.rules.lifecycle import Audience, Outcome
from drafting.store.base import Base, Instant, Json, values_of

if TYPE_CHECKING:
    from drafting.store.models.amendments import Amendment, AmendmentPart


class Decision(Base):
    """One act: when, why; a reopening names the decision it takes back."""

    __tablename__ = "decisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"), index=True)
    reason: Mapped[str] = mapped_column(Text, default="")
    reopens_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))
    own_group: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime] = mapped_column(Instant)
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entries.id"))

    rulings: Mapped[list[Ruling]] = relationship(back_populates="decision", lazy="raise")
    reopens: Mapped[Decision | None] = relationship(remote_side="Decision.id", lazy="raise")


class Ruling(Base):
    """What a decision says of an amendment, or of one part of it.

    `taken` lists the changes taken as they were carried when taken: letter, words before, words
    after, place as code-point offsets in the stored Markdown of `before_version`. `words` holds
    the moderators' own text of the section where the outcome is *as modified*. The versions
    before and after are set where the text changed.
    """

    __tablename__ = "rulings"
    __table_args__ = (CheckConstraint("revision >= 1", name="counted_from_one"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"), index=True)
    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendments.id"), index=True)
    part_id: Mapped[int | None] = mapped_column(ForeignKey("amendment_parts.id"))
    revision: Mapped[int]
    outcome: Mapped[Outcome] = mapped_column(values_of(Outcome, "known_outcome"))
    audience: Mapped[Audience] = mapped_column(values_of(Audience, "known_audience"))
    taken: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    words: Mapped[str | None] = mapped_column(Text)
    before_version_id: Mapped[int | None] = mapped_column(ForeignKey("section_versions.id"))
    after_version_id: Mapped[int | None] = mapped_column(ForeignKey("section_versions.id"))
    before_outline_id: Mapped[int | None] = mapped_column(ForeignKey("outlines.id"))
    after_outline_id: Mapped[int | None] = mapped_column(ForeignKey("outlines.id"))

    decision: Mapped[Decision] = relationship(back_populates="rulings", lazy="raise")
    amendment: Mapped[Amendment] = relationship(lazy="raise")
    part: Mapped[AmendmentPart | None] = relationship(lazy="raise")
