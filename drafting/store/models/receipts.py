"""Receipts: the key of each form that creates, so that sent twice makes one."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from drafting.store.base import Base, Instant


class Receipt(Base):
    """One form that arrived; `form_key` is 32 hexadecimal digits, `code` what a person copies."""

    __tablename__ = "receipts"
    __table_args__ = (UniqueConstraint("person_id", "form_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    form_key: Mapped[str] = mapped_column(String(32))
    code: Mapped[str] = mapped_column(String(8))
    amendment_id: Mapped[int] = mapped_column(ForeignKey("amendments.id"), index=True)
    at: Mapped[datetime] = mapped_column(Instant)
