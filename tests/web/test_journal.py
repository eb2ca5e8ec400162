"""What the record says of how a change came in, and to whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import update

from drafting.rules.actors import Right
from drafting.rules.lifecycle import Audience
from drafting.store.models import Entry
from tests.factories.amendments import lose_senders, send_change
from tests.factories.decisions import decide
from tests.factories.world import NOON, World, add_grant
from tests.support.client import PageClient
from tests.support.pages import text_of

Clients = Callable[[str], PageClient]
RECORD = "/texts/dhaka/record"
AFTER_CLOSE = NOON + timedelta(hours=7)


def test_the_record_says_who_typed_for_a_group_and_that_it_was_late(
    world: World, client_of: Clients
) -> None:
    send_change(world, "moderator", group="AFR", at=AFTER_CLOSE)
    send_change(world, "rapporteur", group="EUR")
    world.session.commit()
    words = client_of("reader").get_page(RECORD).text
    late = "Entered late, after the session was closed."
    assert f"The moderators entered A1 for Africa. {late}" in words
    assert "A2 was entered for Europe." in words


def test_the_record_says_that_a_writer_sent(world: World, client_of: Clients) -> None:
    lose_senders(world, "ASIA")
    send_change(world, "writer")
    world.session.commit()
    assert "Asia sent A1. Sent by a writer." in client_of("reader").get_page(RECORD).text


def test_the_public_reads_of_public_changes_alone(world: World, client: PageClient) -> None:
    send_change(world, "rapporteur", group="AFR")
    send_change(world, "rapporteur", group="EUR", audience=Audience.PUBLIC)
    world.session.commit()
    words = client.get_page(RECORD).text
    assert "Africa" not in words
    assert "Something was sent to the meeting or answered in it." in words
    assert "A2 was entered for Europe." in words


def test_the_public_reads_once_what_happened_in_the_meeting_in_a_row(
    world: World, client: PageClient
) -> None:
    decide(world, send_change(world))
    send_change(world, "african")
    world.session.commit()
    lines = client.get_page(RECORD).all("ol")[0]
    assert [text_of(one) for one in lines.iter("li")] == [
        "Something was sent to the meeting or answered in it. 2–4 · 24 Nov 2026",
        "Session 1A opened. 1 · Tue 24 Nov, 09:00 Dhaka",
    ]


def test_the_public_reads_of_older_entries_no_more_than_of_newer(
    world: World, client: PageClient
) -> None:
    send_change(world)
    told = {"kind": "submitted", "group": "Asia", "amendment": "A1", "at": "2026-11-24"}
    world.session.execute(update(Entry).where(Entry.seq == 2).values(form=1, public=told))
    world.session.commit()
    words = client.get_page(RECORD).text
    assert "Asia" not in words
    assert "Something was sent to the meeting or answered in it." in words


def test_the_record_says_that_a_moderator_answered_the_own_group(
    world: World, client_of: Clients
) -> None:
    add_grant(world, world.people["moderator"], Right.WRITE, "ASIA")
    world.session.flush()
    decide(world, send_change(world))
    world.session.commit()
    words = client_of("reader").get_page(RECORD).text
    assert "Answered by somebody who also writes for the group." in words
