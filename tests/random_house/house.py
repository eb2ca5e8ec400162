"""The random house: a site, its people with their open tabs, and what a step touches."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from drafting.rules.lifecycle import DECIDED, PENDING, Status
from drafting.store.models import Amendment, SectionVersion
from drafting.store.models.sections import SectionKind
from drafting.store.queries.sections import present_versions
from drafting.store.session import open_session
from drafting.text import plain, read
from tests.factories.world import World
from tests.random_house.browser import HouseClient
from tests.random_house.draw import Draw
from tests.random_house.pages import lost_words, says_something
from tests.random_house.world import EVERYBODY, SENDERS
from tests.support.client import page_of, shows_page
from tests.support.clock import StoppedClock
from tests.support.pages import Form, Page

TEXT = "/texts/dhaka"
LABEL = re.compile(r"/changes/A(\d+)")


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody was answered: the first status, and the page where that led."""

    status: int
    page: Page

    @property
    def again(self) -> bool:
        """Whether the form is shown again with what was typed, at an address of its own or not."""
        return self.status in {200, 422} or "?form=" in self.page.url


@dataclass(frozen=True, slots=True)
class Tab:
    """A page left open: who has it, its form as filled in, and whether it was sent already."""

    who: str
    form: Form
    fields: dict[str, Any]
    used: bool


@dataclass
class Touched:
    """What a step was about: the pages that name these are looked at after it."""

    numbers: list[int] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)


class Listener(logging.Handler):
    """Keeps what the application logs as an error, so that no fault passes in silence."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.records.append(record)


class LeftOpen(Exception):
    """Somebody went away before a form was sent; it may come later, when others have acted."""


class Broken(AssertionError):
    """An answer of 500, or an error in the log; its cause is what the application met."""


@dataclass
class House:
    """One run: who is in it, what was sent, what is open in tabs, and the log of this step.

    `links` are those handed out and not used yet, by the person's name; `passwords` are the people
    who have one; `named` counts people and groups that were made up.
    """

    app: Flask
    world: World
    clock: StoppedClock
    draw: Draw
    log: list[str] = field(default_factory=list)
    touched: Touched = field(default_factory=Touched)
    tabs: list[Tab] = field(default_factory=list)
    sent: dict[int, str] = field(default_factory=dict)
    places: dict[int, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    passwords: set[str] = field(default_factory=set)
    named: int = 1
    asked: int = 0
    listener: Listener = field(default_factory=Listener)
    clients: dict[str, HouseClient] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.clients = {who: self.client_of(who) for who in EVERYBODY}

    def client_of(self, who: str) -> HouseClient:
        """Return the browser of somebody, signed in."""
        client = self.browser()
        if token := self.world.tokens.get(who):
            with client.session_transaction() as cookie:
                cookie["_user_id"] = token
                cookie["_fresh"] = True
        return client

    def browser(self) -> HouseClient:
        """Return a new browser, in which nobody is signed in."""
        return HouseClient(self.app, self.app.response_class)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Look into the store, beside what pages show."""
        engine = self.app.extensions["drafting.engine"]
        with open_session(engine, writing=False) as session:
            yield session

    def versions(self, *kinds: SectionKind) -> Sequence[SectionVersion]:
        """Return the present text of each section, of these kinds alone where some are named."""
        with self.reading() as session:
            found = present_versions(session, self.world.statement.id)
            return [one for one in found if not kinds or one.section.kind in kinds]

    def text_now(self) -> dict[str, str]:
        """Return the words of each section as it stands, its title too, without made numbers."""
        return {
            one.section.key: f"{one.title}\n\n{plain(read(one.markdown))}"
            for one in self.versions()
        }

    def amendments(self, *statuses: Status) -> list[int]:
        """Return the numbers of what was sent and has one of these states."""
        query = select(Amendment.number).where(Amendment.number.is_not(None))
        if statuses:
            query = query.where(Amendment.status.in_(statuses))
        with self.reading() as session:
            return sorted(one for one in session.scalars(query) if one is not None)

    def pending(self) -> list[int]:
        """Return the numbers that wait for an answer."""
        return self.amendments(*PENDING)

    def decided(self) -> list[int]:
        """Return the numbers that were answered."""
        return self.amendments(*DECIDED)

    def author_of(self, number: int) -> str:
        """Return who sent a change; somebody who sends, where the house did not see it."""
        return self.sent.get(number) or self.draw.one(tuple(SENDERS))

    def one_form(self, page: Page, ending: str, *, inside: bool = False) -> Form:
        """Return one of the forms that go to such an address. Raises: NothingToDo."""
        forms = [
            form
            for form in page.forms()
            if (ending in form.action if inside else form.action.endswith(ending))
        ]
        return self.draw.one(forms)

    def touch_numbers(self, page: Page) -> None:
        """Note that a step was about the change that a page is of."""
        found = LABEL.search(page.url)
        if found is not None:
            self.touched.numbers.append(int(found[1]))

    def fetch(self, who: str, url: str) -> TestResponse:
        """Ask for an address, follow where it leads, and hold that nothing broke."""
        response = self.clients[who].get(url, follow_redirects=True)
        self.note(f"{who} reads {url}", response)
        return response

    def visit(self, who: str, url: str) -> Answer:
        """Ask for an address that answers with a page."""
        response = self.fetch(who, url)
        return Answer(response.status_code, page_of(response))

    def send(self, who: str, form: Form, **fields: Any) -> Answer:
        """Send a form as a browser would; now and then it is left open, or kept for *Back*.

        Raises: LeftOpen.
        """
        chance = self.draw.randrange(16) if form.method == "POST" else -1
        if chance == 0:
            self.tabs.append(Tab(who, form, fields, used=False))
            self.log.append(f"{who} leaves {form.action} open with {shown(fields)}")
            raise LeftOpen
        answer = self.press(who, form, **fields)
        if chance == 1 and answer.status == 303:
            self.tabs.append(Tab(who, form, fields, used=True))
        return answer

    def press(self, who: str, form: Form, **fields: Any) -> Answer:
        """Send a form, and hold the laws of every answer."""
        client = self.clients[who]
        response = client.send(form, **fields)
        self.note(f"{who} sends {form.action} {shown(fields)}", response)
        status = response.status_code
        if response.location:
            address = response.location
            response = client.get(address, follow_redirects=True)
            self.note(f"{who} is led to {address}", response)
        assert shows_page(response), f"{form.action} answers {status} without a page"
        answer = Answer(status, page_of(response))
        if form.method == "POST" and (answer.again or status != 303):
            assert says_something(answer.page), f"{form.action} answers {status} and says nothing"
            lost = lost_words(answer.page, form, fields)
            assert not lost, f"{form.action} answers {status} and has lost {lost!r}"
        return answer

    def note(self, words: str, response: TestResponse) -> None:
        """Log one answer, and raise what broke in it."""
        self.asked += 1
        self.log.append(f"{words} -> {response.status}")
        self.hold_nothing_broke(f"{words} answers {response.status_code}", response.status_code)

    def hold_nothing_broke(self, words: str, status: int = 200) -> None:
        """Raise what the application logged as an error since the last time."""
        records, self.listener.records = self.listener.records, []
        cause = next((one.exc_info[1] for one in records if one.exc_info), None)
        if status >= 500 or records:
            told = "; ".join(one.getMessage() for one in records)
            raise Broken(f"{words}: {told}") from cause


def shown(fields: dict[str, Any]) -> str:
    """Write fields down for a log."""
    return " ".join(f"{name}={value!r}" for name, value in fields.items() if value is not None)
