"""A stranger at an inner address is told whom it is for, the same whether it exists or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from drafting.store.models import Statement
from drafting.web.landing import is_own_path
from tests.factories.amendments import keep_draft, send_change
from tests.factories.world import NOON, World
from tests.support.client import PageClient
from tests.support.queries import count_queries
from tests.web.test_amendments_queries import engine_of
from tests.web.test_sign_ins import HASH, PASSWORD

Clients = Callable[[str], PageClient]
PAIRS = (
    ("changes/A1", "changes/A2"),
    ("changes/A1/receipt", "changes/A2/receipt"),
    ("changes/A1/decide", "changes/A2/decide"),
    ("drafts/{draft}", "drafts/nosuchkey"),
    ("paragraphs/k0b1xy", "paragraphs/nosuchkey"),
    ("paragraphs/k0b1xy/change", "paragraphs/nosuchkey/change"),
    ("sections/sec0xy", "sections/nosuchkey"),
)


def fill(world: World) -> str:
    """Send a change to the meeting, keep a draft, and make a text that nobody may know of."""
    send_change(world)
    key = keep_draft(world).key
    world.session.add(Statement(slug="secret", title="Secret", zone="UTC", made_at=NOON))
    world.session.commit()
    return key


def told(client: PageClient, address: str) -> tuple[int, str]:
    """Return what a stranger is answered, without what the address itself says."""
    page = client.get(address)
    words = page.get_data(as_text=True)
    for part in address.split("/")[3:]:
        words = words.replace(part, "…")
    return page.status_code, words.replace(address.split("/")[2], "…")


@pytest.mark.parametrize("pair", PAIRS)
def test_what_exists_is_answered_as_what_does_not(
    pair: tuple[str, str], world: World, client: PageClient
) -> None:
    key = fill(world)
    here, missing = (f"/texts/dhaka/{one.format(draft=key)}" for one in pair)
    assert told(client, here) == told(client, missing)
    assert told(client, here)[0] == 404
    page = client.get_page(here, status=404)
    assert "is for people of this meeting" in page.title
    assert "Nothing here" not in page.text


@pytest.mark.parametrize(
    "place", ["", "/text", "/changes", "/changes/A1", "/published/0", "/record", "/answers"]
)
def test_a_text_that_nobody_may_know_of_is_answered_as_none(
    place: str, world: World, client: PageClient
) -> None:
    fill(world)
    assert told(client, f"/texts/secret{place}") == told(client, f"/texts/nowhere{place}")


@pytest.mark.parametrize("pair", PAIRS)
def test_no_more_is_asked_for_what_exists(
    pair: tuple[str, str], world: World, app: Flask, client: PageClient
) -> None:
    key = fill(world)
    counts = []
    for place in (one.format(draft=key) for one in pair):
        client.get(f"/texts/dhaka/{place}")
        with count_queries(engine_of(app)) as asked:
            client.get(f"/texts/dhaka/{place}")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_published_text_says_what_it_does_not_have(world: World, client: PageClient) -> None:
    assert "Nothing here" in client.get_page("/texts/dhaka/published/7", status=404).text
    assert "Nothing here" in client.get_page("/no/such/place", status=404).text


def test_a_member_is_not_sent_to_the_door(world: World, client_of: Clients) -> None:
    page = client_of("sender").get_page("/texts/dhaka/changes/A9", status=404)
    assert "Nothing here" in page.text


def test_after_signing_in_one_is_where_one_was_going(world: World, client: PageClient) -> None:
    send_change(world)
    world.people["sender"].password_hash = HASH
    world.session.commit()
    page = client.get_page("/texts/dhaka/changes/A1?view=before-after", status=404)
    door = client.get_page(next(url for url in page.links if "to=" in url))
    sent = client.send(door.form("/sign-in"), name="sender", password=PASSWORD)
    assert sent.location == "/texts/dhaka/changes/A1?view=before-after"


@pytest.mark.parametrize(
    "goal", ["//evil.example/", "https://evil.example", "/\\evil.example", "/\t/evil.example", ""]
)
def test_the_door_leads_nowhere_else(goal: str, world: World, client: PageClient) -> None:
    world.people["sender"].password_hash = HASH
    world.session.commit()
    client.get("/sign-in", query_string={"to": goal})
    form = client.get_page("/sign-in").form("/sign-in")
    assert client.send(form, name="sender", password=PASSWORD).location == "/texts/dhaka/text"


@given(st.text(alphabet="/\\:?#@.a \t\n", max_size=12))
def test_no_drawn_goal_names_another_host(goal: str) -> None:
    if is_own_path(goal):
        assert goal[0] == "/"
        assert goal[1:2] not in {"/", "\\"}
        assert goal.isprintable()
