"""*Nothing else is touched* stands only where nothing else asks for anything at the same place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.actions.steps.plans import Wish
from drafting.errors import AskedAlready
from drafting.rules.lifecycle import Outcome
from drafting.web.presenters.decisions_effects import effect_lines
from tests.factories.amendments import WORDS, send_change, words_for
from tests.factories.decisions import again, decide, plan_of
from tests.factories.world import World
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]
DECIDE = "/texts/dhaka/changes/A1/decide"
SAID = "Nothing else that waits is touched."
SHALL = WORDS.replace("must", "shall")
WORD_PUT = st.sampled_from(("now", "soon", "all", "not", "never ever"))


def asked(at: int, word: str) -> str:
    """Return the second paragraph as it stands, with another word in place of one."""
    words = WORDS.replace("must", "should").split(" ")
    words[min(at, len(words) - 1)] = word
    return " ".join(words)


@pytest.mark.parametrize("outcome", ["", "?outcome=rejected", "?outcome=for+the+room"])
def test_a_rival_is_named_whatever_the_answer(
    world: World, client_of: Clients, outcome: str
) -> None:
    send_change(world)
    send_change(world, "african", SHALL)
    world.session.commit()
    page = client_of("moderator").get_page(DECIDE + outcome)
    assert SAID not in page.text
    assert "/texts/dhaka/changes/A2" in page.links
    if outcome:
        assert "asks for something else at the same place, stays as it is" in page.text


def test_one_that_waits_for_its_group_is_a_rival_too(world: World, client_of: Clients) -> None:
    send_change(world)
    send_change(world, "african", SHALL)
    decide(world, send_change(world, "european", WORDS.replace("must", "will")))
    world.session.commit()
    page = client_of("moderator").get_page(f"{DECIDE}?outcome=rejected")
    assert SAID not in page.text
    assert "/texts/dhaka/changes/A2" in page.links


def test_what_is_asked_elsewhere_is_no_rival(world: World, client_of: Clients) -> None:
    send_change(world)
    send_change(world, "african", words_for(world, "They have not.", block=2))
    world.session.commit()
    page = client_of("moderator").get_page(DECIDE)
    assert page.text.count(SAID) == 2
    assert "Others ask for something else here" not in page.text


@given(at=st.integers(0, 19), others=st.lists(WORD_PUT, min_size=1, max_size=3))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whoever_asks_otherwise_at_the_same_word_counts(
    world: World, at: int, others: list[str]
) -> None:
    with world.session.begin_nested() as savepoint:
        first = send_change(world, words=asked(at, "never"))
        sent = []
        for word, who in zip(others, ("african", "european", "sender"), strict=False):
            with suppress(AskedAlready):
                sent.append(send_change(world, who, asked(at, word)).number)
        for outcome in (Outcome.ACCEPTED, Outcome.REJECTED):
            plan = plan_of(world, Wish(again(world, first), outcome))
            lines = {line.number: line for line in effect_lines(plan, outcome)}
            assert all(lines[number or 0].counts for number in sent)
        savepoint.rollback()
