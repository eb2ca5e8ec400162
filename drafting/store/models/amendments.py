"""Amendments: what groups ask, each revision as written, and its form carried onto the present."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from drafting.rules.lifecycle import Audience, Status
from drafting.store.base import Base, Instant, Json, values_of

if TYPE_CHECKING:
    from drafting.store.models.groups import Group
    from drafting.store.models.outlines import Outline
    from drafting.store.models.sections import Section, SectionVersion


class PartKind(StrEnum):
    """What a part of an amendment asks for."""

    TEXT = "text"
    TITLE = "title"
    ADD = "add"
    DROP = "drop"
    MOVE = "move"


class SponsorState(StrEnum):
    """How far a group has joined."""

    ASKED = "asked"
    JOINED = "joined"
    LEFT = "left"


class Amendment(Base):
    """One proposal of a group; `number` is given on sending and never reused.

    `revision` names the latest row of `revisions`. `named_by` names the amendment whose taking
    fulfilled or overtook this one. `unconfirmed` is true for words entered for a group until it
    says yes.
    """

    __tablename__ = "amendments"
    __table_args__ = (
        UniqueConstraint("statement_id", "number"),
        CheckConstraint(
            "status IN ('draft', 'ready') OR number IS NOT NULL", name="numbered_when_sent"
        ),
        CheckConstraint("(number IS NULL) = (sent_at IS NULL)", name="sent_with_a_number"),
        CheckConstraint("revision >= 1", name="counted_from_one"),
        Index("ix_amendments_statement_id_status", "statement_id", "status"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    key: Mapped[str] = mapped_column(String(12), unique=True)
    number: Mapped[int | None]
    status: Mapped[Status] = mapped_column(values_of(Status, "known_status"))
    revision: Mapped[int] = mapped_column(default=1)
    audience: Mapped[Audience] = mapped_column(values_of(Audience, "known_audience"))
    for_room: Mapped[bool] = mapped_column(default=False)
    room_question: Mapped[str] = mapped_column(Text, default="")
    entered: Mapped[bool] = mapped_column(default=False)
    unconfirmed: Mapped[bool] = mapped_column(default=False)
    late: Mapped[bool] = mapped_column(default=False)
    sent_by_writer: Mapped[bool] = mapped_column(default=False)
    named_by_id: Mapped[int | None] = mapped_column(ForeignKey("amendments.id"))
    made_at: Mapped[datetime] = mapped_column(Instant)
    sent_at: Mapped[datetime | None] = mapped_column(Instant)

    group: Mapped[Group] = relationship(lazy="raise")
    # Not loaded with the others: reading another amendment anew would unload what it holds.
    named_by: Mapped[Amendment | None] = relationship(remote_side="Amendment.id", lazy="select")
    revisions: Mapped[list[AmendmentRevision]] = relationship(
        back_populates="amendment", order_by="AmendmentRevision.number", lazy="raise"
    )
    sponsors: Mapped[list[Sponsor]] = relationship(back_populates="amendment", lazy="raise")


class AmendmentRevision(Base):
    """What the authors wrote, kept for ever once sent; a draft's one revision is edited.

    `heading` is theirs too: empty where they wrote none, and then made when it is shown.
    """

    __tablename__ = "amendment_revisions"
    __table_args__ = (UniqueConstraint("amendment_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendments.id"))
    number: Mapped[int]
    heading: Mapped[str] = mapped_column(String(200))
    reason: Mapped[str] = mapped_column(Text, default="")
    editorial: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime] = mapped_column(Instant)

    amendment: Mapped[Amendment] = relationship(back_populates="revisions", lazy="raise")
    parts: Mapped[list[AmendmentPart]] = relationship(
        back_populates="revision", order_by="AmendmentPart.position", lazy="raise"
    )


class AmendmentPart(Base):
    """What one revision asks of one section, or of the outline, on the version it was written on.

    Text: `markdown` is the whole section as proposed, `changes` the packed changes against the
    base, each with its `letter` once sent. Title: `title`. Add, drop, move: `outline_keys` is the
    whole order as proposed; an added section carries its `section_key`, `title` and `markdown`.
    """

    __tablename__ = "amendment_parts"
    __table_args__ = (
        UniqueConstraint("revision_id", "position"),
        CheckConstraint(
            "(section_version_id IS NULL) <> (outline_id IS NULL)", name="bound_to_one_base"
        ),
        CheckConstraint(
            "(kind IN ('text', 'title')) = (section_version_id IS NOT NULL)", name="base_by_kind"
        ),
        CheckConstraint("kind <> 'text' OR markdown IS NOT NULL", name="text_has_words"),
        CheckConstraint("kind <> 'title' OR title IS NOT NULL", name="title_has_words"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    revision_id: Mapped[int] = mapped_column(ForeignKey("amendment_revisions.id"), index=True)
    position: Mapped[int]
    kind: Mapped[PartKind] = mapped_column(values_of(PartKind, "known_kind"))
    section_id: Mapped[int | None] = mapped_column(ForeignKey("sections.id"), index=True)
    section_version_id: Mapped[int | None] = mapped_column(ForeignKey("section_versions.id"))
    outline_id: Mapped[int | None] = mapped_column(ForeignKey("outlines.id"))
    section_key: Mapped[str | None] = mapped_column(String(12))
    title: Mapped[str | None] = mapped_column(String(300))
    markdown: Mapped[str | None] = mapped_column(Text)
    outline_keys: Mapped[list[str] | None] = mapped_column(Json)
    changes: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)

    revision: Mapped[AmendmentRevision] = relationship(back_populates="parts", lazy="raise")
    section: Mapped[Section | None] = relationship(lazy="raise")
    section_version: Mapped[SectionVersion | None] = relationship(lazy="raise")
    outline: Mapped[Outline | None] = relationship(lazy="raise")
    carried: Mapped[CarriedPart | None] = relationship(back_populates="part", lazy="raise")


class CarriedPart(Base):
    """A part as it stands on the present version: derived, replaced at each decision.

    `markdown` is the present text with the carried changes in it; `changes` are those, packed
    against the present version, with their letters; `fates` maps every letter of the part to
    its fate.
    """

    __tablename__ = "carried_parts"
    __table_args__ = (
        CheckConstraint(
            "(section_version_id IS NULL) <> (outline_id IS NULL)", name="bound_to_one_base"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    part_id: Mapped[int] = mapped_column(ForeignKey("amendment_parts.id"), unique=True)
    section_version_id: Mapped[int | None] = mapped_column(ForeignKey("section_versions.id"))
    outline_id: Mapped[int | None] = mapped_column(ForeignKey("outlines.id"))
    markdown: Mapped[str | None] = mapped_column(Text)
    outline_keys: Mapped[list[str] | None] = mapped_column(Json)
    changes: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    fates: Mapped[dict[str, str]] = mapped_column(Json, default=dict)

    part: Mapped[AmendmentPart] = relationship(back_populates="carried", lazy="raise")
    section_version: Mapped[SectionVersion | None] = relationship(lazy="raise")
    outline: Mapped[Outline | None] = relationship(lazy="raise")


class Sponsor(Base):
    """A group that joined an amendment, bound to the revision it read."""

    __tablename__ = "sponsors"
    __table_args__ = (UniqueConstraint("amendment_id", "group_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendments.id"))
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    revision: Mapped[int]
    state: Mapped[SponsorState] = mapped_column(values_of(SponsorState, "known_state"))
    at: Mapped[datetime] = mapped_column(Instant)

    amendment: Mapped[Amendment] = relationship(back_populates="sponsors", lazy="raise")
    group: Mapped[Group] = relationship(lazy="raise")
