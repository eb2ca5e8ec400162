"""When the database does not answer: one deliberate error, whatever the driver says."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Error as SqliteError
from sqlite3 import OperationalError
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPIModule
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft
from sqlalchemy.pool import ConnectionPoolEntry

from drafting.errors import Unavailable

__all__ = ["NoConnectionLeft", "watch", "watch_file"]

SQLITE_CODES = frozenset({3, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 26})
"""No permission, busy, locked, no memory, read-only, interrupted, input/output, broken, full,
cannot be opened, locking protocol, not a database."""
POSTGRES_CLASSES = frozenset({"08", "40", "53", "55", "57", "58", "XX"})
"""Connection, transaction rolled back, no resources left, not in state, ended by an operator,
system, internal."""
POSTGRES_CODES = frozenset({"25006", "25P03", "3D000", "42P01"})
"""Read-only, idle too long, no such database, no such table: the database is another one."""


def watch(engine: Engine) -> None:
    """Let every failure that is the database's raise `Unavailable`; our own mistakes stay."""
    event.listen(engine, "handle_error", translate)


def translate(context: ExceptionContext) -> BaseException | None:
    """Put our error in place of the driver's, which stays as its cause.

    What the pool finds ended before it lends it out is its own to make anew.
    """
    if context.is_pre_ping:
        return None
    error = context.original_exception
    if context.is_disconnect or is_outage(error, context.dialect.loaded_dbapi):
        return Unavailable()
    return None


def is_outage(error: BaseException, driver: DBAPIModule) -> bool:
    """Whether the database failed, and not the words it was asked with."""
    if isinstance(error, SqliteError):
        code = getattr(error, "sqlite_errorcode", None)
        return code is None or code & 0xFF in SQLITE_CODES or "no such table" in str(error)
    state = getattr(error, "sqlstate", None)
    if state is None:
        return isinstance(error, driver.OperationalError)
    return state[:2] in POSTGRES_CLASSES or state in POSTGRES_CODES


def watch_file(engine: Engine, path: Path) -> None:
    """Let no connection write into an SQLite file that was moved away or replaced.

    SQLite goes on with the file it opened, whatever its name leads to now: what it confirms would
    be lost. A file that was there once is not made anew, empty, by opening it.
    """
    known: set[str] = set()

    @event.listens_for(engine, "do_connect")
    def refuse_missing(*_args: Any) -> None:
        if known and not path.exists():
            raise OperationalError("the database file is gone")

    @event.listens_for(engine, "connect")
    def remember(_connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        entry.info["file"] = identity(path)
        known.add(str(path))

    @event.listens_for(engine, "checkout")
    def compare(_connection: DBAPIConnection, entry: ConnectionPoolEntry, _proxy: Any) -> None:
        if entry.info["file"] != identity(path):
            raise DisconnectionError("the database file was replaced")


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells one file from another of the same name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
