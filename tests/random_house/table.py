"""The whole access table, walked in a house that is lived in: every page, every kind of person."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import func, select

from drafting.rules.lifecycle import PRIVATE
from drafting.store.models import Amendment, Edition, Group
from tests.random_house.house import TEXT, House
from tests.random_house.registry import NothingToDo
from tests.random_house.world import EVERYBODY, SENDERS
from tests.web.access_table import KINDS, ROWS

OF_THE_ROWS = "ASIA"
"""The rows of the table are about what this group keeps and sends."""
WRITING_FOR = {**SENDERS, "writer": ("ASIA",)}


def walk_the_table(house: House) -> None:
    """Open every page for every kind of person; whom the table refuses always is refused here."""
    closed = shut_doors()
    for endpoint, url in pages_of(house):
        for kind in KINDS:
            status = house.fetch(kind, url).status_code
            refused = (endpoint, kind) in closed
            assert not refused or status >= 400, f"{url} answers {kind} {status}"
    no_draft_is_open_to_others(house)
    no_group_revises_for_another(house)


def no_draft_is_open_to_others(house: House) -> None:
    """A draft opens for those who write or send for its group, and for nobody else."""
    key, mark = house.draw.one(drafts(house))
    for who in EVERYBODY:
        status = house.fetch(who, f"{TEXT}/drafts/{key}").status_code
        own = mark in WRITING_FOR.get(who, ())
        assert (status < 400) is own, f"a draft of {mark} answers {who} {status}"


def no_group_revises_for_another(house: House) -> None:
    """What a group sent opens for other words to none of the other groups' people."""
    number, mark = house.draw.one(sent(house))
    for who in (*SENDERS, "writer", "reader", "public"):
        status = house.fetch(who, f"{TEXT}/changes/A{number}/revise").status_code
        own = mark in WRITING_FOR.get(who, ())
        assert own or status >= 400, f"A{number} of {mark} answers {who} {status}"


def shut_doors() -> set[tuple[str, str]]:
    """Return which pages refuse which kinds of person in every row of the table."""
    pages = [row for row in ROWS if row.method == "GET"]
    opened = {(row.endpoint, kind) for row in pages for kind in KINDS if row.answers[kind] < 400}
    return {(row.endpoint, kind) for row in pages for kind in KINDS} - opened


def pages_of(house: House) -> Iterator[tuple[str, str]]:
    """Yield each endpoint with an address at which there is something now."""
    addresses = house.app.url_map.bind("localhost")
    for rule in house.app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint != "static":
            try:
                things = {name: thing_called(house, name) for name in sorted(rule.arguments)}
            except NothingToDo:
                continue
            yield rule.endpoint, addresses.build(rule.endpoint, things)


def thing_called(house: House, name: str) -> str | int:
    """Return something that can stand at this place of an address. Raises: NothingToDo."""
    if name == "number":
        return house.draw.one([number for number, mark in sent(house) if mark == OF_THE_ROWS])
    if name == "paragraph":
        return house.draw.one([key for one in house.versions() for key in one.keys])
    if name in {"section", "after"}:
        return house.draw.one(house.versions()).section.key
    if name == "draft":
        return house.draw.one([key for key, mark in drafts(house) if mark == OF_THE_ROWS])
    if name == "edition":
        return house.draw.randrange(editions(house))
    return {"statement": "dhaka", "form": "markdown", "name": "words"}.get(name, "x" * 32)


def drafts(house: House) -> list[tuple[str, str]]:
    """Return the key of each draft, and the mark of its group."""
    query = select(Amendment.key, Group.mark).join(Amendment.group)
    with house.reading() as session:
        found = session.execute(query.where(Amendment.status.in_(PRIVATE)).order_by(Amendment.id))
        return [(key, mark) for key, mark in found]


def sent(house: House) -> list[tuple[int, str]]:
    """Return the number of each change that was sent, and the mark of the group that leads it."""
    query = select(Amendment.number, Group.mark).join(Amendment.group).order_by(Amendment.id)
    with house.reading() as session:
        return [(number, mark) for number, mark in session.execute(query) if number is not None]


def editions(house: House) -> int:
    """Return how many drafts are published."""
    here = select(func.count(Edition.id)).where(Edition.statement_id == house.world.statement.id)
    with house.reading() as session:
        return session.scalar(here) or 0
