"""Guessing is limited before it is checked, and nobody can shut another person out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine
from werkzeug.test import TestResponse

from drafting.config import Settings
from drafting.store.models import Message, Try
from drafting.web.limits import address, allowed
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.databases import both_databases
from tests.support.rows import rows
from tests.web.test_sign_ins import PASSWORD, lina

__all__ = ["lina"]
NewClient = Callable[[str], PageClient]
STRANGER, HOME = "203.0.113.9", "198.51.100.7"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """A site with the limit that a house has when nothing is set, and mail."""
    return replace(settings, sign_in_limit="10 per 10 minutes", smtp_url="smtp://mail.example")


def knock(client: PageClient, words: str, at: str = HOME, name: str = "sender") -> TestResponse:
    """Try a password from an address."""
    data = {"csrf_token": client.token(), "name": name, "password": words}
    return client.post("/sign-in", data=data, environ_overrides={"REMOTE_ADDR": at})


def ask_for_mail(client: PageClient, at: str, name: str = "lina@example.org") -> int:
    """Ask for a link by mail from an address."""
    data = {"csrf_token": client.token(), "name": name, "link": "yes"}
    answer = client.post("/sign-in", data=data, environ_overrides={"REMOTE_ADDR": at})
    return answer.status_code


@both_databases
def test_of_thirty_wrong_passwords_at_once_ten_are_checked(
    lina: World, client_of: NewClient, app: Flask
) -> None:
    clients = [client_of("public") for _ in range(30)]
    for client in clients:
        client.get("/sign-in")
    with ThreadPoolExecutor(30) as pool:
        answers = list(pool.map(lambda client: knock(client, "wrong", STRANGER), clients))
    assert Counter(one.status_code for one in answers) == {422: 10, 429: 20}
    assert knock(client_of("public"), PASSWORD, STRANGER).status_code == 429
    assert knock(client_of("public"), PASSWORD, HOME).status_code == 303


def test_a_crowd_of_strangers_slows_a_name_and_never_shuts_it(
    lina: World, client: PageClient, client_of: NewClient
) -> None:
    for number in range(60):
        knock(client, "wrong", f"203.0.113.{number}")
        knock(client, "wrong", f"203.0.113.{number}")
    latest = [knock(client, "wrong", "192.0.2.1").status_code for _ in range(3)]
    assert latest == [422, 429, 429]
    assert knock(client_of("public"), PASSWORD, HOME).status_code == 303


@given(everywhere=st.integers(0, 10**6), more=st.integers(0, 10**6))
def test_the_more_a_name_is_tried_the_less_but_never_not_at_all(
    app_of_limits: Flask, everywhere: int, more: int
) -> None:
    with app_of_limits.test_request_context():
        assert 1 <= allowed(everywhere + more) <= allowed(everywhere) <= 10
        assert allowed(10) == 10


@pytest.fixture(scope="module")
def app_of_limits() -> Flask:
    """An application that knows its limits, and no database."""
    app = Flask("limits")
    app.extensions["drafting.settings"] = Settings()
    return app


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("192.0.2.1", "192.0.2.2", False),
        ("", "nonsense", True),
    ],
)
def test_of_an_address_that_is_counted_which_names_the_subscriber(
    app_of_limits: Flask, one: str, other: str, same: bool
) -> None:
    found = []
    for at in (one, other):
        with app_of_limits.test_request_context(environ_overrides={"REMOTE_ADDR": at}):
            found.append(address())
    assert (found[0] == found[1]) is same


def test_a_room_has_five_times_as_many(lina: World, client: PageClient) -> None:
    answers = [knock(client, "wrong", name=f"n{i}").status_code for i in range(51)]
    assert answers == [422] * 50 + [429]


def test_links_by_mail_have_a_count_of_their_own(
    lina: World, client: PageClient, engine: Engine
) -> None:
    for _ in range(10):
        knock(client, "wrong")
    assert [ask_for_mail(client, HOME) for _ in range(4)] == [303, 303, 303, 429]
    assert len(rows(engine, Message)) == 3


def test_a_letter_box_is_not_flooded_and_the_answer_is_the_same(
    lina: World, client: PageClient, engine: Engine
) -> None:
    asked = [ask_for_mail(client, f"203.0.113.{number}") for number in range(12)]
    assert asked == [303] * 12
    assert len(rows(engine, Message)) == 6
    nobody = [ask_for_mail(client, f"203.0.113.{i}", "nobody@example.org") for i in range(12)]
    assert nobody == asked


def test_the_present_password_is_limited(lina: World, client_of: NewClient) -> None:
    client = client_of("sender")

    def change(current: str) -> int:
        fields = {"current": current, "password": "other words of mine"}
        return client.post_to("/me/password", **fields).status_code

    assert [change("not this one") for _ in range(11)] == [422] * 10 + [429]
    assert change(PASSWORD) == 429
    assert client.get("/me").status_code == 200


def test_a_right_present_password_uses_nothing_up(
    lina: World, client_of: NewClient, engine: Engine
) -> None:
    fields = {"current": PASSWORD, "password": "other words of mine"}
    assert client_of("sender").post_to("/me/password", **fields).status_code == 303
    assert {row.count for row in rows(engine, Try)} == {0}


def test_a_refused_try_counts_for_nobody(lina: World, client: PageClient, engine: Engine) -> None:
    for _ in range(25):
        knock(client, "wrong", STRANGER)
    assert {row.count for row in rows(engine, Try)} == {10}
