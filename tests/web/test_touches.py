"""The line of what changes the force: once at each place, on the pages that show a change."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.factories.amendments import WORDS, send_change
from tests.factories.world import World
from tests.support.client import PageClient

ClientOf = Callable[[str], PageClient]
LINE = "It touches how strong it is: should → must"
PAGES = ("changes/A1", "changes/A1?view=before-after", "changes/A1/decide?outcome=accepted")


@pytest.mark.parametrize("address", PAGES)
def test_it_stands_once_above_the_words(world: World, client_of: ClientOf, address: str) -> None:
    send_change(world)
    world.session.commit()
    page = client_of("moderator").get_page(f"/texts/dhaka/{address}")
    assert page.text.count(LINE) == 1
    assert page.text.index(LINE) < page.text.index("Better governance")


@pytest.mark.parametrize("address", PAGES)
def test_it_never_names_what_joins_or_counts(
    world: World, client_of: ClientOf, address: str
) -> None:
    send_change(world, words=WORDS.replace("must", "should").replace("women, men and", "many or"))
    world.session.commit()
    page = client_of("moderator").get_page(f"/texts/dhaka/{address}")
    assert "It touches" not in page.text
