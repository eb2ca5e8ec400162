"""¶ that were taken out or joined keep their numbers on pages, in order."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from drafting.rules.lifecycle import Outcome
from tests.factories.amendments import send_change, words_for
from tests.factories.decisions import decide
from tests.factories.editions import publish
from tests.factories.world import INTRODUCTION, World
from tests.support.client import PageClient
from tests.support.pages import text_of

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"
FIRST, SECOND, THIRD = INTRODUCTION.replace("\\\n", "").split("\n\n")


@pytest.mark.parametrize("block", [0, 1, 2])
def test_a_paragraph_taken_out_stands_with_its_number(
    world: World, client_of: Clients, block: int
) -> None:
    decide(world, send_change(world, words=words_for(world, "", block=block)), Outcome.ACCEPTED)
    world.session.commit()
    answers = client_of("sender").get_page(f"{TEXT}/answers").text
    assert "Taken out of the text, as you asked." in answers
    assert "Not in the text." not in answers
    client = client_of("reader")
    assert f"¶{block + 1} (taken out)" in client.get_page(f"{TEXT}/text").text
    publish(world)
    world.session.commit()
    for address in (f"{TEXT}/published/compare?from=0&to=1", f"{TEXT}/text?view=since&since=0"):
        page = client.get_page(address)
        assert f"1 change in ¶{block + 1}." in page.text
        assert f"¶{block + 1} in Zero draft" in page.text


def test_a_new_paragraph_stands_before_the_number_that_is_gone(
    world: World, client_of: Clients
) -> None:
    decide(world, send_change(world, words=words_for(world, "", block=1)))
    decide(world, send_change(world, words=words_for(world, f"{FIRST}\n\nNew words.", block=0)))
    world.session.commit()
    words = client_of("reader").get_page(f"{TEXT}/text").text
    numbers = re.findall(r"¶(\d[^ ]*(?: bis)?)(?: \(taken out\))?", words)
    firsts = list(dict.fromkeys(number for number in numbers if number in ("1", "1 bis", "2", "3")))
    assert firsts == ["1", "1 bis", "2", "3"]


def test_a_paragraph_joined_to_another_says_to_which(world: World, client_of: Clients) -> None:
    version = world.versions[0]
    first, second, third = version.keys
    version.keys, version.aliases = [first, third], {second: first}
    version.markdown = f"{FIRST} {SECOND}\n\n{THIRD}"
    world.session.commit()
    page = client_of("reader").get_page(f"{TEXT}/text")
    assert [text_of(one) for one in page.all("p", class_="small soft taken-out")] == [
        "¶2 (now part of ¶1)"
    ]
