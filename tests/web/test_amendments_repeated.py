"""A form that comes again with other words, by *Back*: nothing is swallowed, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

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
    draft = keep_draft(world, ready=True)
    world.session.commit()
    client = client_of("sender")
    sending = client.get_page(f"{TEXT}/my-changes").form(f"{draft.key}/send")
    other = client.get_page(f"{TEXT}/my-changes").form(f"{draft.key}/send")
    client.submit(sending)
    again = client.submit(other, status=409)
    assert "Nothing was written." in again.text
    assert again.all("a", href=f"{TEXT}/changes/A1/receipt#main")


def test_the_page_fetched_again_leads_to_what_was_received(
    world: World, client_of: Clients
) -> None:
    client = client_of("sender")
    press(client, opened(world, client), "send", words=WORDS, reason="It must bind.")
    again = press(client, opened(world, client), "send", words=WORDS, reason="It must bind.")
    assert again.url.startswith(f"{TEXT}/changes/A1/receipt")
    assert "Already received as A1." in again.text
    assert "A2" not in client.get_page(f"{TEXT}/changes").text


def test_another_why_for_the_same_words_goes_into_what_was_sent(
    world: World, client_of: Clients
) -> None:
    client = client_of("sender")
    press(client, opened(world, client), "send", words=WORDS, reason="It must bind.")
    again = press(client, opened(world, client), "send", 409, words=WORDS, reason="It binds all.")
    assert "Already received as A1: the very same words of your group." in again.text
    assert again.form("#my-change").fields["reason"] == ["It binds all."]
    into = again.form("#my-change")
    revise = client.submit(replace(into, action=f"{TEXT}/changes/A1/revise"), act="see")
    assert revise.form("#my-change").fields["reason"] == ["It binds all."]
    done = press(client, revise, "revise")
    assert "It binds all." in done.text
    assert done.url == f"{TEXT}/changes/A1"


def test_other_words_after_back_can_take_the_place_of_the_first(
    world: World, client_of: Clients
) -> None:
    client = client_of("sender")
    page = opened(world, client)
    press(client, page, "send", words=WORDS)
    again = press(client, page, "send", 409, words=OTHER)
    buttons = [element.get("formaction") or "" for element in again.all("button", form="writing")]
    assert buttons == [f"{TEXT}/changes/A1/revise#my-change"]
    into = replace(again.form("#my-change"), action=f"{TEXT}/changes/A1/revise")
    done = press(client, client.submit(into, act="see"), "revise")
    assert "“should” → “shall”" in done.text
    assert "A2" not in client.get_page(f"{TEXT}/changes").text


def test_the_public_is_not_promised_what_the_meeting_has(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    press(client, opened(world, client), "send", words=WORDS)
    again = press(client, opened(world, client), "send-public", 409, words=WORDS)
    assert "The public does not read A1. To send it in public, take it back first." in again.text
    assert not again.all("button", form="writing")


def test_new_words_sent_twice_are_said_to_be_there(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    press(client, opened(world, client), "send", words=WORDS)
    page, other = (client.get_page(f"{TEXT}/changes/A1/revise") for _ in range(2))
    press(client, page, "revise", words=OTHER)
    again = press(client, other, "revise", words=OTHER)
    assert again.url == f"{TEXT}/changes/A1"
    assert "Already received as A1." in again.text


def test_a_draft_of_what_waits_already_is_said_to_be_one(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    draft = keep_draft(world, words=OTHER, ready=True)
    world.session.commit()
    form = client.get_page(f"{TEXT}/my-changes").form(f"{draft.key}/send")
    edited = client.get_page(f"{TEXT}/drafts/{draft.key}")
    press(client, opened(world, client), "send", words=OTHER, reason="It is law.")
    page = client.submit(form)
    assert "Already received as A1." in page.text
    assert "The draft asks for the same. You can throw it away." in page.text
    assert "It must bind." in press(client, edited, "send", 409).source


@pytest.mark.parametrize("act", ["see", "draft", "ready", "back"])
def test_what_a_writer_types_in_a_draft_that_was_sent_comes_back(
    world: World, client_of: Clients, act: str
) -> None:
    draft = keep_draft(world)
    world.session.commit()
    writer, sender = client_of("writer"), client_of("sender")
    page = writer.get_page(f"{TEXT}/drafts/{draft.key}")
    press(sender, sender.get_page(f"{TEXT}/drafts/{draft.key}"), "send")
    again = press(writer, page, act, 409, words=OTHER, reason="It binds all.")
    assert "This form was sent already, as A1." in again.text
    assert again.form("#my-change").fields["words"] == [OTHER]
    assert "Your words are kept as a draft." in press(writer, again, "draft").text
