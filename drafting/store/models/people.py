"""People: who may sign in."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from drafting.store.base import Base, Instant

if TYPE_CHECKING:
    from drafting.store.models.grants import Grant


class Person(Base):
    """One human being; `handle` is the name typed at sign-in when there is no mail address."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    handle: Mapped[str] = mapped_column(String(60), unique=True)
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str | None] = mapped_column(String(200))
    administrator: Mapped[bool] = mapped_column(default=False)
    language: Mapped[str | None] = mapped_column(String(16))
    news_by_mail: Mapped[bool] = mapped_column(default=True)
    made_at: Mapped[datetime] = mapped_column(Instant)

    grants: Mapped[list[Grant]] = relationship(
        back_populates="person", foreign_keys="Grant.person_id", lazy="raise"
    )
