"""Pages about amendments ask the database as often for many as for few."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import Engine

from tests.factories.amendments import WORDS, join_change, keep_draft, send_change
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.queries import count_queries

PAGES = ("my-changes", "changes", "paragraphs/{paragraph}/change", "changes/A1")


def fill(world: World, many: int) -> None:
    """Send and keep some more, each with words of its own, and let Africa join the first."""
    for number in range(many):
        words = WORDS.replace("must", f"must, {many} times {number},")
        send_change(world, words=words)
        send_change(world, "african", words)
        keep_draft(world, words=words.replace("must", "shall"))
    join_change(world)
    world.session.commit()


@pytest.mark.parametrize("page", PAGES)
def test_more_changes_ask_no_more_queries(
    world: World, app: Flask, client_of: Callable[[str], PageClient], page: str
) -> None:
    address = f"/texts/dhaka/{page.format(paragraph=world.key(0, 1))}"
    check_queries(world, app, client_of("sender"), address)


def test_more_that_is_answered_along_asks_no_more_queries(
    world: World, app: Flask, client_of: Callable[[str], PageClient]
) -> None:
    check_queries(world, app, client_of("moderator"), "/texts/dhaka/changes/A1/decide")


def check_queries(world: World, app: Flask, client: PageClient, address: str) -> None:
    """Hold that a page asks no more of the database when there are more changes."""
    fill(world, 2)
    with count_queries(engine_of(app)) as few:
        client.get_page(address)
    fill(world, 5)
    with count_queries(engine_of(app)) as many:
        client.get_page(address)
    assert len(many) == len(few)


def engine_of(app: Flask) -> Engine:
    """Return the engine that the application uses."""
    engine: Engine = app.extensions["drafting.engine"]
    return engine
