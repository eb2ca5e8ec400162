"""What is stored of a change no longer fits its words: every page opens, and it can be answered."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text

from drafting.errors import NotVisible
from drafting.rules.lifecycle import Outcome
from drafting.text import Change, Redline, read
from drafting.web.presenters.drawings import draw_body
from drafting.web.presenters.drawings_plain import or_plain
from tests.factories.amendments import keep_draft, send_change, words_for
from tests.factories.decisions import decide
from tests.factories.editions import publish
from tests.factories.world import World
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]
Packed = list[dict[str, Any]]

TEXT = "/texts/dhaka"
BOTH = (
    "Better governance must mean that people are protected better. It should give women, men and "
    "children more rights."
)
SHALL = BOTH.replace("must", "shall")
PAGES = (
    *("text", "text?view=wishes", "text?view=since", "changes", "my-changes", "answers"),
    *("my-group", "changes/A1", "changes/A1/reopen", "changes/A2", "changes/A3", "record"),
    *("changes/A2?view=before-after", "changes/A2/receipt", "changes/A2/revise", "published/0"),
    *("published", "published/1", "to-decide", "changes/A2/decide", "changes/A3/decide"),
    *("changes/A2/decide?outcome=in+part", "changes/A2/decide?outcome=as+modified"),
)


def shifted(changes: Packed) -> Packed:
    """Put every place far behind the end."""
    return [{**one, "start": 9_000, "end": 9_999} for one in changes]


def crossed(changes: Packed) -> Packed:
    """Let every change end before it begins, and lie over the others."""
    return [{**one, "start": 40, "end": 3, "after_start": 60, "after_end": 2} for one in changes]


DAMAGE: dict[str, Callable[[Packed], object]] = {
    "far": shifted,
    "crossed": crossed,
    "none": lambda _changes: [],
    "one": lambda changes: changes[:1],
    "twice": lambda changes: [*changes, *changes],
    "bare": lambda _changes: [{}],
    "other": lambda _changes: {"kind": 3},
    "words": lambda changes: [{**one, "start": "x"} for one in changes],
    "moved": lambda changes: [{**one, "to": 7} for one in changes],
}


@pytest.fixture(params=DAMAGE)
def damaged(request: pytest.FixtureRequest, world: World) -> World:
    """A1 was taken, A2 and A3 wait, a draft is kept; all that is stored of their changes is bad."""
    decide(world, send_change(world, "european", words_for(world, "They must.", block=2)))
    send_change(world, words=BOTH)
    send_change(world, "african", SHALL)
    keep_draft(world)
    publish(world)
    world.session.flush()
    spoil(world, DAMAGE[request.param])
    return world


FATES: tuple[object, ...] = ([], None, 7, "carried", {"a": "lost"}, {"a": None}, {"a": ["carried"]})


@pytest.mark.parametrize("fates", FATES, ids=str)
@pytest.mark.parametrize("name", ["sender", "moderator"])
def test_fates_that_are_none_are_found_anew(
    world: World, client_of: Clients, fates: object, name: str
) -> None:
    decide(world, send_change(world, "european", words_for(world, "They must.", block=2)))
    send_change(world, words=BOTH)
    send_change(world, "african", SHALL)
    world.session.flush()
    command = text("UPDATE carried_parts SET fates = :value")
    world.session.execute(command, {"value": json.dumps(fates)})
    world.session.commit()
    client = client_of(name)
    pages = [client.get(f"{TEXT}/{url}", follow_redirects=True).status_code for url in PAGES]
    assert max(pages) < 500
    assert "The words fit" in client_of("moderator").get_page(f"{TEXT}/changes/A2").text


def spoil(world: World, damage: Callable[[Packed], object]) -> None:
    """Put other values in the place of all stored changes, past all that checks."""
    tables = {"amendment_parts": "changes", "carried_parts": "changes", "rulings": "taken"}
    for table, column in tables.items():
        rows = world.session.execute(text(f"SELECT id, {column} FROM {table}")).all()
        for row_id, stored in rows:
            value = json.dumps(damage(json.loads(stored)))
            command = text(f"UPDATE {table} SET {column} = :value WHERE id = :id")
            world.session.execute(command, {"value": value, "id": row_id})
    world.session.commit()


@pytest.mark.parametrize("name", ["sender", "moderator"])
def test_every_page_opens_with_the_words_in_it(
    damaged: World, client_of: Clients, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    client = client_of(name)
    pages = {url: client.get(f"{TEXT}/{url}", follow_redirects=True) for url in PAGES}
    broken = [url for url, answer in pages.items() if answer.status_code >= 500]
    assert not broken
    assert "rights" in pages["changes/A2"].get_data(as_text=True)
    logged = " ".join(record.getMessage() for record in caplog.records)
    assert "do not fit its words" in logged
    assert "children" not in logged


@pytest.mark.parametrize("outcome", [Outcome.ACCEPTED, Outcome.REJECTED])
def test_it_can_be_answered(damaged: World, client_of: Clients, outcome: Outcome) -> None:
    client = client_of("moderator")
    page = client.get_page(f"{TEXT}/changes/A2/decide?outcome={outcome.value.replace(' ', '+')}")
    answered = client.submit(page.form("decide"), act="decide", reason="So we agreed.")
    assert "A2 is answered" in answered.text
    taken = BOTH in client.get_page(f"{TEXT}/text").text
    assert taken is (outcome is Outcome.ACCEPTED)
    client_of("sender").get_page(f"{TEXT}/answers")


def test_what_fails_in_drawing_stands_in_plain_and_is_logged_without_words(
    app: Flask, caplog: pytest.LogCaptureFixture
) -> None:
    before = read("Secret words.")
    stray = Change(50, 60, (), before.flat[1:2], "replace")
    with app.test_request_context():
        drawn = draw_body(Redline(before, read("Other words."), (stray, stray)), None)
    assert "Secret words." in drawn
    assert "Other words." in drawn
    (line,) = [record.getMessage() for record in caplog.records]
    assert "cannot be drawn" in line
    assert "words" not in line


def test_what_was_foreseen_is_no_row() -> None:
    with pytest.raises(NotVisible):
        or_plain(refuse, str, "a row")


def refuse() -> str:
    """Say that there is nothing to be seen."""
    raise NotVisible
