"""axe finds nothing on any page, for anybody, in light and in dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page

from tests.factories.world import World
from tests.support.browsing import axe
from tests.web.access_table import KINDS, ROWS, Row, address_of

PAGES = [row for row in ROWS if row.method == "GET" and 200 in row.answers.values()]


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row.name)
def test_axe_finds_nothing_for_anybody(
    row: Row, app: Flask, world: World, page_of: Callable[[str], Page]
) -> None:
    address = address_of(row, app, world)
    for kind in KINDS:
        if row.answers[kind] == 200 and is_page(address):
            page = page_of(kind)
            page.goto(address)
            assert not axe(page), kind
            page.emulate_media(color_scheme="dark")
            assert not axe(page), f"{kind}, in dark"


def is_page(address: str) -> bool:
    """Whether the address shows a page, and does not send a file for download."""
    return "." not in address.rpartition("/")[2] and "/download" not in address


def test_axe_finds_nothing_on_the_page_for_nothing(page_of: Callable[[str], Page]) -> None:
    page = page_of("public")
    answer = page.goto("/there-is-nothing-here")
    assert answer is not None
    assert answer.status == 404
    assert not axe(page)
