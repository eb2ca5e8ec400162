"""Putting messages into the outbox, in the language of who reads them, and settling them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from babel.core import Locale
from babel.support import Translations
from sqlalchemy import CursorResult, update
from sqlalchemy.orm import Session

from drafting.config import CATALOGUES
from drafting.exchange.clocks import Meeting, clock
from drafting.rules.headings import Sentence
from drafting.rules.invitations import LINK_LIFE
from drafting.store.models import Message, Person
from drafting.store.queries.messages import waits_already

LONGEST_SUBJECT, LONGEST_FAILURE = 200, 200
GIVE_UP = LINK_LIFE
"""After this a message is of no use: its link has expired."""

WAITS = tuple(timedelta(minutes=minutes) for minutes in (0, 1, 5, 15, 60, 240, 720, 1440))
"""How long after it was made the first, second… try of a message comes; then once a day."""


@dataclass(frozen=True, slots=True)
class Asks:
    """What a mail asks: questions by number, each with its row among others; drafts of a group;
    a sender for a group that has none.

    `alone`: it says nothing else, and is of no use once all of it is settled.
    """

    questions: Mapping[int, Sentence | None] = field(default_factory=dict)
    ready: int | None = None
    sender: int | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Mail:
    """What a message says: sentences marked with `N_`, and what fills their places.

    `rows` stand on top, one under the other. A line that is a path is a link (see `Message`).
    """

    subject: str
    lines: tuple[str, ...]
    values: Mapping[str, object] = field(default_factory=dict)
    rows: tuple[Sentence, ...] = ()
    asks: Asks = Asks()


@dataclass(frozen=True, slots=True)
class When:
    """An instant that fills a place: said with its day, on the clock of this meeting."""

    instant: datetime
    meeting: Meeting


class Tongue:
    """The language of one reader: says sentences, and what fills their places."""

    def __init__(self, language: str | None) -> None:
        name = (language or "en").replace("-", "_")
        self.locale = Locale.parse(name)
        self.catalogue = Translations.load(CATALOGUES, [name])

    def say(self, sentence: str, values: Mapping[str, object]) -> str:
        """Say a sentence; sentences and instants among its values are said too."""
        filled = {name: self.value(value) for name, value in values.items()}
        return self.catalogue.gettext(sentence) % filled

    def value(self, value: object) -> object:
        """Return what stands in a place."""
        if isinstance(value, Sentence):
            return self.say(value.words, value.values)
        if isinstance(value, When):
            return clock(value.instant, None, value.meeting, self.locale)
        return value


def queue_message(
    session: Session,
    person: Person,
    mail: Mail,
    at: datetime,
    *,
    secret: bool = False,
    once: bool = False,
) -> Message | None:
    """Put a mail to a person into the outbox; None for a person without a mail address.

    `secret` is for mails with a sign-in link, or for a group alone: no page shows them, and
    sending empties them. With `once` a mail that waits already is not written again.
    """
    if not person.email:
        return None
    tongue = Tongue(person.language)
    rows = "\n".join(tongue.say(row.words, row.values) for row in mail.rows)
    lines = [tongue.say(line, mail.values) for line in mail.lines]
    body = "\n\n".join([rows, *lines] if rows else lines)
    message = Message(
        person_id=person.id,
        address=person.email,
        subject=" ".join(tongue.say(mail.subject, mail.values).split())[:LONGEST_SUBJECT],
        body=body + "\n",
        secret=secret,
        made_at=at,
        tries=0,
        asks=kept(tongue, mail.asks),
    )
    if once and waits_already(session, message):
        return None
    session.add(message)
    session.flush()
    return message


def kept(tongue: Tongue, asks: Asks) -> dict[str, Any]:
    """Write down what a mail asks, each question with the line that asks it."""
    lines = {
        str(number): tongue.say(row.words, row.values) if row is not None else ""
        for number, row in asks.questions.items()
    }
    return {
        "questions": lines,
        "ready": asks.ready,
        "sender": asks.sender,
        "alone": asks.alone,
    }


def is_due(message: Message, at: datetime) -> bool:
    """Say whether the next try of a message has come."""
    days = max(0, message.tries - len(WAITS) + 1)
    wait = WAITS[min(message.tries, len(WAITS) - 1)] + timedelta(days=days)
    return at >= message.made_at + wait


def is_too_old(message: Message, at: datetime) -> bool:
    """Say whether a message has waited so long that nobody should get it any more."""
    return at >= message.made_at + GIVE_UP


def claim_message(session: Session, message: Message) -> bool:
    """Count a try, and say whether it is ours: of two senders at once one gets True."""
    claimed = session.execute(
        update(Message)
        .where(Message.id == message.id, Message.tries == message.tries)
        .where(Message.sent_at.is_(None))
        .values(tries=Message.tries + 1)
    )
    assert isinstance(claimed, CursorResult)  # what an UPDATE always returns
    return claimed.rowcount == 1


def settle_message(message: Message, at: datetime) -> None:
    """Keep that a message was sent; a secret one is emptied."""
    message.sent_at, message.failure = at, ""
    if message.secret:
        message.body = ""


def fail_message(message: Message, failure: str, *, final: bool) -> None:
    """Keep why a message was not sent; a final failure empties it, so that nobody tries again."""
    message.failure = failure[:LONGEST_FAILURE]
    if final:
        message.body = ""
