"""A quotation of an agreed text is not altered without a moderator having said so."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

import pytest

from drafting.errors import Refused
from drafting.rules.edits import SectionEdit
from drafting.rules.lifecycle import Outcome, Status
from drafting.store.models import Amendment
from tests.factories.amendments import send_change
from tests.factories.decisions import again, decide, decide_together, text_of
from tests.factories.world import World
from tests.support.client import PageClient

ClientOf = Callable[[str], PageClient]
QUOTED = "The Compact says: “States shall protect all.”\n\n> No one is left behind."


@pytest.fixture
def asked(world: World) -> Amendment:
    """Ask for another word inside a quotation that stands in the text."""
    key = world.sections[0].key
    decide(world, send_change(world, words=SectionEdit(key, 1, QUOTED)))
    other = QUOTED.replace("shall", "should")
    row = send_change(world, words=SectionEdit(key, 2, other))
    world.session.commit()
    return row


def test_the_moderator_is_asked_before_it_is_taken(
    world: World, asked: Amendment, client_of: ClientOf
) -> None:
    client = client_of("moderator")
    page = client.get_page(f"/texts/dhaka/changes/A{asked.number}/decide?outcome=accepted")
    assert "Is this a quotation of an agreed text?" in page.text
    page = client.submit(page.form("decide"), status=422, act="decide")
    assert "#quotation" in page.links
    page = client.submit(page.form("decide"), status=422, act="decide", quotation="yes")
    assert "Say why the words of an agreed text are changed." in page.text
    assert page.form("decide").fields["quotation"] == ["yes"]
    client.submit(page.form("decide"), act="decide", reason="The Compact was misquoted.")
    world.session.expire_all()
    assert again(world, asked).status is Status.ACCEPTED


def test_what_is_not_taken_asks_nothing(world: World, asked: Amendment) -> None:
    decide(world, again(world, asked), Outcome.REJECTED)
    assert "shall protect" in text_of(world)


def test_it_is_answered_by_itself(world: World, asked: Amendment) -> None:
    with pytest.raises(Refused, match="by itself"):
        decide_together(world, Outcome.ACCEPTED, again(world, asked))


def test_an_answer_to_several_names_those_of_a_quotation_before_it_is_given(
    world: World, asked: Amendment, client_of: ClientOf
) -> None:
    other = send_change(
        world, words=SectionEdit(world.sections[1].key, 1, "Other words stand here.")
    )
    world.session.commit()
    client = client_of("moderator")
    picks = f"pick={asked.number}:1&pick={other.number}:1&outcome=accepted"
    page = client.get_page(f"/texts/dhaka/to-decide/batch?{picks}")
    assert "This change alters words inside a quotation. Answer it by itself:" in page.text
    assert not page.buttons("act", "decide")
    assert any(f"A{asked.number}/decide?outcome=accepted" in link for link in page.links)
    (rest,) = (link for link in page.links if f"pick={other.number}" in unquote(link))
    page = client.get_page(rest)
    assert "quotation" not in page.text
    client.submit(page.form("batch"), act="decide")
    world.session.expire_all()
    assert again(world, other).status is Status.ACCEPTED
    assert again(world, asked).status is Status.SUBMITTED


def test_several_that_are_not_taken_alter_no_quotation(
    world: World, asked: Amendment, client_of: ClientOf
) -> None:
    page = client_of("moderator").get_page(
        f"/texts/dhaka/to-decide/batch?pick={asked.number}:1&outcome=rejected"
    )
    assert page.buttons("act", "decide")


def test_a_quotation_that_comes_in_alters_none(world: World) -> None:
    row = send_change(world, words="States “agree” on this.")
    decide(world, row)
    assert "“agree”" in text_of(world)
