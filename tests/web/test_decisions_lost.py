"""What lost its place in the text, or stands in it already, is offered only answers that work."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafting.rules.lifecycle import Outcome
from drafting.store.models import Amendment
from tests.factories.amendments import send_change, words_for
from tests.factories.decisions import decide
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.pages import Page, text_of

Clients = Callable[[str], PageClient]
DECIDE = "/texts/dhaka/changes/A1/decide"
TAKING = ("Take", "Take part", "Other words")


def lost(world: World) -> None:
    """A1 changes a word of a paragraph that goes out of the text."""
    send_change(world)
    decide(world, send_change(world, "african", words_for(world, "")))
    world.session.commit()


def done(world: World) -> None:
    """A1 takes a paragraph out that goes out of the text by another change."""
    send_change(world, words=words_for(world, "", block=2))
    decide(world, send_change(world, "african", words_for(world, "", block=2)))
    world.session.commit()


def tabs(page: Page) -> list[str]:
    """Return the answers that the page offers, in order."""
    (nav,) = [one for one in page.all("nav") if one.get("aria-label") == "Answers"]
    return [text_of(link) for link in nav.iter("a")]


@pytest.mark.parametrize("asked", ["", *(f"?outcome={one.value}" for one in Outcome)])
def test_what_lost_its_place_shows_its_words_and_no_way_to_take_them(
    world: World, client_of: Clients, asked: str
) -> None:
    lost(world)
    page = client_of("moderator").get_page(DECIDE + asked.replace(" ", "+"))
    assert tabs(page)[0] == "No longer fits"
    assert not set(TAKING) & set(tabs(page))
    assert "A1: Take" not in page.text
    assert "no longer in the text" in page.text
    asks = page.text.partition("What is asked")[2].partition("Your answer")[0]
    assert "Better governance" in asks
    assert "States promised" not in asks


@pytest.mark.parametrize("loses", [lost, done])
def test_its_own_page_leads_to_no_answer_that_cannot_be_given(
    world: World, client_of: Clients, loses: Callable[[World], Amendment]
) -> None:
    loses(world)
    page = client_of("moderator").get_page("/texts/dhaka/changes/A1")
    to_answers = {link for link in page.links if f"{DECIDE}?outcome=" in link}
    assert to_answers
    assert not [link for link in to_answers if "=accepted" in link]


@pytest.mark.parametrize("loses", [lost, done])
def test_each_answer_offered_can_be_given(
    world: World, client_of: Clients, loses: Callable[[World], Amendment]
) -> None:
    loses(world)
    client = client_of("moderator")
    page = client.get_page(DECIDE)
    form = page.form("decide")
    answered = client.submit(form, act="decide", reason="It is gone.")
    assert "A1 is answered" in answered.text


def test_what_is_done_already_comes_first(world: World, client_of: Clients) -> None:
    done(world)
    page = client_of("moderator").get_page(DECIDE)
    assert tabs(page)[0] == "Already so in the text"
    assert "The text reads so already." in page.text
    assert "What is asked" in page.text


def test_part_is_offered_only_where_there_are_parts(world: World, client_of: Clients) -> None:
    send_change(world)
    world.session.commit()
    client = client_of("moderator")
    shown = client.get_page("/texts/dhaka/changes/A1")
    assert f"{DECIDE}?outcome=accepted" in shown.links
    assert f"{DECIDE}?outcome=accepted+in+part" not in shown.links
    assert "A1: Take" in client.get_page(f"{DECIDE}?outcome=accepted+in+part").text
