"""Sending what waits in the outbox: once from the command line, or again and again in a thread."""

from __future__ import annotations

import json
import logging
import smtplib
from dataclasses import asdict, dataclass
from email.message import EmailMessage
from threading import Event, Thread
from urllib.parse import urlsplit

import click

from drafting.actions.steps.asked import take_out_settled
from drafting.actions.steps.messages import (
    claim_message,
    fail_message,
    is_due,
    is_too_old,
    settle_message,
)
from drafting.cli.house import of_a_house
from drafting.config import Settings
from drafting.errors import BadSettings
from drafting.exchange.mail import (
    compose,
    connected,
    read_mail_server,
    refused_for_good,
    with_addresses,
)
from drafting.store.models import Message
from drafting.store.queries.messages import count_waiting, find_message, waiting_messages
from drafting.store.session import Engine, Session, make_engine, open_session

LOOK_EVERY, LOOK_AT_LEAST_EVERY = 15.0, 600.0
"""Seconds between two looks into the outbox; the second while the mail server is away."""

TOO_OLD = "It waited for too long."
log = logging.getLogger(__name__)


@dataclass(slots=True)
class Tally:
    """What one pass did."""

    sent: int = 0
    failed: int = 0
    waiting: int = 0


@click.command(epilog="Example: drafting outbox --json")
@click.option("--json", "as_json", is_flag=True, help="Print the numbers for a machine.")
@of_a_house()
def outbox(settings: Settings, as_json: bool) -> None:
    """Send the mails that wait (run it by a timer, or let the server do it)."""
    if not settings.smtp_url:
        raise click.UsageError("Set DRAFTING_SMTP_URL first, for example smtp://user:pw@host:587")
    engine = make_engine(settings.database_url)
    try:
        tally = drain(engine, settings)
    except OSError as error:
        raise click.ClickException(f"The mail server cannot be used: {error}") from error
    finally:
        engine.dispose()
    if as_json:
        click.echo(json.dumps(asdict(tally)))
    else:
        click.echo(f"{tally.sent} sent, {tally.failed} failed, {tally.waiting} waiting.")


def drain(engine: Engine, settings: Settings) -> Tally:
    """Send every mail that is due, over one connection.

    Raises: OSError when the server cannot be reached; no try is counted then.
    """
    tally, server = Tally(), read_mail_server(settings.smtp_url)
    drop_too_old(engine, settings)
    due = due_messages(engine, settings)
    if due:
        with connected(server) as client:
            for number in due:
                deliver(engine, settings, client, number, tally)
    with open_session(engine, writing=False) as session:
        tally.waiting = count_waiting(session)
    return tally


def due_messages(engine: Engine, settings: Settings) -> list[int]:
    """Return the mails whose next try has come, oldest first."""
    now = settings.clock()
    with open_session(engine, writing=False) as session:
        return [message.id for message in waiting_messages(session) if is_due(message, now)]


def drop_too_old(engine: Engine, settings: Settings) -> None:
    """Empty the mails that nobody should get any more."""
    now = settings.clock()
    with open_session(engine, writing=False) as session:
        if not any(is_too_old(message, now) for message in waiting_messages(session)):
            return
    with open_session(engine, writing=True) as session:
        for message in waiting_messages(session):
            if is_too_old(message, now):
                fail_message(message, message.failure or TOO_OLD, final=True)
        session.commit()


def deliver(
    engine: Engine, settings: Settings, client: smtplib.SMTP, number: int, tally: Tally
) -> None:
    """Send one mail: counted before, settled after, so that two senders at once send it once.

    Nothing is locked while the mail server thinks.
    """
    with open_session(engine, writing=True) as session:
        message = find_message(session, number)
        if message is None or not is_of_use(session, message):
            session.commit()
            return
        if not claim_message(session, message):
            return
        body = with_addresses(message.body, settings.public_url)
        mail = compose(sender_of(settings), message.address, message.subject, body, message.made_at)
        session.commit()
    failure = send(client, mail)
    with open_session(engine, writing=True) as session:
        if message := find_message(session, number):
            settle(message, settings, failure, tally)
        session.commit()


def is_of_use(session: Session, message: Message) -> bool:
    """Take out of a mail what was settled since, and say whether anything is left."""
    take_out_settled(session, message)
    return message.body != ""


def send(client: smtplib.SMTP, mail: EmailMessage) -> OSError | None:
    """Hand one mail over; return what went wrong."""
    try:
        client.send_message(mail)
    except OSError as error:
        return error
    return None


def settle(message: Message, settings: Settings, failure: OSError | None, tally: Tally) -> None:
    """Keep how it went."""
    if failure is None:
        settle_message(message, settings.clock())
        tally.sent += 1
        return
    fail_message(message, f"{failure}", final=refused_for_good(failure))
    tally.failed += 1


def sender_of(settings: Settings) -> str:
    """Return the address that mails come from.

    Raises: BadSettings when neither it nor the site's own address was set.
    """
    host = urlsplit(settings.public_url).hostname
    if not settings.mail_from and not host:
        raise BadSettings("Set DRAFTING_MAIL_FROM: the address that mails come from.")
    return settings.mail_from or f"drafting@{host}"


def start_outbox(engine: Engine, settings: Settings, stop: Event | None = None) -> Thread | None:
    """Send waiting mails beside the server until `stop`; None when no mail server is named.

    Raises: BadSettings at once, not in the thread.
    """
    if not settings.smtp_url:
        return None
    read_mail_server(settings.smtp_url)
    sender_of(settings)
    thread = Thread(
        target=keep_sending, args=(engine, settings, stop or Event()), name="outbox", daemon=True
    )
    thread.start()
    return thread


def keep_sending(engine: Engine, settings: Settings, stop: Event) -> None:
    """Look into the outbox again and again, less often while the mail server is away."""
    pause = LOOK_EVERY
    while not stop.is_set():
        try:
            drain(engine, settings)
            pause = LOOK_EVERY
        except OSError as error:
            pause = min(pause * 2, LOOK_AT_LEAST_EVERY)
            log.warning("The mail server cannot be used: %s", error)
        except Exception:
            log.exception("The outbox stumbled")
        stop.wait(pause)
