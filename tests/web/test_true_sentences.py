"""What pages claim holds in states that are rarely looked at."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import update

from drafting.rules.lifecycle import Audience
from drafting.store.models import Grant
from tests.factories.amendments import lose_senders, send_change
from tests.factories.world import World
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"


@pytest.mark.parametrize("audience", Audience)
def test_a_reason_is_read_by_whoever_reads_the_change(
    world: World, client_of: Clients, audience: Audience
) -> None:
    send_change(world, audience=audience)
    world.session.commit()
    page = client_of("moderator").get_page(f"{TEXT}/changes/A1/decide")
    assert "Whoever reads the change reads it too." in page.text
    assert "Everybody in this meeting reads it." not in page.text


def test_a_group_whose_last_sender_has_gone_had_one_before(
    world: World, client_of: Clients
) -> None:
    lose_senders(world, "ASIA")
    world.session.commit()
    page = client_of("writer").get_page(f"{TEXT}/text")
    assert "Nobody sends now." in page.text
    assert "yet" not in page.text


def nobody_waits(world: World) -> None:
    """Let everybody have come in."""
    world.session.execute(update(Grant).values(taken_up_at=Grant.made_at))
    world.session.commit()


def test_a_sheet_without_links_explains_none(world: World, client_of: Clients) -> None:
    nobody_waits(world)
    answer = client_of("moderator").post_to(f"{TEXT}/people/sheet")
    words = answer.get_data(as_text=True)
    assert "No new link was made. Nobody whom you may invite is still to come in." in words
    for claim in ("Older links", "these links", "Each link"):
        assert claim not in words


def test_leaving_promises_only_what_the_house_does(world: World, client_of: Clients) -> None:
    client = client_of("sender")
    asked = client.get_page("/leave")
    assert "Your browser is asked to forget" in asked.text
    left = client.submit(asked.form(button="Leave all the same"))
    assert "Your browser was asked to forget what it kept." in left.text
    assert "Nothing stays" not in asked.text + left.text
