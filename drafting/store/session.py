"""Engines and sessions: how a transaction begins on SQLite and on PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from drafting.store.files import make_private
from drafting.store.outages import NoConnectionLeft, watch, watch_file

__all__ = ["Engine", "NoConnectionLeft", "Session", "make_engine", "open_session"]

BUSY_MILLISECONDS = 20_000
"""How long one waits for another writer, on either database."""
CONNECT_SECONDS = 10


def make_engine(url: str) -> Engine:
    """Open the database; the folder of an SQLite file is made when it is missing.

    Errors never show what people typed: values are hidden from their messages. A database that
    does not answer raises `Unavailable`.
    """
    address = make_url(url)
    is_sqlite = address.get_backend_name() == "sqlite"
    engine = sqlite_engine(address) if is_sqlite else postgres_engine(address)
    watch(engine)
    return engine


def postgres_engine(address: URL) -> Engine:
    """Open a PostgreSQL database; nobody waits for ever, for its answer or for another's lock."""
    if address.drivername == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
    limits = {} if "connect_timeout" in address.query else {"connect_timeout": CONNECT_SECONDS}
    engine = create_engine(address, pool_pre_ping=True, hide_parameters=True, connect_args=limits)
    event.listen(engine, "connect", prepare_postgres)
    return engine


def prepare_postgres(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Wait for a lock as long as on SQLite, unless the operator set another time."""
    cursor = connection.cursor()
    cursor.execute(
        "SELECT set_config('lock_timeout', %s, false) WHERE current_setting('lock_timeout') = '0'",
        [f"{BUSY_MILLISECONDS}ms"],
    )
    cursor.close()
    connection.commit()


def sqlite_engine(address: URL) -> Engine:
    """Open an SQLite file."""
    engine = create_engine(address, hide_parameters=True)
    event.listen(engine, "connect", prepare_sqlite)
    event.listen(engine, "begin", begin_on_sqlite)
    if (path := file_of(address)) is not None:
        make_private(path)
        watch_file(engine, path)
    return engine


def file_of(url: str | URL) -> Path | None:
    """Return the file of an SQLite database; None for one in memory or on a server."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite" or address.database in (None, "", ":memory:"):
        return None
    return Path(address.database or "")


def prepare_sqlite(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Set what every SQLite connection needs; transactions are begun by us alone."""
    assert isinstance(connection, SqliteConnection)
    connection.isolation_level = None
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",  # what is confirmed outlives a power cut
        "foreign_keys = ON",
        f"busy_timeout = {BUSY_MILLISECONDS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def begin_on_sqlite(connection: Connection) -> None:
    """Begin; a writing transaction takes its lock at once (deferred ones end in *locked*)."""
    options = connection.get_execution_options()
    begin = "BEGIN IMMEDIATE" if options.get("writing", False) else "BEGIN"
    if options.get("patient", True):
        connection.exec_driver_sql(begin)
        return
    usual = connection.exec_driver_sql("PRAGMA busy_timeout").scalar()
    connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    try:
        connection.exec_driver_sql(begin)
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {usual}")


def open_session(engine: Engine, *, writing: bool, patient: bool = True) -> Session:
    """Open a session for one transaction; say at once whether it will write.

    One that is not patient raises `Unavailable` where another writes on SQLite, and waits for
    nobody.
    """
    options = {"writing": writing, "patient": patient}
    return Session(engine.execution_options(**options), expire_on_commit=False)
