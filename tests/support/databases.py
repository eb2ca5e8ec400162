"""Real databases for tests: migrated once a session, copied for each test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import URL, create_engine, make_url, text

from drafting.store.schema import migrate
from drafting.store.session import make_engine

VARIABLE = "DRAFTING_TEST_POSTGRES"

both_databases = pytest.mark.parametrize(
    "database",
    ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)],
    indirect=True,
)
"""Runs a test on SQLite and on PostgreSQL; without it a test runs on SQLite alone."""


def make_sqlite_template(folder: Path) -> Path:
    """Migrate an empty SQLite file, whole in one file, to be copied."""
    path = folder / "template.sqlite3"
    engine = make_engine(f"sqlite:///{path}")
    migrate(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return path


def copy_sqlite(template: Path, folder: Path) -> str:
    """Copy the template in place of an earlier copy, and return the address of the copy."""
    copy = folder / "test.sqlite3"
    for earlier in (copy, copy.with_name("test.sqlite3-wal"), copy.with_name("test.sqlite3-shm")):
        earlier.unlink(missing_ok=True)
    return f"sqlite:///{shutil.copy(template, copy)}"


def postgres_server() -> URL:
    """Return the address of the server's own database, or skip the test."""
    if not (address := os.environ.get(VARIABLE)):
        pytest.skip(f"{VARIABLE} names no server")
    return make_url(address).set(drivername="postgresql+psycopg")


@contextmanager
def postgres_database(
    server: URL, template: str = "template1", name: str | None = None
) -> Iterator[str]:
    """Make a database of its own from a template, and drop it at the end."""
    name = name or f"drafting_test_{uuid4().hex[:12]}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        with admin.connect() as connection:
            connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
        admin.dispose()
