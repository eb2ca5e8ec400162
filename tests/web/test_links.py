"""One-time links: opening changes nothing, the button signs in, once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import Engine

from drafting.actions.renew_links import RenewLinks, renew_links
from drafting.actions.steps.sign_ins import make_link
from drafting.rules.actors import Actor, Right
from drafting.store.models import SignIn, SignInLink
from tests.factories.world import World, add_grant
from tests.support.client import PageClient
from tests.support.clock import StoppedClock
from tests.support.rows import rows

NewClient = Callable[[str], PageClient]


@pytest.fixture
def link(world: World, clock: StoppedClock) -> str:
    """The path of an unused link for somebody who waits to write for Asia."""
    person = world.people["reader"]
    add_grant(world, person, Right.WRITE, "ASIA").taken_up_at = None
    token = make_link(world.session, person, Actor(at=clock()))
    world.session.commit()
    return f"/sign-in/{token}"


def test_a_robot_that_opens_a_link_changes_nothing(link: str, client: PageClient) -> None:
    for _ in range(3):
        page = client.get_page(link)
    assert "Come in as delegate of Asia" in page.text
    assert "You write changes for Asia. Its senders send them." in page.text
    assert "Is this your own phone or computer?" in page.text


def test_the_button_signs_in_and_takes_up_the_right(
    link: str, client: PageClient, world: World, engine: Engine
) -> None:
    sent = client.send(client.get_page(link).form(), own_device="no")
    assert (sent.status_code, sent.location) == (303, "/texts/dhaka/text")
    assert client.get_page("/me").text.count("Asia") == 1
    assert rows(engine, SignInLink)[0].used_at is not None


def test_a_question_left_open_is_asked_again(link: str, client: PageClient) -> None:
    page = client.submit(client.get_page(link).form(), status=422)
    assert "Is this your own phone? Choose one." in page.text


def test_a_used_link_says_whom_to_ask(link: str, client_of: NewClient) -> None:
    first = client_of("public")
    first.send(first.get_page(link).form(), own_device="yes")
    page = client_of("public").get_page(link, status=410)
    assert "This link no longer opens" in page.text
    assert "ask the person who gave it to you, or: Moderator" in page.text


def test_a_used_link_opened_again_on_the_same_phone_leads_to_the_text(
    link: str, client: PageClient
) -> None:
    client.send(client.get_page(link).form(), own_device="yes")
    again = client.get(link)
    assert (again.status_code, again.location) == (303, "/texts/dhaka/text")


def test_the_button_pressed_again_after_a_lost_answer_gives_the_same_session(
    link: str, client_of: NewClient, world: World, engine: Engine
) -> None:
    client = client_of("public")
    form = client.get_page(link).form()
    with client.session_transaction() as cookie:
        before = dict(cookie)
    client.send(form, own_device="yes")
    with client.session_transaction() as cookie:
        cookie.clear()
        cookie.update(before)
    assert client.send(form, own_device="yes").status_code == 303
    assert client.get_page("/me").text.count("· here") == 1
    person = world.people["reader"].id
    assert len(rows(engine, SignIn, person_id=person)) == 2


def test_an_old_link_no_longer_opens(link: str, client: PageClient, clock: StoppedClock) -> None:
    form = client.get_page(link).form()
    clock.forward(days=14)
    client.get_page(link, status=410)
    client.submit(form, status=422, own_device="yes")


def test_an_unknown_link_looks_like_a_used_one(client: PageClient, world: World) -> None:
    page = client.get_page("/sign-in/" + "x" * 32, status=404)
    assert "This link no longer opens" in page.text


def test_a_renewed_link_ends_the_older_one(
    link: str, client: PageClient, world: World, clock: StoppedClock
) -> None:
    actor = Actor(at=clock(), administrator=True)
    renew_links(world.session, actor, RenewLinks((world.people["reader"].id,)))
    world.session.commit()
    client.get_page(link, status=410)


def test_a_session_on_a_borrowed_phone_is_short(
    link: str, client: PageClient, clock: StoppedClock, app: Flask
) -> None:
    answer = client.send(client.get_page(link).form(), own_device="no")
    assert "Expires" not in answer.headers["Set-Cookie"]
    clock.forward(hours=12)
    client.get_page("/me", status=404)


def test_a_session_on_an_own_phone_lasts_thirty_days(
    link: str, client: PageClient, clock: StoppedClock
) -> None:
    answer = client.send(client.get_page(link).form(), own_device="yes")
    assert "Expires" in answer.headers["Set-Cookie"]
    clock.forward(days=29)
    client.get_page("/me")


def test_coming_in_ends_the_session_that_this_browser_had(
    link: str, client_of: NewClient, world: World, engine: Engine
) -> None:
    client = client_of("sender")
    page = client.get_page(link)
    assert "That ends when you come in" in page.text
    client.send(page.form(button="Come in"), own_device="yes")
    before = rows(engine, SignIn, person_id=world.people["sender"].id)[0]
    assert before.ended_at is not None
    assert "Reader" in client.get_page("/me").text
