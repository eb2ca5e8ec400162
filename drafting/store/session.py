"""Engines and sessions: how a transaction begins on SQLite and on PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

__all__ = ["Engine", "Session", "make_engine", "open_session"]

BUSY_MILLISECONDS = 20_000


def make_engine(url: str) -> Engine:
    """Open the database; the folder of an SQLite file is made when it is missing.

    Errors never show what people typed: values are hidden from their messages.
    """
    address = make_url(url)
    if address.drivername == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
    if address.get_backend_name() != "sqlite":
        return create_engine(address, pool_pre_ping=True, hide_parameters=True)
    if address.database and address.database != ":memory:":
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address, hide_parameters=True)
    event.listen(engine, "connect", prepare_sqlite)
    event.listen(engine, "begin", begin_on_sqlite)
    return engine


def prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Set what every SQLite connection needs; transactions are begun by us alone."""
    assert isinstance(connection, SqliteConnection)
    connection.isolation_level = None
    for pragma in (
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
        f"busy_timeout = {BUSY_MILLISECONDS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def begin_on_sqlite(connection: Connection) -> None:
    """Begin; a writing transaction takes its lock at once (deferred ones end in *locked*)."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def open_session(engine: Engine, *, writing: bool) -> Session:
    """Open a session for one transaction; say at once whether it will write."""
    return Session(engine.execution_options(writing=writing), expire_on_commit=False)
