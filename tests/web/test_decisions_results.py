"""*The words of the text stay as they are* stands only where they do: also for whole sections."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafting.rules.edits import DroppedSection, Edit, MovedSection, NewSection
from tests.factories.amendments import send_change
from tests.factories.decisions import decide
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.pages import Page

Clients = Callable[[str], PageClient]
Asks = Callable[[World], Edit]
DECIDE = "/texts/dhaka/changes/A1/decide"
BATCH = "/texts/dhaka/to-decide/batch?outcome=accepted&pick=1:1&pick=2:1"
STAYS = "The words of the text stay as they are."


def comes(_world: World) -> Edit:
    """Ask for a section more."""
    return NewSection(1, None, "Annex", "One more page.")


def goes(world: World) -> Edit:
    """Ask for a section less."""
    return DroppedSection(1, world.sections[1].key)


def moves(world: World) -> Edit:
    """Ask for the first section to stand after the second."""
    return MovedSection(1, world.sections[0].key, world.sections[1].key)


ASKED = {
    comes: ("Annex · new section · at the beginning", "One more page."),
    goes: ("Calls for action · section taken out", "Build firewalls"),
    moves: ("Introduction · section moved · after “Calls for action”", ""),
}


def result_of(page: Page) -> str:
    """Return what the page says of the text as it would read."""
    return page.text.partition("The text would read")[2].partition("What it does to others")[0]


@pytest.mark.parametrize("asks", ASKED)
def test_one_answer_to_several_shows_the_sections_that_it_touches(
    world: World, client_of: Clients, asks: Asks
) -> None:
    send_change(world, words=asks(world))
    send_change(world, "african")
    world.session.commit()
    client = client_of("moderator")
    page = client.get_page(BATCH)
    for words in ASKED[asks]:
        assert words in result_of(page)
    assert "must" in result_of(page)
    assert STAYS not in page.text
    assert "Answered." in client.submit(page.form("batch"), act="decide").text


@pytest.mark.parametrize("asks", ASKED)
def test_taken_alone_it_reads_just_as_asked(world: World, client_of: Clients, asks: Asks) -> None:
    send_change(world, words=asks(world))
    world.session.commit()
    page = client_of("moderator").get_page(DECIDE)
    assert "Just as it is asked above." in result_of(page)
    assert STAYS not in page.text


def test_a_new_section_in_other_words_shows_these(world: World, client_of: Clients) -> None:
    send_change(world, words=comes(world))
    world.session.commit()
    client = client_of("moderator")
    form = client.get_page(f"{DECIDE}?outcome=accepted+as+modified").form("decide")
    form.fields["words-0"] = ["Two more pages."]
    page = client.submit(form, act="preview")
    assert "Annex · new section" in result_of(page)
    assert "Two more pages." in result_of(page)
    assert STAYS not in page.text


@pytest.mark.parametrize("asks", ASKED)
def test_taken_back_the_sections_are_named_too(
    world: World, client_of: Clients, asks: Asks
) -> None:
    decide(world, send_change(world, words=asks(world)))
    world.session.commit()
    page = client_of("moderator").get_page("/texts/dhaka/changes/A1/reopen")
    assert STAYS not in page.text
    assert "section" in result_of(page)
