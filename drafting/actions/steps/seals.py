"""Sealing rows: the facts of each row that pages show, as a salted digest in the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import inspect

from drafting.rules.journal import Json, canonical, salted
from drafting.store.base import Base
from drafting.store.models import Entry, Statement
from drafting.store.queries.journal_rows import is_unspoken

COUNTERS = frozenset({"last_entry", "last_amendment"})
OF_OLD_ENTRIES = frozenset(
    {"audience", "amendment_id", "kind", "told_at", "group_id", "round_id", "revision"}
)
"""Of an entry of the older form, what its own hash does not hold."""


def name_of(row: Base) -> str:
    """Name a row by its table and number."""
    return f"{row.__tablename__} {row.id}"  # type: ignore[attr-defined]  # every row has one


def seal_rows(rows: Iterable[Base], salt: bytes, seqs: Mapping[int | None, int]) -> dict[str, Json]:
    """Return the salted digest of each row; `seqs` numbers entries, also the one to come (None)."""
    return {name_of(row): seal(row, salt, seqs) for row in rows}


def seal(row: Base, salt: bytes, seqs: Mapping[int | None, int]) -> str:
    """Return the salted digest of one row's facts. Raises: ValueError for what has no form."""
    return salted(salt, canonical(facts_of(row, seqs)).decode())


def facts_of(row: Base, seqs: Mapping[int | None, int]) -> Mapping[str, Json]:
    """Return what each column of a row says; entries by their number in the record.

    What is empty is left out, so that a column added later, empty in old rows, changes no seal.
    """
    if is_unspoken(row):
        return {"unspoken": True}
    columns = [one.key for one in inspect(row).mapper.column_attrs if one.key not in COUNTERS]
    if isinstance(row, Entry):
        columns = [name for name in columns if name in OF_OLD_ENTRIES]
    facts = {name: plain(getattr(row, name)) for name in columns}
    if not isinstance(row, Statement | Entry) and "entry_id" in facts:
        facts["entry_id"] = seqs.get(getattr(row, "entry_id", None))
    return {name: fact for name, fact in facts.items() if fact is not None}


def plain(value: Any) -> Json:
    """Return the value of a column as the record writes it."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    told: Json = value
    return told
