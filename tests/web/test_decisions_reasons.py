"""What the label of *Why?* says is what the answer asks for, whatever was ticked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafting.rules.lifecycle import Outcome
from tests.factories.amendments import WORDS, send_change, words_for
from tests.factories.decisions import decide
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.pages import Page, text_of

Clients = Callable[[str], PageClient]
DECIDE = "/texts/dhaka/changes/A1/decide"
BOTH = WORDS.replace("choices", "rights")
ASKED = ("Say why", "or say why")
BOXES = ("2:rejected", "3:accepted", "3:rejected")


def label_and_hint(page: Page) -> tuple[str, str]:
    """Return what stands above the field of the reason."""
    (label,) = page.all("label", for_="reason")
    (hint,) = page.all("p", id="reason-hint")
    return text_of(label), text_of(hint)


@pytest.fixture
def meeting(world: World) -> World:
    """Three that wait: a rival of the first, and one that asks for the very same."""
    send_change(world, words=BOTH)
    send_change(world, "african", BOTH.replace("must", "shall"))
    send_change(world, "european", BOTH)
    world.session.commit()
    return world


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.REOPENED])
@pytest.mark.parametrize("ticked", [(), *((box,) for box in BOXES)])
def test_the_label_is_true_whatever_is_ticked(
    meeting: World, client_of: Clients, outcome: Outcome, ticked: tuple[str, ...]
) -> None:
    client = client_of("moderator")
    page = client.get_page(f"{DECIDE}?outcome={outcome.value.replace(' ', '+')}")
    label, hint = label_and_hint(page)
    boxes = {box.get("value") for box in page.all("input", name="along")}
    answer = client.send(
        page.form("decide"), act="decide", along=[one for one in ticked if one in boxes]
    )
    asked = any(words in answer.get_data(as_text=True) for words in ASKED)
    if "need not be said" in label:
        assert not asked
    elif "Needed if" not in hint and not page.all("input", name="letters"):
        assert asked or outcome is Outcome.AS_MODIFIED
    assert not asked or "need not be said" not in label


def test_one_that_is_not_taken_along_has_the_same_reason(
    meeting: World, client_of: Clients
) -> None:
    page = client_of("moderator").get_page(DECIDE)
    label, hint = label_and_hint(page)
    assert label == "Why?"
    assert "Needed if you tick “Don't take”." in hint
    assert "Don't take A2: your “Why” below is for both" in page.text
    assert "with the same answer" not in page.text


def test_only_what_becomes_of_others_is_counted(world: World, client_of: Clients) -> None:
    send_change(world)
    send_change(world, "african", words_for(world, WORDS.replace("must", "should") + " Now."))
    world.session.commit()
    page = client_of("moderator").get_page(DECIDE)
    assert "other change" not in page.text
    assert "1 other keeps its words" in page.text
    assert "moves along with the text" in page.text


def test_what_meets_is_counted(meeting: World, client_of: Clients) -> None:
    send_change(meeting, "african", words_for(meeting, "They have not.", block=2))
    meeting.session.commit()
    assert "It touches 2 other changes." in client_of("moderator").get_page(DECIDE).text


def test_what_was_named_needs_no_reason(world: World, client_of: Clients) -> None:
    send_change(world)
    decide(world, send_change(world, "african", words_for(world, "")))
    world.session.commit()
    client = client_of("moderator")
    page = client.get_page(DECIDE)
    assert label_and_hint(page)[0] == "Why? (need not be said)"
    assert "A1 is answered" in client.submit(page.form("decide"), act="decide").text
