"""*Language only* is a claim of a person who saw it: nothing is claimed for anybody."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.factories.amendments import WORDS
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.pages import Page

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"
SPELLED = WORDS.replace("must", "should").replace("women, men and", "women, men, and")
SAID = "The group says: it does not change the meaning."
CLAIM = "Language only: it does not change the meaning"


def opened(world: World, client: PageClient) -> Page:
    """Open *Change this* at the second paragraph."""
    return client.get_page(f"{TEXT}/paragraphs/{world.key(0, 1)}/change")


def press(page: Page, client: PageClient, act: str, **fields: Any) -> Page:
    """Press a button of the form for writing."""
    return client.submit(page.form("#my-change"), act=act, **fields)


def test_what_was_sent_unseen_claims_nothing(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    press(opened(world, client), client, "send", words=SPELLED)
    assert SAID not in client.get_page(f"{TEXT}/changes/A1").text


def test_what_was_seen_ticked_is_claimed(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    page = press(opened(world, client), client, "see", words=SPELLED)
    assert page.form("#my-change").fields["editorial"]
    press(page, client, "send")
    assert SAID in client.get_page(f"{TEXT}/changes/A1").text


@pytest.mark.parametrize("seen", [False, True])
def test_a_draft_shows_its_claim_beside_send(world: World, client_of: Clients, seen: bool) -> None:
    writer, sender = client_of("writer"), client_of("sender")
    page = opened(world, writer)
    if seen:
        page = press(page, writer, "see", words=SPELLED)
    press(page, writer, "ready", words=SPELLED)
    mine = sender.get_page(f"{TEXT}/my-changes")
    assert (CLAIM in mine.text) is seen
    sender.submit(mine.form("/send"))
    assert (SAID in sender.get_page(f"{TEXT}/changes/A1").text) is seen


def test_new_words_sent_unseen_take_the_claim_back(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    press(press(opened(world, client), client, "see", words=SPELLED), client, "send")
    page = client.get_page(f"{TEXT}/changes/A1/revise")
    press(page, client, "revise", words=SPELLED.replace("protected", "shielded"))
    assert SAID not in client.get_page(f"{TEXT}/changes/A1").text
