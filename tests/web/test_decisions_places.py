"""Answers say where what was asked stands now, and a change's own page says the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafting.rules.edits import DroppedSection, Edit, MovedSection, NewSection, SectionEdit
from drafting.rules.lifecycle import Outcome
from drafting.store.queries.sections import head_of
from tests.factories.amendments import WORDS, send_change, words_for
from tests.factories.decisions import decide
from tests.factories.world import World
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"


def asked(world: World, what: str) -> Edit:
    """Ask for one thing on the order or the titles of the sections."""
    first, second = world.sections[0].key, world.sections[1].key
    edits: dict[str, Edit] = {
        "title": SectionEdit(second, 1, world.versions[1].markdown, "Urgent calls"),
        "move": MovedSection(1, first, second),
        "first": MovedSection(1, second, None),
        "new": NewSection(1, first, "Work", "Work is decent."),
        "drop": DroppedSection(1, second),
        "out": words_for(world, ""),
    }
    return edits[what]


@pytest.mark.parametrize(
    ("what", "outcome", "said"),
    [
        ("title", Outcome.ACCEPTED, "Title of the section “Urgent calls”"),
        ("move", Outcome.ACCEPTED, "” stands after “"),
        ("first", Outcome.ACCEPTED, "” stands first"),
        ("new", Outcome.ACCEPTED, "In the new section “Work”"),
        ("drop", Outcome.REJECTED, "” stands"),
        ("out", Outcome.REJECTED, "¶2 stands"),
    ],
)
def test_both_pages_say_where_it_stands(
    world: World, client_of: Clients, what: str, outcome: Outcome, said: str
) -> None:
    decide(world, send_change(world, words=asked(world, what)), outcome)
    world.session.commit()
    client = client_of("sender")
    answers = client.get_page(f"{TEXT}/answers").text
    assert said in answers
    assert "Not in the text." not in answers
    assert said in client.get_page(f"{TEXT}/changes/A1").text


def test_every_paragraph_of_a_split_is_named_on_both_pages(
    world: World, client_of: Clients
) -> None:
    decide(world, send_change(world, words=f"{WORDS}\n\nOne more.\n\nAnd another."))
    world.session.commit()
    client = client_of("sender")
    for page in ("answers", "changes/A1"):
        shown = client.get_page(f"{TEXT}/{page}").text
        assert "¶2, ¶2 bis, ¶2 ter" in shown or "¶2, ¶3, ¶4" in shown


def test_a_place_leads_to_its_words(world: World, client_of: Clients) -> None:
    decide(world, send_change(world))
    world.session.commit()
    client = client_of("sender")
    anchor = f"p-{world.key(0, 1)}"
    assert f"#{anchor}" in client.get(f"{TEXT}/answers").text
    assert f'id="{anchor}"' in client.get(f"{TEXT}/text").text


def test_words_refused_are_not_said_to_be_in_the_text(world: World, client_of: Clients) -> None:
    decide(world, send_change(world), Outcome.REJECTED)
    world.session.commit()
    assert "Not in the text." in client_of("sender").get_page(f"{TEXT}/answers").text


def test_a_paragraphs_own_page_keeps_its_number(world: World, client_of: Clients) -> None:
    key = world.sections[1].key
    edit = SectionEdit(key, 1, "1. Build bridges.\n2. Build firewalls.\n3. Build roads.")
    decide(world, send_change(world, words=edit))
    world.session.commit()
    second = head_of(world.session, world.sections[1]).keys[1]
    shown = client_of("sender").get(f"{TEXT}/paragraphs/{second}").text
    assert '<span class="item-number">2.</span><div><p>Build firewalls.' in shown
