"""What was taken in part names each of its changes, wherever a group reads the answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from drafting.rules.lifecycle import Audience, Outcome
from drafting.store.models import Message
from tests.factories.amendments import send_change
from tests.factories.decisions import decide
from tests.factories.world import World
from tests.support.client import PageClient

ClientOf = Callable[[str], PageClient]
WORDS = (
    "Better governance must mean that people are protected better. It should give women, men and "
    "children more rights."
)
BOTH = "Taken in part: A1a taken; A1b not taken"


@pytest.fixture
def answered(world: World) -> World:
    """Take the first of two changes of a group that reads its mail."""
    world.people["sender"].email = "sender@example.org"
    change = send_change(world, words=WORDS, audience=Audience.PUBLIC)
    decide(world, change, Outcome.IN_PART, letters="a", reason="Rights come later.")
    world.session.commit()
    return world


def test_the_page_of_the_change_names_each(answered: World, client_of: ClientOf) -> None:
    page = client_of("african").get_page("/texts/dhaka/changes/A1")
    assert "A1a “should” → “must” · Taken" in page.text
    assert "A1b “choices” → “rights” · Not taken" in page.text
    assert "Rights come later." in page.text


def test_the_public_reads_of_none_that_was_refused(answered: World, client_of: ClientOf) -> None:
    assert "A1b" not in client_of("public").get_page("/texts/dhaka/changes/A1").text


def test_the_answer_sheet_and_its_lines_name_each(answered: World, client_of: ClientOf) -> None:
    page = client_of("sender").get_page("/texts/dhaka/answers")
    assert BOTH in page.text
    assert f"{BOTH} · ¶2" in (page.all("textarea")[-1].text or "")


def test_the_mail_names_each(answered: World) -> None:
    [mail] = answered.session.scalars(select(Message).where(Message.body.contains("A1a")))
    body = mail.body or ""
    assert BOTH in body
    assert "Rights come later." in body


def test_what_others_had_brought_in_is_not_called_refused(
    world: World, client_of: ClientOf
) -> None:
    change = send_change(world, words=WORDS.replace("better", "well"))
    decide(world, send_change(world, "african", WORDS.replace("must", "should")))
    decide(world, change, Outcome.IN_PART, letters="a")
    world.session.commit()
    each = "Taken in part: A1a taken; A1b not taken; A1c already so in the text"
    assert each in client_of("sender").get_page("/texts/dhaka/answers").text
