"""What publishing does is said before: other numbers, and what is not part of the Final."""

from __future__ import annotations

from collections.abc import Callable

from drafting.store.models.sections import SectionKind
from tests.factories.amendments import send_change, words_for
from tests.factories.decisions import decide
from tests.factories.editions import ADOPTION, publish
from tests.factories.world import INTRODUCTION, World
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"
FIRST = INTRODUCTION.split("\n\n")[0]
LEFT_OUT = "“Guiding questions” is for the meeting. It is not part of the Final."


def test_new_numbers_are_told_with_an_example(world: World, client_of: Clients) -> None:
    client = client_of("moderator")
    assert "Numbers are given anew" not in client.get_page(f"{TEXT}/publish").text
    decide(world, send_change(world, words=words_for(world, f"{FIRST}\n\nTwo.", block=0)))
    world.session.commit()
    page = client.get_page(f"{TEXT}/publish")
    told = "Numbers are given anew: ¶1 bis becomes ¶2. 7 numbers change."
    assert page.text.count(told) == 2, page.text
    publish(world)
    world.session.commit()
    shown = client.get_page(f"{TEXT}/published/1")
    assert "¶2 Two." in shown.text
    assert "Numbers are given anew" not in client.get_page(f"{TEXT}/publish").text


def test_a_frame_is_named_before_the_final_and_in_the_comparison(
    world: World, client_of: Clients
) -> None:
    client = client_of("moderator")
    assert LEFT_OUT in client.get_page(f"{TEXT}/publish").text
    publish(world)
    world.session.commit()
    assert LEFT_OUT not in client.get_page(f"{TEXT}/published/compare?from=0&to=1").text
    publish(world, ADOPTION)
    world.session.commit()
    page = client.get_page(f"{TEXT}/published/compare?from=1&to=2")
    assert page.text.count(LEFT_OUT) == 1
    assert "taken out" not in page.text


def test_a_text_without_frames_names_none(world: World, client_of: Clients) -> None:
    world.sections[2].kind = SectionKind.LOCKED
    world.session.commit()
    assert "not part of the Final" not in client_of("moderator").get_page(f"{TEXT}/publish").text


def test_the_text_says_what_it_is_for_and_why_a_frame_is_not_changed(
    world: World, client_of: Clients
) -> None:
    ask = "To ask for other words, choose “Change this” at a paragraph."
    for kind in ("reader", "writer", "moderator"):
        page = client_of(kind).get_page(f"{TEXT}/text")
        assert "A text that 5 groups write together in a meeting." in page.text
        assert (ask in page.text) == ("Change this ¶1" in page.text), kind
        assert page.text.count("This part is shown for the meeting. It is not changed here.") == 1
    publish(world, ADOPTION)
    world.session.commit()
    page = client_of("writer").get_page(f"{TEXT}/text")
    assert "The text is final. It takes no more changes." in page.text
    assert ask not in page.text
