"""Who goes back to what the own hand has answered reads that it is answered, and goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafting.rules.lifecycle import Outcome
from tests.factories.amendments import send_change, words_for
from tests.factories.decisions import decide, decide_together
from tests.factories.world import World
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]
DECIDE = "/texts/dhaka/changes/A1/decide"
BATCH = "/texts/dhaka/to-decide/batch?outcome=rejected&pick=1:1&pick=2:1"
FAILURES = ("This has changed", "meanwhile", "Nothing was written", "What you saw")


@pytest.fixture
def three(world: World) -> World:
    """Three changes that wait."""
    send_change(world)
    for block in (0, 2):
        send_change(world, words=words_for(world, "They have not.", block=block))
    world.session.commit()
    return world


@pytest.mark.parametrize("by_form", [False, True])
def test_after_the_own_answer_one_goes_on(three: World, client_of: Clients, by_form: bool) -> None:
    client = client_of("moderator")
    form = client.get_page(DECIDE).form("decide")
    client.submit(form, act="decide")
    page = (
        client.submit(form, act="decide", reason="Once more.", status=409)
        if by_form
        else client.get_page(DECIDE)
    )
    assert "You have answered A1. Your answer stands." in page.text
    assert not [words for words in FAILURES if words in page.text]
    assert "/texts/dhaka/changes/A3/decide#main" in page.links
    assert "/texts/dhaka/changes/A1" in page.links
    assert ("Once more." in page.text) is by_form


def test_after_the_last_it_leads_to_what_waits(world: World, client_of: Clients) -> None:
    decide(world, send_change(world), Outcome.REJECTED)
    world.session.commit()
    page = client_of("moderator").get_page(DECIDE)
    assert "You have answered A1." in page.text
    assert "/texts/dhaka/to-decide" in page.links


def test_what_a_colleague_answered_is_not_the_own_answer(three: World, client_of: Clients) -> None:
    client = client_of("colleague")
    client.submit(client.get_page(DECIDE).form("decide"), act="decide")
    page = client_of("moderator").get_page(DECIDE, status=409)
    assert "A1 was answered meanwhile." in page.text
    assert "You have answered" not in page.text


def test_several_answered_are_answered(three: World, client_of: Clients) -> None:
    client = client_of("moderator")
    form = client.get_page(BATCH).form("batch")
    client.submit(form, act="decide", reason="Most prefer the text.")
    for page in (
        client.get_page(BATCH),
        client.submit(form, act="decide", reason="Most prefer the text.", status=409),
    ):
        assert "You have answered these changes. Your answer stands." in page.text
        assert not [words for words in FAILURES if words in page.text]


def test_several_of_which_a_colleague_answered_one_are_not(
    three: World, client_of: Clients
) -> None:
    first, second = (send_change(three, who) for who in ("african", "european"))
    decide_together(three, Outcome.REJECTED, first)
    decide(three, second, Outcome.REJECTED, by="colleague")
    three.session.commit()
    address = "/texts/dhaka/to-decide/batch?outcome=rejected&pick=4:1&pick=5:1"
    page = client_of("moderator").get_page(address, status=409)
    assert "You have answered" not in page.text
