"""The line on top says the reader's own next step, also while nothing waits for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from drafting.store.queries.rounds import list_rounds
from tests.factories.amendments import send_change
from tests.factories.decisions import decide
from tests.factories.editions import publish
from tests.factories.world import NOON, World, without_moderators, without_text
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


@pytest.mark.parametrize(
    ("name", "said", "place"),
    [
        ("moderator", "Bring in the words.", "/texts/dhaka/bring-in"),
        ("sender", "The moderators bring in the words first.", None),
        ("administrator", "The moderators bring in the words first.", None),
    ],
)
def test_an_empty_text_says_who_brings_in_the_words(
    world: World, client_of: Clients, name: str, said: str, place: str | None
) -> None:
    without_text(world)
    page = client_of(name).get_page(TEXT)
    assert said in line_of(page)
    assert ("/texts/dhaka/bring-in" in page.links) == (place is not None)


def test_an_empty_text_without_a_moderator_promises_none(world: World, client_of: Clients) -> None:
    without_text(world)
    without_moderators(world)
    page = client_of("sender").get_page(TEXT)
    assert "No moderator has come in yet." in line_of(page)
    assert "moderators" not in page.text
    page = client_of("administrator").get_page(TEXT)
    assert "Invite one, or moderate the text yourself." in line_of(page)
    assert page.text.count("Open People") == 1
    assert "/texts/dhaka/people" in page.links


def test_who_founds_a_text_begins_alone(world: World, client_of: Clients) -> None:
    client = client_of("administrator")
    asked = client.get_page("/texts/new").form("/texts/new")
    people = client.submit(asked, title="Second", zone="Asia/Dhaka")
    assert "No moderator has come in yet" in people.text
    page = client.submit(people.form("/people/moderate"))
    assert page.url == "/texts/second/text"
    assert "You moderate this text now." in page.text
    assert "Bring in the words." in line_of(page)
    client.get_page("/texts/second/bring-in")
    assert "Moderate it myself" not in client.get_page("/texts/second/people").text
    assert client.post_to("/texts/dhaka/people/moderate").status_code == 422
