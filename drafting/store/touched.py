"""Remembering which rows a session wrote, until the record has told of them.

A row is remembered as it is flushed: acts need not list what they wrote, and forget none of it.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import event, inspect
from sqlalchemy.orm import Session, UOWTransaction

from drafting.store.base import Base

KEPT_IN = "rows to tell of"
BOOKKEEPING = frozenset({"entry_id", "last_entry", "last_amendment"})
"""Columns that bind a row to its entry, or count: no news by themselves."""


def remember(session: Session, _context: UOWTransaction, _instances: object) -> None:
    """Remember what is about to be written."""
    rows = [*session.new, *(row for row in session.dirty if is_news(row))]
    written_in(session).update({id(row): row for row in rows if isinstance(row, Base)})


def is_news(row: object) -> bool:
    """Say whether a column of a row changes that says more than where it was told."""
    state = inspect(row, raiseerr=True)
    columns = {column.key for column in state.mapper.column_attrs} - BOOKKEEPING
    return any(state.attrs[name].history.has_changes() for name in columns)


def forget(session: Session, *_others: object) -> None:
    """Forget it with the end of the transaction."""
    session.info.pop(KEPT_IN, None)


def written_in(session: Session) -> dict[int, Base]:
    """Return the rows that this session wrote and nothing has told of yet."""
    found: dict[int, Base] = session.info.setdefault(KEPT_IN, {})
    return found


def touch(session: Session, row: Base) -> None:
    """Remember a row that was written past the session."""
    written_in(session)[id(row)] = row


def take_written(session: Session, wanted: Callable[[Base], bool]) -> list[Base]:
    """Take out the rows that are wanted, to tell of them now."""
    session.flush()
    kept = written_in(session)
    found = [(number, row) for number, row in kept.items() if wanted(row)]
    for number, _row in found:
        del kept[number]
    return [row for _number, row in found]


event.listen(Session, "before_flush", remember)
event.listen(Session, "after_commit", forget)
event.listen(Session, "after_rollback", forget)
