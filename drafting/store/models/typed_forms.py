"""Typed forms: what stood in the fields of a page for writing when it was answered with a page."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from drafting.store.base import Base, Instant


class TypedForm(Base):
    """One form that a person typed in, for that person alone.

    `form_key` is 32 hexadecimal digits, `path` the page that it stood on, `fields` JSON pairs of
    names and values, `answer` JSON of why the page came back. `done` once its button did what it
    says.
    """

    __tablename__ = "typed_forms"
    __table_args__ = (
        UniqueConstraint("person_id", "form_key"),
        CheckConstraint("length(form_key) = 32", name="whole_key"),
        Index("ix_typed_forms_person_id_path", "person_id", "path"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    form_key: Mapped[str] = mapped_column(String(32))
    path: Mapped[str] = mapped_column(String(300))
    fields: Mapped[str] = mapped_column(Text)
    answer: Mapped[str] = mapped_column(Text)
    done: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime] = mapped_column(Instant)
