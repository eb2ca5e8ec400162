"""Databases that really fail: locked, full, gone, replaced, cut off; at the point asked for."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, text

Outage = Callable[[Engine], AbstractContextManager[None]]


def file_of(engine: Engine) -> Path:
    """Return the file of an SQLite engine."""
    return Path(engine.url.database or "")


@contextmanager
def told(engine: Engine, *pragmas: str) -> Iterator[None]:
    """Let new connections be made as these say, and no old one be used."""

    def tell(connection: Any, _entry: Any) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    engine.dispose()
    event.listen(engine, "connect", tell)
    try:
        yield
    finally:
        event.remove(engine, "connect", tell)
        engine.dispose()


@contextmanager
def locked(engine: Engine) -> Iterator[None]:
    """Another process holds the lock of writers, for longer than one waits."""
    holder = sqlite3.connect(file_of(engine), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with told(engine, "busy_timeout = 40"):
        yield
    holder.execute("ROLLBACK")
    holder.close()


def read_only(engine: Engine) -> AbstractContextManager[None]:
    """Nothing can be written."""
    return told(engine, "query_only = ON")


def full(engine: Engine) -> AbstractContextManager[None]:
    """No page more fits into the file: a row that needs one is refused at the flush."""
    return told(engine, "max_page_count = 1")


@contextmanager
def full_at_commit(engine: Engine) -> Iterator[None]:
    """The disk takes not one more sign, which SQLite meets when it commits."""
    log = Path(f"{file_of(engine)}-wal")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size if log.exists() else 0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def moved_away(engine: Engine) -> Iterator[None]:
    """The file has another name now, while connections to it are open."""
    path = file_of(engine)
    aside = path.with_suffix(".aside")
    with sqlite3.connect(path) as connection:  # all in one file, as a backup would be
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    path.rename(aside)
    yield
    aside.replace(path)


@contextmanager
def replaced(engine: Engine, content: bytes = b"") -> Iterator[None]:
    """Another file stands in its place: an empty one, or one that is no database."""
    with moved_away(engine):
        file_of(engine).write_bytes(content)
        yield


def broken(engine: Engine) -> AbstractContextManager[None]:
    """What stands there is no database."""
    return replaced(engine, b"not a database, but long enough to be asked about it" * 40)


def end_connections(engine: Engine) -> None:
    """End every connection to a PostgreSQL database, as its operator may."""
    operator = create_engine(engine.url.set(database="postgres"), isolation_level="AUTOCOMMIT")
    with operator.connect() as connection:
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"),
            {"name": engine.url.database},
        )
    operator.dispose()


@contextmanager
def ended_at(engine: Engine, point: str) -> Iterator[None]:
    """The connection ends once, at `begin`, at a row's `INSERT`, or at `commit`."""
    left = [point]

    def end(*_args: Any) -> None:
        if left and left.pop():
            end_connections(engine)

    def end_at_insert(_connection: Any, _cursor: Any, statement: str, *_args: Any) -> None:
        if statement.startswith("INSERT INTO amendments"):
            end()

    name, act = ("before_cursor_execute", end_at_insert) if point == "INSERT" else (point, end)
    event.listen(engine, name, act)
    yield
    event.remove(engine, name, act)
    assert not left, "the point was passed"


@contextmanager
def refused(engine: Engine) -> Iterator[None]:
    """Nobody listens where the database was."""

    def lead_astray(_dialect: Any, _entry: Any, _args: Any, params: dict[str, Any]) -> None:
        params["port"] = 1

    engine.dispose()
    event.listen(engine, "do_connect", lead_astray)
    yield
    event.remove(engine, "do_connect", lead_astray)


@contextmanager
def table_locked(engine: Engine) -> Iterator[None]:
    """Somebody else holds the statements, for longer than one waits."""

    def wait_briefly(connection: Any, _entry: Any) -> None:
        connection.execute("SET lock_timeout = 40")
        connection.commit()

    holder = create_engine(engine.url)
    engine.dispose()
    event.listen(engine, "connect", wait_briefly)
    with holder.begin() as connection:
        connection.execute(text("LOCK TABLE statements"))
        yield
    event.remove(engine, "connect", wait_briefly)
    engine.dispose()
    holder.dispose()
