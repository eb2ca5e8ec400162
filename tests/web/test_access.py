"""Walks the whole access table, and finds endpoints that are missing from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from tests.factories.world import World
from tests.support.client import PageClient
from tests.web.access_table import KINDS, ROWS, Row, address_of

NOT_METHODS = {"HEAD", "OPTIONS"}


def test_every_endpoint_stands_in_the_access_table(app: Flask) -> None:
    there = {
        (rule.endpoint, method)
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - NOT_METHODS
        if rule.endpoint != "static"
    }
    assert there == {(row.endpoint, row.method) for row in ROWS}


def test_every_row_says_what_each_kind_of_person_is_answered() -> None:
    assert not [row.name for row in ROWS if set(row.answers) != set(KINDS)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_each_kind_of_person_is_answered_as_the_table_says(
    row: Row, app: Flask, world: World, client_of: Callable[[str], PageClient]
) -> None:
    address = address_of(row, app, world)
    fields = row.data(world)
    answers = {}
    for kind in KINDS:
        client = client_of(kind)
        if row.method == "GET":
            answers[kind] = client.get(address).status_code
        else:
            answers[kind] = client.post_to(address, **fields).status_code
    assert answers == dict(row.answers)
