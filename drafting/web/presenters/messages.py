"""The administrator's list of mails; the words of secret ones are never shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from drafting.actions.steps.asked import SETTLED
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Message
from drafting.store.queries.messages import count_waiting, latest_messages
from drafting.store.session import Session


@dataclass(frozen=True)
class ShownMessage:
    """One mail; `body` is empty for secret ones, whatever they still hold."""

    id: int
    address: str
    subject: str
    body: str
    secret: bool
    made_at: datetime
    sent_at: datetime | None
    over: bool
    settled: bool
    tries: int
    failure: str


@dataclass(frozen=True)
class MessagesPage:
    """The newest mails, and how many wait."""

    messages: tuple[ShownMessage, ...]
    waiting: int
    configured: bool
    now: datetime


def show_messages(session: Session, actor: Actor, *, configured: bool) -> MessagesPage:
    """Show the outbox; `configured` says whether a mail server is named."""
    require(actor, Permission.ADMINISTER, Scope())
    return MessagesPage(
        messages=tuple(shown(message) for message in latest_messages(session)),
        waiting=count_waiting(session),
        configured=configured,
        now=actor.at,
    )


def shown(message: Message) -> ShownMessage:
    """Take from a mail what an administrator may see."""
    return ShownMessage(
        id=message.id,
        address=message.address,
        subject=message.subject,
        body="" if message.secret else message.body,
        secret=message.secret,
        made_at=message.made_at,
        sent_at=message.sent_at,
        over=message.sent_at is None and not message.body,
        settled=message.failure == SETTLED,
        tries=message.tries,
        failure="" if message.failure == SETTLED else message.failure,
    )
