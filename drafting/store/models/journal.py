"""The journal: one append-only chain a statement, and the hands behind its entries."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from drafting.rules.actors import Right
from drafting.rules.lifecycle import Audience
from drafting.store.base import Base, Instant, Json, values_of


class Entry(Base):
    """One link of the chain; `hash` is over {seq, prev, public, private} in RFC 8785 form.

    `commitment` is the entry's `private` member: SHA-256(nonce ‖ private part). Nonce and private
    part may be forgotten; the chain still verifies. `words` are texts that the private part names
    by their salted digests: each may be forgotten alone.

    What the house itself needs of an entry stands in the last columns, never read from `public`:
    the form of its parts, what it tells, its day or instant as told, whose act it was, in which
    revision of the amendment, or of which session.
    """

    __tablename__ = "entries"
    __table_args__ = (
        UniqueConstraint("statement_id", "seq"),
        CheckConstraint("seq >= 1", name="counted_from_one"),
        CheckConstraint("(nonce IS NULL) = (private IS NULL)", name="forgotten_together"),
        CheckConstraint("form IN (1, 2)", name="known_form"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    seq: Mapped[int]
    prev: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
    public: Mapped[dict[str, Any]] = mapped_column(Json)
    commitment: Mapped[str] = mapped_column(String(64))
    private: Mapped[dict[str, Any] | None] = mapped_column(Json(none_as_null=True))
    nonce: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    audience: Mapped[Audience] = mapped_column(values_of(Audience, "known_audience"))
    amendment_id: Mapped[int | None] = mapped_column(ForeignKey("amendments.id"), index=True)
    form: Mapped[int] = mapped_column(server_default="1")
    kind: Mapped[str] = mapped_column(String(40), server_default="")
    told_at: Mapped[str] = mapped_column(String(20), server_default="")
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))
    round_id: Mapped[int | None] = mapped_column(ForeignKey("rounds.id"))
    revision: Mapped[int | None]
    words: Mapped[dict[str, str] | None] = mapped_column(Json(none_as_null=True))


class Hand(Base):
    """Who did it: the one table to empty when a person is erased.

    Acts that the journal does not hold (drafts, *ready*) name the amendment alone.
    """

    __tablename__ = "hands"
    __table_args__ = (
        CheckConstraint(
            "entry_id IS NOT NULL OR amendment_id IS NOT NULL", name="of_an_entry_or_amendment"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entries.id"), index=True)
    amendment_id: Mapped[int | None] = mapped_column(ForeignKey("amendments.id"), index=True)
    act: Mapped[str] = mapped_column(String(40))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    right: Mapped[Right | None] = mapped_column(values_of(Right, "known_right"))
    at: Mapped[datetime | None] = mapped_column(Instant)
    nonce: Mapped[bytes | None] = mapped_column(LargeBinary(32))
