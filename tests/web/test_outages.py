"""When the database fails: all that was typed stands on a page, and is sent again by one tap."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from time import monotonic

import pytest
from flask import Flask
from sqlalchemy import Engine, func, select

from drafting.store.models import Amendment, SignIn
from drafting.store.session import BUSY_MILLISECONDS, file_of, open_session
from tests.factories.world import World
from tests.support.client import PageClient, page_of
from tests.support.clock import StoppedClock
from tests.support.outages import (
    Outage,
    broken,
    ended_at,
    full,
    full_at_commit,
    locked,
    moved_away,
    read_only,
    refused,
    replaced,
    table_locked,
)
from tests.support.pages import Page
from tests.support.rows import rows

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"
WORDS = f"Better governance must mean {'that people are protected better, ' * 300}always."
"""So long that it needs room of its own in the file."""
WHY = "Because it “binds” all: যা লিখি & all."
SECRET = "four secret words here"

on_postgres = pytest.mark.parametrize(
    "database", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)


@pytest.fixture
def house(app: Flask) -> Engine:
    """The engine of the application."""
    engine: Engine = app.extensions["drafting.engine"]
    return engine


def opened(world: World, client: PageClient) -> Page:
    """Open *Change this* at the second paragraph, and let go of the lock of the test."""
    page = client.get_page(f"{TEXT}/paragraphs/{world.key(0, 1)}/change")
    world.session.commit()
    return page


def press(client: PageClient, page: Page, status: int = 200) -> Page:
    """Send the change."""
    form = page.form("#my-change")
    return client.submit(form, status=status, act="send", words=WORDS, reason=WHY)


def sent(engine: Engine) -> int | None:
    """Count what was made."""
    with open_session(engine, writing=False) as session:
        return session.scalar(select(func.count()).select_from(Amendment))


def check_words_survive(world: World, client: PageClient, house: Engine, outage: Outage) -> None:
    """Send while the database fails, then send the page that came back, twice."""
    page = opened(world, client)
    with outage(house):
        kept = press(client, page, 503)
    assert "Your words are kept on this page." in kept.text
    form = kept.form("/change")
    assert (form.fields["words"], form.fields["reason"]) == ([WORDS], [WHY])
    for _ in range(2):
        assert "Received: A1" in client.submit(form).text
    assert sent(house) == 1


ON_SQLITE = [locked, read_only, full, full_at_commit, moved_away, replaced, broken]


@pytest.mark.parametrize("outage", ON_SQLITE)
def test_words_survive_an_sqlite_file_that_fails(
    world: World, client_of: Clients, house: Engine, outage: Outage
) -> None:
    check_words_survive(world, client_of("sender"), house, outage)


@on_postgres
@pytest.mark.parametrize("point", ["INSERT", "commit"])
def test_words_survive_a_postgresql_that_ends_a_connection(
    world: World, client_of: Clients, house: Engine, point: str
) -> None:
    check_words_survive(world, client_of("sender"), house, partial(ended_at, point=point))


@on_postgres
@pytest.mark.parametrize("outage", [refused, table_locked])
def test_words_survive_a_postgresql_that_does_not_answer(
    world: World, client_of: Clients, house: Engine, outage: Outage
) -> None:
    check_words_survive(world, client_of("sender"), house, outage)


@on_postgres
def test_a_connection_that_ended_unnoticed_is_made_anew(
    world: World, client_of: Clients, house: Engine
) -> None:
    client = client_of("sender")
    page = opened(world, client)
    with ended_at(house, "checkin"):
        client.get_page(f"{TEXT}/text")
    assert "Received: A1" in press(client, page).text


def check_pages_say_so(client: PageClient, house: Engine, outage: Outage) -> None:
    """Ask for pages of all sorts; what needs no database is still there."""
    client.get_page(f"{TEXT}/text")
    with outage(house):
        for address in (f"{TEXT}/text", "/", "/me", "/sign-in", "/no/such/page", "/?lang=ar"):
            answer = client.get(address)
            assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30"), address
            assert "Content-Security-Policy" in answer.headers
            assert page_of(answer).all("a", href="/" if "such" in address else address)
        with client.get("/static/mark.svg") as drawing:
            assert drawing.status_code == 200
    client.get_page(f"{TEXT}/text")


@pytest.mark.parametrize("outage", [moved_away, replaced, broken])
def test_pages_say_so_while_an_sqlite_file_fails(
    world: World, client_of: Clients, house: Engine, outage: Outage
) -> None:
    check_pages_say_so(client_of("sender"), house, outage)


@on_postgres
def test_pages_say_so_while_postgresql_is_away(
    world: World, client_of: Clients, house: Engine
) -> None:
    check_pages_say_so(client_of("sender"), house, refused)


def test_pages_are_read_while_somebody_else_writes(
    world: World, client_of: Clients, house: Engine
) -> None:
    client = client_of("sender")
    opened(world, client)
    with locked(house):
        client.get_page(f"{TEXT}/text")


@pytest.mark.parametrize("outage", [locked, full_at_commit, moved_away])
def test_nothing_is_said_to_be_done_that_was_not(
    world: World, client_of: Clients, house: Engine, outage: Outage
) -> None:
    client = client_of("sender")
    form = client.get_page("/me").form("/me/password")
    world.session.commit()
    with outage(house):
        failed = client.submit(form, status=503, password=SECRET, current=SECRET)
    assert "secret" not in failed.source
    page = client.get_page("/me")
    assert "Your password is set." not in page.text
    assert "Set a password" in page.text


def test_a_link_is_not_used_up_by_a_commit_that_failed(
    world: World, client_of: Clients, house: Engine
) -> None:
    moderator, phone = client_of("moderator"), client_of("public")
    person = world.people["sender"].id
    people = moderator.get_page(f"{TEXT}/people")
    sheet = moderator.submit(people.form(f"/people/{person}/link"))
    link = "/sign-in/" + sheet.source.partition("/sign-in/")[2][:32]
    form = phone.get_page(link).form()
    with full_at_commit(house):
        phone.submit(form, status=503, own_device="no")
    phone.get_page("/me", status=404)
    assert "Asia" in phone.submit(form, own_device="no").text


def test_words_of_another_site_are_not_offered_while_the_database_fails(
    world: World, client_of: Clients, house: Engine
) -> None:
    client = client_of("sender")
    opened(world, client)
    token = client.token()
    with moved_away(house):
        answer = client.post(
            f"{TEXT}/people/review",
            data={"lines": "Amina, ASIA, no", "csrf_token": token},
            headers={"Sec-Fetch-Site": "cross-site"},
        )
    assert (answer.status_code, "Amina" in answer.get_data(as_text=True)) == (503, False)


def test_a_form_too_large_is_answered_while_the_database_fails(
    world: World, client_of: Clients, house: Engine
) -> None:
    client = client_of("sender")
    opened(world, client)
    with moved_away(house):
        answer = client.post(f"{TEXT}/people/review", data={"lines": "x" * 3_000_000})
    assert answer.status_code in {413, 503}


def test_a_present_password_is_never_shown_again(world: World, client_of: Clients) -> None:
    answer = client_of("public").post_to("/me/password", current=SECRET, password=SECRET)
    assert (answer.status_code, "secret" in answer.get_data(as_text=True)) == (404, False)


def test_no_reader_waits_for_somebody_who_writes(
    world: World, client_of: Callable[[str], PageClient], engine: Engine, clock: StoppedClock
) -> None:
    client = client_of("sender")
    client.get_page("/me")
    clock.forward(hours=2)
    begun = monotonic()
    with closing(sqlite3.connect(file_of(engine.url) or "", isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert client.get("/me").status_code == 200
        assert monotonic() - begun < BUSY_MILLISECONDS / 1_000 / 2
    clock.forward(minutes=1)
    client.get_page("/me")
    seen = {row.seen_at for row in rows(engine, SignIn, person_id=world.people["sender"].id)}
    assert seen == {clock()}
