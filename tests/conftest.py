"""What every test may ask for: a database, a stopped clock, the application, a client, a world.

The application and the world are imported by the fixtures that make them: tests of the pure
layers start without Flask, and while a higher layer is broken.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from flask import Flask
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from sqlalchemy import Engine, make_url
from sqlalchemy.orm import Session

from drafting.config import Settings
from drafting.store.schema import migrate
from drafting.store.session import make_engine, open_session
from tests.support.client import PageClient
from tests.support.clock import StoppedClock
from tests.support.databases import (
    copy_sqlite,
    make_sqlite_template,
    postgres_database,
    postgres_server,
)

NAME = f"drafting_test_{uuid4().hex[:12]}"
"""The database on PostgreSQL that this process makes anew for each test."""

if TYPE_CHECKING:
    from tests.factories.world import World

# No deadline: a slow machine is no fault of the code.
hypothesis_settings.register_profile(
    "dev", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.register_profile(
    "ci",
    deadline=None,
    max_examples=300,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
# A look at one Python more: what hangs on Python shows in few cases.
hypothesis_settings.register_profile(
    "few",
    deadline=None,
    max_examples=15,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the present schema and nothing in it."""
    return make_sqlite_template(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[str]:
    """The address of a PostgreSQL database with the present schema and nothing in it."""
    with postgres_database(postgres_server()) as url:
        engine = make_engine(url)
        migrate(engine)
        engine.dispose()
        yield url


@pytest.fixture
def database(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of this test's own database: SQLite, or as `both_databases` asks.

    It is made anew for each test, and each has the same address, so that one engine can serve
    all of them: what an engine has compiled is half the time of a test.
    """
    if getattr(request, "param", "sqlite") == "sqlite":
        template = request.getfixturevalue("sqlite_template")
        yield copy_sqlite(template, template.parent)
        return
    template = make_url(request.getfixturevalue("postgres_template"))
    with postgres_database(postgres_server(), str(template.database), NAME) as url:
        yield url


@pytest.fixture
def clock() -> StoppedClock:
    """The time as the application sees it; `clock.forward(hours=1)` moves it."""
    from tests.factories.world import NOON

    return StoppedClock(NOON)


@pytest.fixture
def settings(database: str, clock: StoppedClock) -> Settings:
    """The settings of the site under test."""
    return Settings(
        database_url=database,
        secret_key="a secret of the tests",
        sign_in_limit="1000 per minute",
        testing=True,
        clock=clock,
    )


@pytest.fixture(scope="session")
def engine_for() -> Callable[[str], Engine]:
    """Gives the engine for an address, the same one whenever it is asked for again."""
    return cache(make_engine)


@pytest.fixture
def engine(database: str, engine_for: Callable[[str], Engine]) -> Iterator[Engine]:
    """An engine on this test's database."""
    engine = engine_for(database)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A writing session; commit before a client or another session is to see or write."""
    with open_session(engine, writing=True) as session:
        yield session


@pytest.fixture
def app(settings: Settings, engine: Engine) -> Iterator[Flask]:
    """The whole application; its answers are inspected by its test clients."""
    from drafting.app import create_app
    from tests.support.caches import TEMPLATES, forget_drawings

    forget_drawings()
    app = create_app(settings)
    app.extensions["drafting.engine"] = engine
    app.jinja_env.bytecode_cache = TEMPLATES
    app.test_client_class = PageClient
    yield app
    app.extensions["drafting.engine"].dispose()


@pytest.fixture
def client(app: Flask) -> PageClient:
    """The public: a client that nobody has signed in with."""
    client = app.test_client()
    assert isinstance(client, PageClient)
    return client


@pytest.fixture
def world(session: Session) -> World:
    """A statement with five groups and a person of each right, committed."""
    from tests.factories.world import make_world

    world = make_world(session)
    session.commit()
    return world


@pytest.fixture
def client_of(app: Flask, world: World) -> Callable[[str], PageClient]:
    """Makes a client signed in as a person of the world: `client_of("sender")`."""

    def make(name: str) -> PageClient:
        client = app.test_client()
        assert isinstance(client, PageClient)
        if token := world.tokens.get(name):
            with client.session_transaction() as cookie:
                cookie["_user_id"] = token
                cookie["_fresh"] = True
        return client

    return make
