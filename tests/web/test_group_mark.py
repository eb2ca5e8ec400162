"""Whose group speaks stands on every page; wishes are named where words are marked, only there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from tests.factories.amendments import send_change
from tests.factories.decisions import decide
from tests.factories.world import World
from tests.support.client import PageClient, page_of, shows_page
from tests.support.pages import Page, text_of
from tests.web.access_table import ROWS, Row, address_of

Clients = Callable[[str], PageClient]
PAGES = [row for row in ROWS if row.method == "GET" and row.answers["sender"] == 200]
WISHES = "Marked words are wishes of the groups named."


def bar_of(page: Page) -> str:
    """Return the words of the person bar."""
    return text_of(page.all("div", class_="person-bar")[0])


def marks_words(page: Page) -> bool:
    """Say whether words are marked as put in or taken out."""
    kinds = {"ins", "del"}
    return any(
        one.tag in kinds or {"ins-words", "del-words"} & set((one.get("class") or "").split())
        for one in page.all("main")[0].iter()
    )


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row.name)
def test_the_group_is_named_on_every_page(
    row: Row, app: Flask, world: World, client_of: Clients
) -> None:
    answer = client_of("sender").get(address_of(row, app, world))
    if shows_page(answer):
        assert "ASIA" in bar_of(page_of(answer))


def test_who_has_no_group_bears_no_mark(world: World, client_of: Clients) -> None:
    assert "ASIA" not in bar_of(client_of("moderator").get_page("/texts/dhaka/text"))


@pytest.mark.parametrize("kind", ["sender", "moderator"])
def test_wishes_are_named_where_words_are_marked(
    kind: str, app: Flask, world: World, client_of: Clients
) -> None:
    send_change(world)
    decide(world, send_change(world, "african", "Better governance."))
    send_change(world, "european")
    world.session.commit()
    for place in (
        *("text", "text?view=wishes", "changes", "changes/A1", "changes/A2", "my-changes"),
        *("changes/A1?view=before-after", "who", "record", "answers", "sessions", "decide"),
        *("changes/A1/decide", "paragraphs/k0b1xy/change"),
    ):
        answer = client_of(kind).get(f"/texts/dhaka/{place}")
        if answer.status_code == 200:
            page = page_of(answer)
            assert marks_words(page) == (WISHES in page.text), place


@pytest.mark.parametrize(
    "place", ["text?view=since", "published/0", "published/compare", "paragraphs/k0b1xy"]
)
def test_what_changed_in_the_text_is_no_wish(place: str, world: World, client_of: Clients) -> None:
    decide(world, send_change(world))
    world.session.commit()
    assert WISHES not in client_of("sender").get_page(f"/texts/dhaka/{place}").text
