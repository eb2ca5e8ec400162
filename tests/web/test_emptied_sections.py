"""Sections of which no word is to stay, on the pages of those who ask and of those who answer."""

from __future__ import annotations

from collections.abc import Callable

from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import latest, pending
from tests.factories.decisions import decide
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.pages import Page

ClientOf = Callable[[str], PageClient]


def test_a_section_that_a_moderator_empties_stays_empty_in_the_form(
    world: World, client_of: ClientOf
) -> None:
    client = client_of("moderator")
    form = client.get_page(f"/texts/dhaka/sections/{world.sections[0].key}/correct").form("correct")
    again = client.submit(form, words="", status=422)
    assert again.form("correct").fields["words"] == [""]


def emptied(world: World, client: PageClient, status: int = 200, **fields: str) -> Page:
    """Take all words of a section out, and press a button."""
    address = f"/texts/dhaka/sections/{world.sections[0].key}/change"
    form = client.get_page(address).form("#my-change")
    return client.submit(form, status=status, markdown="", **fields)


def test_who_empties_a_section_is_asked_for_its_title(world: World, client_of: ClientOf) -> None:
    client = client_of("sender")
    page = emptied(world, client, act="see")
    assert "No word is left in this section. And its title?" in page.text
    page = client.submit(page.form("#my-change"), status=422, act="send", reason="It is old.")
    assert "Say whether its title stays." in page.text
    assert "#emptied" in page.links
    form = page.form("#my-change")
    assert (form.fields["markdown"], form.fields["reason"]) == ([""], ["It is old."])
    page = client.submit(form, act="send", emptied="drop")
    assert "Received: A1" in page.text
    assert kinds_sent(world) == [PartKind.DROP]


def test_a_section_loses_its_words_and_keeps_its_title(world: World, client_of: ClientOf) -> None:
    emptied(world, client_of("sender"), act="send", emptied="keep title", reason="It is old.")
    assert kinds_sent(world) == [PartKind.TEXT]
    decide(world, pending(world.session, world.statement.id)[0])
    world.session.commit()
    text = client_of("reader").get_page("/texts/dhaka/text").text
    assert "Introduction" in text
    assert "Governments pay more attention" not in text


def test_a_section_that_goes_needs_a_reason(world: World, client_of: ClientOf) -> None:
    page = emptied(world, client_of("sender"), 422, act="send", emptied="drop")
    assert "Say why the section should go." in page.text


def test_words_typed_after_all_answer_the_question(world: World, client_of: ClientOf) -> None:
    client = client_of("sender")
    page = emptied(world, client, act="see", emptied="drop")
    client.submit(page.form("#my-change"), act="send", markdown="New words.", reason="Better.")
    assert kinds_sent(world) == [PartKind.TEXT]


def kinds_sent(world: World) -> list[PartKind]:
    """Return the kinds of the parts of what was sent."""
    [row] = pending(world.session, world.statement.id)
    return [part.kind for part in latest(row).parts]
