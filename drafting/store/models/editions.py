"""Editions: published drafts and the final text, frozen and numbered."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from drafting.store.base import Base, Instant, Json, values_of
from drafting.store.models.sections import SectionKind

if TYPE_CHECKING:
    from drafting.store.models.sections import Section, SectionVersion


class EditionKind(StrEnum):
    """Which of the published drafts it is."""

    ZERO = "zero"
    REVISION = "revision"
    FINAL = "final"


class Edition(Base):
    """A frozen picture of all section versions; `number` 0 is the Zero draft.

    `digest` is hexadecimal SHA-256 over what names it and the paragraphs' digests in order; its
    `form` says what else lies under that seal.
    The `adopted_` columns are filled for the final text alone.
    """

    __tablename__ = "editions"
    __table_args__ = (
        UniqueConstraint("statement_id", "number"),
        CheckConstraint("(kind = 'zero') = (number = 0)", name="zero_is_the_zero_draft"),
        CheckConstraint(
            "(kind = 'final') = (adopted_session IS NOT NULL)", name="final_says_how_adopted"
        ),
        CheckConstraint("form IN (1, 2)", name="known_form"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    number: Mapped[int]
    kind: Mapped[EditionKind] = mapped_column(values_of(EditionKind, "known_kind"))
    outline_id: Mapped[int] = mapped_column(ForeignKey("outlines.id"))
    published_at: Mapped[datetime] = mapped_column(Instant)
    digest: Mapped[str] = mapped_column(String(64))
    form: Mapped[int] = mapped_column(server_default="1")
    with_open_points: Mapped[bool] = mapped_column(default=False)
    adopted_session: Mapped[str | None] = mapped_column(String(120))
    adopted_on: Mapped[date | None]
    by_consensus: Mapped[bool | None]
    groups_present: Mapped[list[str] | None] = mapped_column(Json)
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entries.id"))

    sections: Mapped[list[EditionSection]] = relationship(
        back_populates="edition", order_by="EditionSection.position", lazy="raise"
    )
    paragraphs: Mapped[list[EditionParagraph]] = relationship(
        back_populates="edition", order_by="EditionParagraph.position", lazy="raise"
    )


class EditionSection(Base):
    """Which version of a section stands in an edition, and where."""

    __tablename__ = "edition_sections"
    __table_args__ = (UniqueConstraint("edition_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id"))
    position: Mapped[int]
    section_id: Mapped[int] = mapped_column(ForeignKey("sections.id"))
    version_id: Mapped[int] = mapped_column(ForeignKey("section_versions.id"))
    kind: Mapped[SectionKind] = mapped_column(values_of(SectionKind, "known_kind"))

    edition: Mapped[Edition] = relationship(back_populates="sections", lazy="raise")
    section: Mapped[Section] = relationship(lazy="raise")
    version: Mapped[SectionVersion] = relationship(lazy="raise")


class EditionParagraph(Base):
    """The number of a paragraph in an edition, and its salted digest.

    `label` is the number alone (`10 bis`), empty for headings; `taken_out` marks the numbers
    that stand for paragraphs no longer in the text. The digest is SHA-256(salt ‖ UTF-8 words).
    """

    __tablename__ = "edition_paragraphs"
    __table_args__ = (
        UniqueConstraint("edition_id", "position"),
        UniqueConstraint("edition_id", "key"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("editions.id"))
    position: Mapped[int]
    section_id: Mapped[int] = mapped_column(ForeignKey("sections.id"))
    key: Mapped[str] = mapped_column(String(12))
    label: Mapped[str] = mapped_column(String(24))
    taken_out: Mapped[bool] = mapped_column(default=False)
    salt: Mapped[bytes] = mapped_column(LargeBinary(32))
    digest: Mapped[str] = mapped_column(String(64))

    edition: Mapped[Edition] = relationship(back_populates="paragraphs", lazy="raise")
