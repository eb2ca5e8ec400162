"""Signing in with a password, asking for a link by mail, and one's own account."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest
from flask import Flask
from sqlalchemy import Engine

from drafting.actions.steps.passwords import hash_password
from drafting.app import create_app
from drafting.config import Settings
from drafting.store.models import Message, SignIn, Try
from tests.factories.world import NOON, World
from tests.support.client import PageClient
from tests.support.clock import StoppedClock
from tests.support.rows import rows

NewClient = Callable[[str], PageClient]
PASSWORD = "four words i like"
HASH = hash_password(PASSWORD)
WRONG = "This name and this password do not belong together."


@pytest.fixture
def lina(world: World) -> World:
    """A world in which the sender has a password and a mail address."""
    world.people["sender"].password_hash = HASH
    world.people["sender"].email = "lina@example.org"
    world.session.commit()
    return world


def sign_in(client: PageClient, name: str, password: str, status: int = 200) -> str:
    """Fill in the form and return the words of the page that follows."""
    form = client.get_page("/sign-in").form("/sign-in")
    return client.submit(form, status=status, name=name, password=password).text


def test_a_password_signs_in_by_short_name_or_mail(lina: World, client_of: NewClient) -> None:
    for name in ("sender", " Lina@Example.org "):
        client = client_of("public")
        form = client.get_page("/sign-in").form("/sign-in")
        sent = client.send(form, name=name, password=PASSWORD)
        assert (sent.status_code, sent.location) == (303, "/texts/dhaka/text")
        client.get_page("/me")


def test_unknown_and_wrong_get_the_same_answer(lina: World, client: PageClient) -> None:
    answers = {
        sign_in(client, name, password, status=422)
        for name, password in (
            ("sender", "not the right one"),
            ("nobody at all", PASSWORD),
            ("writer", PASSWORD),
        )
    }
    assert len(answers) == 1
    assert WRONG in answers.pop()


def test_a_wrong_password_is_not_sent_back(lina: World, client: PageClient) -> None:
    form = client.get_page("/sign-in").form("/sign-in")
    page = client.submit(form, status=422, name="sender", password="my secret words")
    assert "my secret words" not in page.source
    assert 'value="sender"' in page.source


class TestLimits:
    """A site on which a name may be tried twice a minute."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return replace(settings, sign_in_limit="2 per minute")

    def test_a_name_may_be_tried_only_so_often(self, lina: World, client: PageClient) -> None:
        for _ in range(2):
            sign_in(client, "sender", "not the right one", status=422)
        assert "Please wait a little" in sign_in(client, "Sender ", PASSWORD, status=429)
        sign_in(client, "writer", PASSWORD, status=422)

    def test_signs_that_nobody_sees_make_no_other_name(
        self, lina: World, client: PageClient
    ) -> None:
        for name in ("sender", "\x01sender"):
            sign_in(client, name, "not the right one", status=422)
        sign_in(client, "sen\x02der", PASSWORD, status=429)

    def test_an_address_may_fail_five_times_as_often(self, lina: World, client: PageClient) -> None:
        for number in range(10):
            sign_in(client, f"nobody-{number}", PASSWORD, status=422)
        sign_in(client, "sender", PASSWORD, status=429)

    def test_another_process_and_a_restart_know_the_tries(
        self, lina: World, client: PageClient, settings: Settings
    ) -> None:
        for _ in range(2):
            sign_in(client, "sender", "not the right one", status=422)
        other = create_app(settings)
        other.test_client_class = PageClient
        sign_in(cast(PageClient, other.test_client()), "sender", PASSWORD, status=429)
        other.extensions["drafting.engine"].dispose()

    def test_after_its_time_a_name_may_be_tried_again(
        self, lina: World, client: PageClient, clock: StoppedClock, engine: Engine
    ) -> None:
        for _ in range(2):
            sign_in(client, "sender", "not the right one", status=422)
        clock.forward(minutes=2)
        sign_in(client, "sender", "not the right one", status=422)
        assert [row.count for row in rows(engine, Try)] == [1, 1, 1]
        assert "sender" not in str([row.key for row in rows(engine, Try)])

    def test_those_who_sign_in_rightly_use_nothing_up(
        self, lina: World, client_of: NewClient
    ) -> None:
        for _ in range(4):
            client = client_of("public")
            form = client.get_page("/sign-in").form("/sign-in")
            assert client.send(form, name="sender", password=PASSWORD).status_code == 303


def test_leaving_ends_the_session_and_empties_the_browser(
    world: World, client_of: NewClient, engine: Engine
) -> None:
    client = client_of("sender")
    answer = client.send(client.get_page("/leave").form(button="Leave all the same"))
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "You have left." in client.get_page("/sign-in").text
    client.get_page("/me", status=404)
    ended = rows(engine, SignIn, person_id=world.people["sender"].id)[0]
    assert ended.ended_at is not None


def test_a_first_password_needs_no_present_one(world: World, client_of: NewClient) -> None:
    client = client_of("sender")
    page = client.submit(client.get_page("/me").form("/me/password"), password=PASSWORD)
    assert "Your password is set." in page.text
    assert "Change my password" in page.text


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("too short", "Take at least ten letters or signs."),
        ("aaaaaaaaaaaa", "This is too easy to guess."),
        ("Password123", "Many people use this password."),
        ("１２３４５ 67890", "Many people use this password."),
        ("x" * 201, "Take at most 200 letters or signs."),
    ],
)
def test_a_weak_password_is_refused(
    world: World, client_of: NewClient, typed: str, answer: str
) -> None:
    client = client_of("sender")
    page = client.submit(client.get_page("/me").form("/me/password"), status=422, password=typed)
    assert answer in page.text


def test_a_changed_password_ends_the_other_sessions(
    lina: World, client_of: NewClient, engine: Engine
) -> None:
    other, client = client_of("sender"), client_of("public")
    sign_in_form = client.get_page("/sign-in").form("/sign-in")
    client.send(sign_in_form, name="sender", password=PASSWORD)
    form = client.get_page("/me").form("/me/password")
    client.submit(form, status=422, current="not this one", password="other words of mine")
    client.submit(form, current=PASSWORD, password="other words of mine")
    other.get_page("/me", status=404)
    client.get_page("/me")
    assert rows(engine, Message)[0].subject == "Your password was changed"


def test_a_person_ends_one_session_or_all(lina: World, client_of: NewClient) -> None:
    phone, laptop = client_of("sender"), client_of("public")
    form = laptop.get_page("/sign-in").form("/sign-in")
    laptop.send(form, name="sender", password=PASSWORD)
    page = laptop.get_page("/me")
    laptop.submit(page.form(button="End this one"))
    phone.get_page("/me", status=404)
    laptop.send(laptop.get_page("/me").form(button="Sign out everywhere"))
    laptop.get_page("/me", status=404)


@pytest.mark.parametrize("number", ["nonsense", "1x", "99999999999999999999", "0", " "])
def test_an_unreadable_number_ends_no_session(
    lina: World, client_of: NewClient, number: str
) -> None:
    client = client_of("writer")
    answer = client.post_to("/me/sign-ins/end", sign_in=number)
    assert answer.status_code == 404
    assert client.get("/me").status_code == 200


def test_a_session_says_to_the_hour_when_it_was_last_used(
    lina: World, client_of: NewClient, engine: Engine, clock: StoppedClock
) -> None:
    client, laptop = client_of("sender"), client_of("public")
    laptop.send(laptop.get_page("/sign-in").form("/sign-in"), name="sender", password=PASSWORD)
    for hours, minutes in ((2, 0), (0, 40)):
        clock.forward(hours=hours, minutes=minutes)
        client.get_page("/me")
        first = rows(engine, SignIn, person_id=lina.people["sender"].id)[0]
        assert first.seen_at == NOON + timedelta(hours=2)
    assert "last used 2 h ago" in client.get_page("/me").text.replace("\N{NO-BREAK SPACE}", " ")


def test_nobody_ends_the_session_of_somebody_else(
    world: World, client_of: NewClient, engine: Engine
) -> None:
    mine = rows(engine, SignIn, person_id=world.people["sender"].id)[0]
    answer = client_of("writer").post_to("/me/sign-ins/end", sign_in=str(mine.id))
    assert answer.status_code == 404
    client_of("sender").get_page("/me")


def test_the_cookie_holds_no_number_of_a_person(
    lina: World, client: PageClient, app: Flask
) -> None:
    form = client.get_page("/sign-in").form("/sign-in")
    client.send(form, name="sender", password=PASSWORD)
    with client.session_transaction() as cookie:
        assert len(cookie["_user_id"]) == 32
