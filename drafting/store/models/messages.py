"""Messages: the outbox."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from drafting.store.base import Base, Instant, Json

if TYPE_CHECKING:
    from drafting.store.models.people import Person


class Message(Base):
    """One mail to one person.

    `secret` ones carry a sign-in link or what is for a group alone: no page shows them, and they
    are emptied once sent. A line of the body that begins with a slash is an address of this
    site; the outbox puts the site's own before it. `asks` is what it asks (see `asked.py`),
    so that it goes no further once that is settled.
    """

    __tablename__ = "messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    address: Mapped[str] = mapped_column(String(254))
    subject: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text)
    secret: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime] = mapped_column(Instant)
    sent_at: Mapped[datetime | None] = mapped_column(Instant, index=True)
    tries: Mapped[int] = mapped_column(default=0)
    failure: Mapped[str] = mapped_column(String(200), default="")
    asks: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)

    person: Mapped[Person | None] = relationship(lazy="raise")
