"""Questions to a group: what waits for a group's word, until when, and what it said."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from drafting.store.base import Base, Instant, Json, values_of

if TYPE_CHECKING:
    from drafting.store.models.amendments import Amendment
    from drafting.store.models.groups import Group


class QuestionKind(StrEnum):
    """What is asked."""

    MOVED = "the text moved"
    ENTERED = "written for you"
    REVISED = "the author revised"
    WITHDRAWN = "the author withdrew"


class Answer(StrEnum):
    """What a group may answer."""

    KEEP = "ask for this"
    TAKE_TEXT = "take the text as it is"
    ANEW = "write anew"
    YES = "yes"
    NO = "no"


class Question(Base):
    """One question; after `until` it blocks nobody. A question is closed when answered or moot."""

    __tablename__ = "questions"
    __table_args__ = (
        CheckConstraint("answer IS NULL OR closed_at IS NOT NULL", name="answered_is_closed"),
        Index("ix_questions_group_id_closed_at", "group_id", "closed_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendments.id"), index=True)
    kind: Mapped[QuestionKind] = mapped_column(values_of(QuestionKind, "known_kind"))
    letters: Mapped[list[str]] = mapped_column(Json, default=list)
    revision: Mapped[int]
    asked_at: Mapped[datetime] = mapped_column(Instant)
    until: Mapped[datetime] = mapped_column(Instant)
    answer: Mapped[Answer | None] = mapped_column(values_of(Answer, "known_answer"))
    closed_at: Mapped[datetime | None] = mapped_column(Instant)

    amendment: Mapped[Amendment] = relationship(lazy="raise")
    group: Mapped[Group] = relationship(lazy="raise")
