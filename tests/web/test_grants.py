"""What a person may do, in one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from drafting.rules.actors import Actor, Right
from drafting.web.presenters.grants import rights_line
from tests.factories.world import NOON, World, add_grant
from tests.support.client import PageClient

NewClient = Callable[[str], PageClient]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("writer", "Asia. You can write; Sender sends."),
        ("sender", "Asia. You send in its name."),
        ("reader", "You can read."),
        ("rapporteur", "You type for all groups."),
        ("moderator", "You moderate."),
        ("administrator", "You administer the site."),
        ("former", ""),
    ],
)
def test_the_line_says_what_a_person_may_do(app: Flask, world: World, name: str, line: str) -> None:
    with app.test_request_context():
        assert rights_line(world.session, world.actor(name), world.statement) == line


def test_the_line_names_all_who_send(app: Flask, world: World) -> None:
    add_grant(world, world.people["colleague"], Right.SEND, "ASIA")
    world.session.flush()
    with app.test_request_context():
        writer = rights_line(world.session, world.actor("writer"), world.statement)
        sender = rights_line(world.session, world.actor("sender"), world.statement)
    assert writer == "Asia. You can write; Sender and Colleague send."
    assert sender == "Asia. You send, with Colleague."


def test_the_public_has_no_line(app: Flask, world: World) -> None:
    with app.test_request_context():
        assert rights_line(world.session, Actor(at=NOON), world.statement) == ""


def test_one_s_own_group_shows_its_people(world: World, client_of: NewClient) -> None:
    page = client_of("writer").get_page("/texts/dhaka/my-group")
    assert "Nothing waits for a sender." in page.text
    assert "Writer" in page.text
    assert "Invite" not in page.text
    assert "Invite" in client_of("sender").get_page("/texts/dhaka/my-group").text
