"""Names of groups: no two that cannot be told apart, however they are typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.factories.world import World
from tests.support.client import PageClient

NewClient = Callable[[str], PageClient]
PEOPLE = "/texts/dhaka/people"


@pytest.mark.parametrize("words", ["South  asia", "SOUTH ASIA", "Áfrıca"])
def test_no_two_groups_have_one_name_for_the_public(
    world: World, client_of: NewClient, words: str
) -> None:
    client = client_of("moderator")
    for mark, other in (("SAS", "South Asia"), ("AFQ", "A\u0301frıca")):
        form = client.get_page(PEOPLE).form("/groups")
        client.submit(form, mark=mark, name=f"Own {mark}", public="other", other_name=other)
    form = client.get_page(PEOPLE).form("/groups")
    typed: dict[str, Any] = {"mark": "PAC", "name": "Pacific", "public": "other"}
    page = client.submit(form, status=422, **typed, other_name=words)
    assert "The public knows another group by this name." in page.text
    assert 'value="Pacific"' in page.source


def test_a_name_that_the_public_gives_another_group_is_refused(
    world: World, client_of: NewClient
) -> None:
    client = client_of("moderator")
    form = client.get_page(PEOPLE).form("/groups")
    client.submit(form, mark="PAC", name="Islands", public="other", other_name="Pacific")
    form = client.get_page(PEOPLE).form("/groups")
    page = client.submit(form, status=422, mark="PIF", name="pacific", public="own")
    assert "The public knows another group by this name." in page.text
