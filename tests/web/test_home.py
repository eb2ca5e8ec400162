"""The home page is the newest published draft, with a sentence of what it is and who writes it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafting.actions.steps.editions import freeze_edition
from drafting.rules.actors import Actor
from drafting.store.models import Outline, Statement
from drafting.store.models.sections import Source
from tests.factories.amendments import send_change
from tests.factories.decisions import decide
from tests.factories.editions import ADOPTION, publish
from tests.factories.world import NOON, World, without_text
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]
WHAT = "A text that 5 groups write together in a meeting."


def test_the_public_reads_the_newest_draft_and_what_it_is(world: World, client: PageClient) -> None:
    assert client.get_page("/").url == "/texts/dhaka/published/0"
    decide(world, send_change(world))
    publish(world)
    world.session.commit()
    page = client.get_page("/")
    assert page.url == "/texts/dhaka/published/1"
    assert WHAT in page.text
    assert "/texts/dhaka/who" in page.links


def test_an_older_draft_leads_to_the_newest(world: World, client: PageClient) -> None:
    publish(world)
    world.session.commit()
    assert "There is a newer one: Rev. 1" in client.get_page("/texts/dhaka/published/0").text
    assert "There is a newer one" not in client.get_page("/texts/dhaka/published/1").text


def test_the_final_was_written(world: World, client: PageClient) -> None:
    publish(world, ADOPTION)
    world.session.commit()
    words = client.get_page("/").text
    assert "The final text, written together by 5 groups." in words
    assert WHAT not in words


def test_where_nothing_is_published_a_sentence_says_so(world: World, client: PageClient) -> None:
    without_text(world)
    assert "No text is published here yet." in client.get_page("/").text


@pytest.mark.parametrize("kind", ["reader", "writer", "sender", "moderator"])
def test_who_works_on_one_text_is_led_to_it(kind: str, world: World, client_of: Clients) -> None:
    assert client_of(kind).get_page("/").url == "/texts/dhaka/text"


def test_several_texts_are_listed(world: World, client: PageClient) -> None:
    other = make_second(world)
    page = client.get_page("/")
    assert {"/texts/dhaka", f"/texts/{other}"} <= page.links


def make_second(world: World) -> str:
    """Make and publish a second text by hand, and return its short name."""
    row = Statement(slug="second", title="Second", zone="UTC", made_at=NOON)
    world.session.add(row)
    world.session.flush()
    outline = Outline(statement_id=row.id, number=1, keys=[], source=Source.IMPORT, at=NOON)
    world.session.add(outline)
    world.session.flush()
    freeze_edition(world.session, row, Actor(at=NOON), (outline, []))
    world.session.commit()
    return row.slug
