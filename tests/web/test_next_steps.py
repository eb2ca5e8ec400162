"""The line on top says the reader's own next step, also while nothing waits for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from drafting.store.queries.rounds import list_rounds
from tests.factories.amendments import send_change
from tests.factories.decisions import decide
from tests.factories.editions import publish
from tests.factories.world import NOON, World
from tests.support.client import PageClient
from tests.support.pages import Page, text_of

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka/text"


def line_of(page: Page) -> str:
    """Return the line on top."""
    return " ".join(text_of(line) for line in page.all("section", class_="next-line"))


@pytest.mark.parametrize(
    ("name", "url", "said"),
    [
        ("writer", TEXT, "To propose other words, press “Change this” at a ¶."),
        ("sender", "/texts/dhaka/answers", "To propose other words, press “Change this” at a ¶."),
        ("rapporteur", TEXT, "To propose other words, press “Change this” at a ¶."),
        ("reader", TEXT, "See what the groups ask for, and the answers."),
        ("reader", "/texts/dhaka/changes", "Read the text."),
        ("moderator", TEXT, "Nothing waits for an answer."),
        ("public", "/texts/dhaka/published", "Read the Zero draft."),
        ("public", "/texts/dhaka/published/0", "The next draft will be published here."),
    ],
)
def test_while_nothing_waits_each_reader_is_told_what_comes_next(
    client_of: Clients, name: str, url: str, said: str
) -> None:
    assert said in line_of(client_of(name).get_page(url))


def test_what_waits_is_said_first(world: World, client_of: Clients) -> None:
    send_change(world)
    world.session.commit()
    assert "1 change to decide." in line_of(client_of("moderator").get_page(TEXT))


def test_the_public_is_led_on_to_what_changed(world: World, client_of: Clients) -> None:
    decide(world, send_change(world))
    publish(world)
    world.session.commit()
    page = client_of("public").get_page("/texts/dhaka/published/1")
    assert "See what changed since the draft before." in line_of(page)
    assert "/texts/dhaka/published/compare" in page.links
    older = client_of("public").get_page("/texts/dhaka/published/0")
    assert "Read the newest draft." in line_of(older)


def test_before_the_next_session_writers_can_get_words_ready(
    world: World, client_of: Clients
) -> None:
    session = list_rounds(world.session, world.statement.id)[0]
    session.opens_at, session.closes_at = NOON + timedelta(hours=2), NOON + timedelta(hours=4)
    world.session.commit()
    line = line_of(client_of("writer").get_page(TEXT))
    assert "Opens Tue 24 Nov, 14:00 Dhaka" in line
    assert "Write a draft now, and send it when the text opens." in line


def test_who_writes_is_not_sent_away_to_write(world: World, client_of: Clients) -> None:
    page = client_of("writer").get_page(f"/texts/dhaka/paragraphs/{world.key(0, 1)}/change")
    assert "Write, look at your change, then send it or keep it." in line_of(page)
