"""All wishes in the text: equal ones once with all their groups, rivals named beside each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.factories.amendments import WORDS, send_change, words_for
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.pages import text_of

Clients = Callable[[str], PageClient]
RIVAL = WORDS.replace("must", "shall")
ELSEWHERE = "States promised much in 2015."


@pytest.fixture
def wishes(world: World, client_of: Clients) -> Callable[[], list[str]]:
    """The wishes that stand in the text, each in one line of words."""

    def told() -> list[str]:
        world.session.commit()
        page = client_of("reader").get_page("/texts/dhaka/text?view=wishes")
        return [text_of(one) for one in page.all("li", class_="wish")]

    return told


def test_equal_wishes_stand_once_with_all_their_groups(
    world: World, wishes: Callable[[], list[str]]
) -> None:
    send_change(world)
    send_change(world, "african")
    (line,) = wishes()
    assert line.startswith("A1 ASIA AFR")
    assert "The same wish: A2" in line
    assert "Another wish" not in line


def test_wishes_for_the_same_words_name_each_other(
    world: World, wishes: Callable[[], list[str]]
) -> None:
    send_change(world)
    send_change(world, "african", RIVAL)
    send_change(world, "european")
    first, second = wishes()
    assert "The same wish: A3" in first
    assert "Another wish for the same words: A2" in first
    assert "Another wish for the same words: A1, A3" in second


def test_wishes_for_other_words_stand_by_themselves(
    world: World, wishes: Callable[[], list[str]]
) -> None:
    send_change(world)
    send_change(world, "african", words_for(world, ELSEWHERE, block=2))
    assert not any("wish" in line for line in wishes())
