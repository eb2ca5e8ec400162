"""Sections of which no word is to stay, on the pages of those who ask and of those who answer."""

from __future__ import annotations

from collections.abc import Callable

from tests.factories.world import World
from tests.support.client import PageClient

ClientOf = Callable[[str], PageClient]


def test_a_section_that_a_moderator_empties_stays_empty_in_the_form(
    world: World, client_of: ClientOf
) -> None:
    client = client_of("moderator")
    form = client.get_page(f"/texts/dhaka/sections/{world.sections[0].key}/correct").form("correct")
    again = client.submit(form, words="", status=422)
    assert again.form("correct").fields["words"] == [""]
