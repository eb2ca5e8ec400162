"""The outbox, emptied into a real mail server."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from threading import Event
from time import monotonic, sleep

import pytest
from sqlalchemy import Engine

from drafting.actions.steps.messages import Mail, queue_message
from drafting.cli.messages import drain, sender_of, start_outbox
from drafting.config import ROOT, Settings
from drafting.errors import BadSettings
from drafting.exchange.mail import MailServer as Address
from drafting.exchange.mail import connected, read_mail_server
from drafting.store.models import Message
from drafting.store.session import open_session
from tests.cli.test_serve import drafting
from tests.factories.world import World
from tests.support.clock import StoppedClock
from tests.support.databases import both_databases
from tests.support.mailserver import MailServer, mail_server
from tests.support.rows import rows


@pytest.fixture
def server() -> Iterator[MailServer]:
    """A mail server that takes everything."""
    with mail_server() as server:
        yield server


@pytest.fixture
def house(settings: Settings, server: MailServer) -> Settings:
    """A house that mails."""
    return replace(settings, smtp_url=server.url, public_url="https://text.example")


@pytest.fixture
def waiting(world: World, clock: StoppedClock) -> World:
    """A world in which a mail with a link waits, and one without."""
    for name in ("sender", "writer"):
        person = world.people[name]
        person.email = f"{name}@example.org"
        mail = Mail("For %(name)s: süß", ("Dear %(name)s,", "ভাল"), {"name": person.name})
        queue_message(world.session, person, mail, clock(), secret=name == "sender")
    world.session.commit()
    return world


@both_databases
def test_what_waits_is_sent_once_over_one_connection(
    waiting: World, house: Settings, engine: Engine, server: MailServer
) -> None:
    assert drain(engine, house).sent == 2
    assert drain(engine, house).sent == 0
    assert (len(server.mails), server.connections) == (2, 1)
    first = server.mails[0]
    assert (first["From"], first["To"]) == ("drafting@text.example", "sender@example.org")
    assert first["Subject"] == "For Sender: süß"
    assert "ভাল" in first.get_payload(decode=True).decode()  # type: ignore[union-attr]  # plain


def test_a_mail_with_a_link_is_emptied_once_sent(
    waiting: World, house: Settings, engine: Engine
) -> None:
    drain(engine, house)
    assert [bool(message.body) for message in rows(engine, Message)] == [False, True]
    assert all(message.sent_at for message in rows(engine, Message))


def test_a_line_that_is_a_path_goes_out_as_an_address(
    world: World, house: Settings, engine: Engine, server: MailServer, clock: StoppedClock
) -> None:
    world.people["sender"].email = "sender@example.org"
    mail = Mail("Words", ("See and/or %(page)s:", "%(page)s"), {"page": "/me"})
    queue_message(world.session, world.people["sender"], mail, clock())
    world.session.commit()
    drain(engine, house)
    body = server.mails[0].get_payload(decode=True).decode()  # type: ignore[union-attr]  # plain
    assert body.split() == ["See", "and/or", "/me:", "https://text.example/me"]


def test_a_refused_address_is_given_up_and_the_others_are_sent(
    waiting: World, house: Settings, engine: Engine, server: MailServer
) -> None:
    server.refused["sender@example.org"] = 550
    tally = drain(engine, house)
    assert (tally.sent, tally.failed, tally.waiting) == (1, 1, 0)
    assert "550" in rows(engine, Message)[0].failure


def test_a_busy_server_is_asked_again_later_and_later(
    waiting: World, house: Settings, engine: Engine, server: MailServer, clock: StoppedClock
) -> None:
    server.refused["sender@example.org"] = 451
    tries = []
    for minutes in (0, 0, 1, 1, 4, 10):
        clock.forward(minutes=minutes)
        drain(engine, house)
        tries.append(rows(engine, Message)[0].tries)
    assert tries == [1, 1, 2, 2, 3, 4]
    server.refused.clear()
    clock.forward(hours=1)
    assert drain(engine, house).sent == 1


def test_a_mail_that_nobody_needs_any_more_is_dropped(
    waiting: World, house: Settings, engine: Engine, server: MailServer, clock: StoppedClock
) -> None:
    clock.forward(days=14)
    assert drain(engine, house).waiting == 0
    assert server.mails == []
    assert all(not message.body for message in rows(engine, Message))


def test_a_server_that_is_away_costs_no_try(
    waiting: World, house: Settings, engine: Engine, server: MailServer
) -> None:
    server.shutdown()
    server.server_close()
    with pytest.raises(OSError, match=r"."):
        drain(engine, house)
    assert [message.tries for message in rows(engine, Message)] == [0, 0]


def test_no_password_or_link_goes_out_unencrypted(server: MailServer) -> None:
    port = server.server_address[1]
    with (
        pytest.raises(OSError, match="no encryption"),
        connected(Address("smtp", "127.0.0.1", port)),
    ):
        pass


def test_the_server_of_the_site_sends_beside_its_work(
    waiting: World, house: Settings, engine: Engine, server: MailServer
) -> None:
    stop = Event()
    thread = start_outbox(engine, house, stop)
    assert thread is not None
    for _ in range(200):
        if len(server.mails) == 2:
            break
        stop.wait(0.05)
    stop.set()
    thread.join(5)
    assert len(server.mails) == 2
    assert start_outbox(engine, replace(house, smtp_url="")) is None


def make_them_new(engine: Engine) -> None:
    """Let all mails be of this minute: the command has a clock of its own."""
    with open_session(engine, writing=True) as session:
        for message in session.query(Message):
            message.made_at = Settings().clock()
        session.commit()


def test_the_command_sends_and_counts(
    waiting: World, database: str, server: MailServer, engine: Engine
) -> None:
    make_them_new(engine)
    done = drafting(
        "outbox",
        "--json",
        DRAFTING_DATABASE_URL=database,
        DRAFTING_SMTP_URL=server.url,
        DRAFTING_MAIL_FROM="team@text.example",
    )
    assert (done.returncode, done.stdout) == (0, '{"sent": 2, "failed": 0, "waiting": 0}\n')


def test_the_command_says_in_one_line_that_the_server_is_away(
    waiting: World, database: str, engine: Engine
) -> None:
    make_them_new(engine)
    done = drafting(
        "outbox",
        DRAFTING_DATABASE_URL=database,
        DRAFTING_SMTP_URL="smtp://127.0.0.1:9",
        DRAFTING_MAIL_FROM="team@text.example",
    )
    assert done.returncode == 1
    house, error = done.stderr.strip().splitlines()
    assert house.startswith("House: ")
    assert error.startswith("Error: The mail server cannot be used")


def test_the_address_of_a_mail_server_is_read_whole() -> None:
    server = read_mail_server("smtps://lina:p%40ss@mail.example")
    assert (server.host, server.port, server.user, server.password, server.open) == (
        "mail.example", 465, "lina", "p@ss", False,
    )  # fmt: skip
    assert "p@ss" not in repr(server)
    assert read_mail_server("smtp://relay:25?tls=no").open


def test_mails_need_an_address_to_come_from(settings: Settings) -> None:
    with pytest.raises(BadSettings, match="DRAFTING_MAIL_FROM"):
        sender_of(settings)


def test_a_serving_house_sends_what_waits_by_itself(
    world: World, database: str, server: MailServer
) -> None:
    person = world.people["sender"]
    person.email = "sender@example.org"
    queue_message(world.session, person, Mail("News", ("It is open.",)), datetime.now(UTC))
    world.session.commit()
    variables = {
        "DRAFTING_DATABASE_URL": database,
        "DRAFTING_PUBLIC_URL": "https://text.example",
        "DRAFTING_SECRET_KEY": "x" * 32,
        "DRAFTING_SMTP_URL": server.url,
    }
    command = [sys.executable, "-m", "drafting.cli", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **variables}) as house:
        deadline = monotonic() + 30
        while not server.mails and monotonic() < deadline:
            sleep(0.1)
        house.terminate()
    assert [mail["Subject"] for mail in server.mails] == ["News"]
