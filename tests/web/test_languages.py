"""Every page in two invented languages: no word escaped gettext, and all can be read leftwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from tests.factories.world import World
from tests.support.client import PageClient, page_of, shows_page
from tests.support.escaped import escaped
from tests.web.access_table import KINDS, ROWS, Row, address_of

PAGES = [row for row in ROWS if row.method == "GET" and 200 in row.answers.values()]


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row.name)
def test_no_word_on_a_page_escaped_gettext(
    row: Row, app: Flask, world: World, client_of: Callable[[str], PageClient]
) -> None:
    address = address_of(row, app, world)
    for kind in KINDS:
        if row.answers[kind] == 200:
            response = client_of(kind).get(in_language(address, "qps"))
            if shows_page(response):
                assert not escaped(page_of(response)), kind


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row.name)
def test_each_page_can_be_read_from_right_to_left(
    row: Row, app: Flask, world: World, client_of: Callable[[str], PageClient]
) -> None:
    address = address_of(row, app, world)
    kind = next(kind for kind in KINDS if row.answers[kind] == 200)
    response = client_of(kind).get(in_language(address, "qps-rtl"))
    if shows_page(response):
        assert page_of(response).root.get("dir") == "rtl"


def in_language(address: str, language: str) -> str:
    """Return the address that asks for a language."""
    return f"{address}{'&' if '?' in address else '?'}lang={language}"
