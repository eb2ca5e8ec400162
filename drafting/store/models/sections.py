"""Sections: parts of a statement, their versions, and the keys of their paragraphs."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from drafting.store.base import Base, Instant, Json, values_of


class SectionKind(StrEnum):
    """Whether changes are welcome, and whether it stands in the final text."""

    TEXT = "text"
    LOCKED = "locked"
    FRAME = "frame"


class Source(StrEnum):
    """How a version of a section or of the outline came to be."""

    IMPORT = "import"
    EDIT = "edit"
    CORRECTION = "correction"
    DECISION = "decision"
    REOPENING = "reopening"


class Section(Base):
    """One section; it stays when the outline drops it, so that its history can be read."""

    __tablename__ = "sections"
    __table_args__ = (UniqueConstraint("statement_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    key: Mapped[str] = mapped_column(String(12))
    kind: Mapped[SectionKind] = mapped_column(values_of(SectionKind, "known_kind"))
    head: Mapped[int] = mapped_column(default=1)

    versions: Mapped[list[SectionVersion]] = relationship(
        back_populates="section", order_by="SectionVersion.number", lazy="raise"
    )


class SectionVersion(Base):
    """Title and text of a section, frozen.

    `markdown` is in normal form; `keys` runs parallel to the blocks that the text core reads
    in it; `aliases` maps keys of joined blocks to the key that goes on.
    """

    __tablename__ = "section_versions"
    __table_args__ = (
        UniqueConstraint("section_id", "number"),
        CheckConstraint("number >= 1", name="counted_from_one"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    section_id: Mapped[int] = mapped_column(ForeignKey("sections.id"))
    number: Mapped[int]
    title: Mapped[str] = mapped_column(String(300))
    markdown: Mapped[str] = mapped_column(Text)
    keys: Mapped[list[str]] = mapped_column(Json)
    aliases: Mapped[dict[str, str]] = mapped_column(Json, default=dict)
    source: Mapped[Source] = mapped_column(values_of(Source, "known_source"))
    reason: Mapped[str] = mapped_column(Text, default="")
    decision_id: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))
    at: Mapped[datetime] = mapped_column(Instant)

    section: Mapped[Section] = relationship(back_populates="versions", lazy="raise")


class Paragraph(Base):
    """A key that was given to a block once, so that it is never given again."""

    __tablename__ = "paragraphs"
    __table_args__ = (UniqueConstraint("statement_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    section_id: Mapped[int] = mapped_column(ForeignKey("sections.id"))
    key: Mapped[str] = mapped_column(String(12))
