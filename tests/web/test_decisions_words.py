"""Other words: what an empty field, an untouched one and a pasted list do is said and done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafting.rules.edits import SectionEdit
from tests.factories.amendments import send_change
from tests.factories.decisions import text_of
from tests.factories.world import INTRODUCTION, World
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]
DECIDE = "/texts/dhaka/changes/A1/decide"
OTHER = f"{DECIDE}?outcome=accepted+as+modified"


def looked(client: PageClient, **typed: str) -> str:
    """Return what the page says once these words stand in the field."""
    form = client.get_page(OTHER).form("decide")
    form.fields.update({name.replace("_", "-"): [words] for name, words in typed.items()})
    return client.submit(form, act="preview", reason="So we agreed.").text


@pytest.mark.parametrize("typed", ["", " \n \r\n\n"])
def test_an_empty_field_warns_that_the_words_go(
    world: World, client_of: Clients, typed: str
) -> None:
    send_change(world)
    world.session.commit()
    words = looked(client_of("moderator"), words_0=typed)
    assert "all words that stood in it would go out of the text" in words


def test_an_untouched_field_is_said_to_be_untouched(world: World, client_of: Clients) -> None:
    send_change(world)
    world.session.commit()
    client = client_of("moderator")
    said = "These words are not changed yet. Change them, or choose another answer."
    assert said in client.get_page(OTHER).text
    assert said in looked(client)
    assert "would go out" not in client.get_page(OTHER).text


def test_a_title_cannot_be_emptied(world: World, client_of: Clients) -> None:
    key = world.sections[0].key
    send_change(world, words=SectionEdit(key, 1, INTRODUCTION, "Beginning"))
    world.session.commit()
    words = looked(client_of("moderator"), words_0="")
    assert "Give the section a title." in words


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\n\n"])
def test_a_pasted_list_is_a_list(world: World, client_of: Clients, ends: str) -> None:
    send_change(world)
    world.session.commit()
    client = client_of("moderator")
    form = client.get_page(OTHER).form("decide")
    form.fields["words-0"] = [ends.join(("It should mean:", "• more choices;", "• more rights."))]
    page = client.submit(form, act="preview", reason="So we agreed.")
    client.submit(page.form("decide"), act="decide")
    world.session.expire_all()
    assert "It should mean:\n\n- more choices;\n- more rights." in text_of(world)


@pytest.mark.parametrize("page", ["text", "changes/A1/decide", "paragraph"])
def test_a_correction_is_one_link_away(world: World, client_of: Clients, page: str) -> None:
    send_change(world)
    world.session.commit()
    address = f"paragraphs/{world.key(0, 1)}" if page == "paragraph" else page
    link = f"/texts/dhaka/sections/{world.sections[0].key}/correct"
    assert link in client_of("moderator").get_page(f"/texts/dhaka/{address}").links
    if page != "changes/A1/decide":
        assert link not in client_of("sender").get_page(f"/texts/dhaka/{address}").links
