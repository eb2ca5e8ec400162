"""What is confirmed is on disk, and no other user of the machine may read it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Engine, event, make_url, text

from drafting.store.schema import migrate
from drafting.store.session import make_engine, open_session
from tests.factories.world import World
from tests.house.source import PACKAGE, modules
from tests.support.client import PageClient

FULL = 2


@pytest.fixture
def careless() -> Iterator[None]:
    """A service started with a mask that lets everybody read what it makes."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("careless")
def test_a_new_database_is_readable_by_the_service_alone(tmp_path: Path) -> None:
    engine = make_engine(f"sqlite:///{tmp_path}/instance/house.sqlite3")
    migrate(engine)
    with engine.connect() as connection:
        connection.execute(text("SELECT 1"))
        assert open_to_others(tmp_path / "instance") == []
        assert len(list((tmp_path / "instance").iterdir())) == 3  # with its -wal and -shm
    assert (tmp_path / "instance").stat().st_mode & 0o077 == 0
    engine.dispose()


def test_an_older_database_is_shut_when_it_is_opened(database: str) -> None:
    path = Path(str(make_url(database).database))
    path.chmod(0o664)
    left_over = path.with_name(path.name + "-wal")
    left_over.touch()
    left_over.chmod(0o644)
    engine = make_engine(database)
    assert open_to_others(path.parent) == []
    assert path.stat().st_mode & 0o777 == 0o600
    engine.dispose()


def open_to_others(folder: Path) -> list[str]:
    """Return the files that somebody else may read or write."""
    return [each.name for each in folder.iterdir() if each.stat().st_mode & 0o077]


def test_every_connection_of_the_site_waits_for_the_disk(
    app: Flask, world: World, client_of: Callable[[str], PageClient]
) -> None:
    asked: list[object] = []
    engine: Engine = app.extensions["drafting.engine"]

    @event.listens_for(engine, "checkout")
    def ask(connection: Any, _entry: Any, _proxy: Any) -> None:
        asked.append(connection.execute("PRAGMA synchronous").fetchone()[0])

    client = client_of("sender")
    client.get("/texts/dhaka")
    client.post_to("/sign-in", name="Nobody", password="wrong")
    with open_session(engine, writing=True), engine.connect(), engine.connect():
        pass
    event.remove(engine, "checkout", ask)
    assert len(asked) >= 5
    assert set(asked) == {FULL}


def test_nothing_else_opens_a_database() -> None:
    openers = ("create_engine(", "sqlite3.connect(", "psycopg.connect(")
    found = {
        module.name for module in modules(PACKAGE) if any(word in module.text for word in openers)
    }
    assert found == {"drafting/store/session.py", "drafting/store/backup.py"}
