"""Brings a database to the present schema, and says whether it is there."""

from __future__ import annotations

from collections.abc import Callable
from sqlite3 import Connection as SqliteConnection

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from drafting.config import DATA


def migrate(engine: Engine, revision: str = "head") -> None:
    """Run the migrations up to a revision, all or none of them."""
    run(engine, command.upgrade, revision)


def migrate_back(engine: Engine, revision: str) -> None:
    """Run the migrations down to a revision (`base`: to an empty database), all or none."""
    run(engine, command.downgrade, revision)


def run(engine: Engine, step: Callable[[Config, str], None], revision: str) -> None:
    """Take the step in one transaction, SQLite's foreign keys unchecked until its end."""
    with engine.execution_options(writing=True).connect() as connection:
        check_foreign_keys(connection, on=False)
        with connection.begin():
            config = alembic_config()
            config.attributes["connection"] = connection
            step(config, revision)
        check_foreign_keys(connection, on=True)


def is_current(engine: Engine) -> bool:
    """Say whether the database has the schema of this version of the program."""
    head = ScriptDirectory.from_config(alembic_config()).get_current_head()
    with engine.connect() as connection:
        return current_revision(connection) == head


def is_empty(engine: Engine) -> bool:
    """Say whether no migration ever ran here."""
    with engine.connect() as connection:
        return current_revision(connection) is None


def current_revision(connection: Connection) -> str | None:
    """Return the number of the last migration that ran here, or None for an empty database."""
    return MigrationContext.configure(connection).get_current_revision()


def alembic_config() -> Config:
    """Return what Alembic needs to know to run the migrations."""
    config = Config()
    config.set_main_option("script_location", str(DATA / "migrations").replace("%", "%%"))
    return config


def check_foreign_keys(connection: Connection, *, on: bool) -> None:
    """Switch SQLite's checks: a table that is copied and renamed must be let go for a moment.

    Outside of a transaction, because SQLite ignores the switch inside one.
    """
    raw = connection.connection.driver_connection
    if isinstance(raw, SqliteConnection):
        raw.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")
