"""The sessions of a text, and the correction of its sections."""

from __future__ import annotations

from collections.abc import Callable

from tests.factories.editions import ADOPTION, publish
from tests.factories.world import World
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]
SESSIONS = "/texts/dhaka/sessions"


def test_everybody_sees_until_when_a_session_is_open(world: World, client_of: Clients) -> None:
    page = client_of("reader").get_page(SESSIONS)
    assert "Session 1A" in page.text
    assert "Tue 24 Nov, 18:00 Dhaka" in page.text
    assert not page.all("form", method="post")[1:]


def test_a_moderator_closes_and_opens_by_the_switch(world: World, client_of: Clients) -> None:
    client = client_of("moderator")
    page = client.submit(client.get_page(SESSIONS).form("sessions/1/close"))
    assert "Closed. What is ready may be sent until Tue 24 Nov, 12:10 Dhaka" in page.text
    page = client.submit(page.form("sessions/1/open"), closes_at="2026-11-24T18:00")
    assert "Open for changes · closes Tue 24 Nov, 18:00 Dhaka" in page.text


def test_a_session_that_opens_again_asks_until_when(world: World, client_of: Clients) -> None:
    client = client_of("moderator")
    page = client.submit(client.get_page(SESSIONS).form("sessions/1/close"))
    opening = page.form("sessions/1/open")
    again = client.submit(opening, status=422, closes_at="2026-11-24T08:00")
    assert again.text.count("Choose a time that is still to come.") == 1
    assert again.form("sessions/1/open").fields["closes_at"] == ["2026-11-24T08:00"]
    assert "closes" not in client.submit(opening).text.split("Set the times")[0].split("1A", 1)[1]


def test_a_final_ends_the_minutes_of_grace(world: World, client_of: Clients) -> None:
    publish(world, ADOPTION)
    world.session.commit()
    words = client_of("moderator").get_page(SESSIONS).text
    assert "Session 1A" in words
    assert "may be sent" not in words


def test_times_are_typed_in_the_meetings_zone(world: World, client_of: Clients) -> None:
    client = client_of("moderator")
    form = client.get_page(SESSIONS).form("/sessions", button="Make this session")
    page = client.submit(form, name="Session 2A", opens_at="2026-11-24T20:00")
    assert "Tue 24 Nov, 20:00 Dhaka" in page.text


def test_a_time_in_the_past_comes_back_with_what_was_typed(
    world: World, client_of: Clients
) -> None:
    client = client_of("moderator")
    form = client.get_page(SESSIONS).form("/sessions", button="Make this session")
    page = client.submit(form, status=422, name="Session 2A", opens_at="2026-11-24T08:00")
    assert "This time has passed." in page.text
    assert page.form("/sessions", button="Make this session").fields["name"] == ["Session 2A"]


def test_a_section_is_corrected_with_a_reason(world: World, client_of: Clients) -> None:
    client = client_of("moderator")
    address = f"/texts/dhaka/sections/{world.sections[0].key}/correct"
    form = client.get_page(address).form("correct")
    assert "danger" in form.fields["words"][0]
    words = form.fields["words"][0].replace("danger", "dangers")
    assert "Say why" in client.submit(form, status=422, words=words).text
    page = client.submit(form, words=words, reason="A typing error.")
    assert "A typing error." in page.text


def test_a_section_is_locked(world: World, client_of: Clients) -> None:
    client = client_of("moderator")
    address = f"/texts/dhaka/sections/{world.sections[0].key}/correct"
    page = client.submit(client.get_page(address).form("kind"), kind="locked")
    assert page.form("kind").fields["kind"] == ["locked"]
