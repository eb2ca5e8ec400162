"""A form that comes again with other words, by *Back*: nothing is swallowed, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.factories.amendments import WORDS, keep_draft
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.clock import StoppedClock
from tests.support.pages import Page

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"
OTHER = WORDS.replace("must", "shall")


def opened(world: World, client: PageClient) -> Page:
    """Open *Change this* at the second paragraph."""
    return client.get_page(f"{TEXT}/paragraphs/{world.key(0, 1)}/change")


def press(client: PageClient, page: Page, act: str, status: int = 200, **fields: str) -> Page:
    """Press a button of the page's form."""
    return client.submit(page.form("#my-change"), status=status, act=act, **fields)


def test_other_words_after_sending_come_back_and_become_one_more_change(
    world: World, client_of: Clients
) -> None:
    client = client_of("sender")
    page = opened(world, client)
    press(client, page, "send", words=WORDS)
    again = press(client, page, "send", 409, words=OTHER, reason="It binds all.")
    assert "This form was sent already, as A1." in again.text
    assert again.all("a", href=f"{TEXT}/changes/A1")
    assert again.form("#my-change").fields["words"] == [OTHER]
    assert again.form("#my-change").fields["reason"] == ["It binds all."]
    assert "Received: A2" in press(client, again, "send").text
    assert "“should” → “must”" in client.get_page(f"{TEXT}/changes/A1").text
    assert "“should” → “shall”" in client.get_page(f"{TEXT}/changes/A2").text


def test_the_change_can_be_seen_before_the_words_are_sent_again(
    world: World, client_of: Clients
) -> None:
    client = client_of("sender")
    page = opened(world, client)
    press(client, page, "send", words=WORDS)
    again = press(client, page, "send", 409, words=OTHER)
    again = press(client, again, "see")
    assert "Received: A2" in press(client, again, "send").text


@pytest.mark.parametrize("act", ["send", "draft"])
def test_a_drafts_page_left_open_does_so_too(world: World, client_of: Clients, act: str) -> None:
    draft = keep_draft(world)
    world.session.commit()
    client = client_of("sender")
    page = client.get_page(f"{TEXT}/drafts/{draft.key}")
    press(client, page, "send")
    again = press(client, page, act, 409, words=OTHER)
    assert "This form was sent already, as A1." in again.text
    assert again.form("#my-change").fields["words"] == [OTHER]
    done = press(client, press(client, again, "see"), act)
    assert ("Received: A2" if act == "send" else "Your words are kept as a draft.") in done.text


def test_a_draft_that_a_colleague_changed_is_not_written_over(
    world: World, client_of: Clients, clock: StoppedClock
) -> None:
    writer, sender = client_of("writer"), client_of("sender")
    page = opened(world, writer)
    kept = press(writer, page, "draft", words=WORDS)
    address = kept.form("#my-change").action.partition("#")[0]
    clock.forward(hours=1)
    press(sender, sender.get_page(address), "draft", words=WORDS.replace("must", "will"))
    again = press(writer, page, "draft", 409, words=OTHER)
    assert "This form made a draft already." in again.text
    assert again.all("a", href=address)
    press(writer, again, "draft")
    assert "will mean" in str(sender.get_page(address).form("#my-change").fields["words"])


def test_words_of_several_places_come_back_to_be_copied(world: World, client_of: Clients) -> None:
    draft = keep_draft(world)
    world.session.commit()
    client = client_of("sender")
    page = client.get_page(f"{TEXT}/drafts/{draft.key}")
    press(client, page, "send")
    again = press(client, page, "send", 409, kind="keep", reason="Said otherwise now.")
    assert "Nothing was written." in again.text
    assert again.all("a", href=f"{TEXT}/changes/A1/receipt#main")
    assert "Said otherwise now." in again.source


def test_a_draft_that_was_sent_meanwhile_leads_to_what_it_became(
    world: World, client_of: Clients
) -> None:
    draft = keep_draft(world)
    world.session.commit()
    client = client_of("sender")
    sending = client.get_page(f"{TEXT}/my-changes").form(f"{draft.key}/send")
    other = client.get_page(f"{TEXT}/my-changes").form(f"{draft.key}/send")
    client.submit(sending)
    again = client.submit(other, status=409)
    assert "Nothing was written." in again.text
    assert again.all("a", href=f"{TEXT}/changes/A1/receipt#main")
