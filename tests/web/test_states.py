"""In each state of a text the frame, lists and forms say the same to each kind of person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import delete, update

from drafting.rules.lifecycle import Outcome
from drafting.store.models import Entry, Round, Statement
from tests.factories.amendments import WORDS, keep_draft, send_change, words_for
from tests.factories.decisions import decide
from tests.factories.editions import ADOPTION, publish
from tests.factories.world import NOON, World
from tests.support.client import PageClient
from tests.support.pages import Page, text_of

Clients = Callable[[str], PageClient]
TEXT = "/texts/dhaka"
KINDS = ("writer", "sender", "african", "rapporteur", "moderator")
LINES = {
    "before": "",
    "open": "Open until",
    "closed": "Closed",
    "grace": "Closed",
    "final": "Final since",
}


def closed_at(world: World, minutes: int) -> None:
    """Let the session have closed so many minutes ago."""
    at = NOON - timedelta(minutes=minutes)
    world.session.execute(update(Round).values(closes_at=at))


def bring_into(world: World, state: str) -> None:
    """Send, answer and draft something, then bring the text into a state."""
    decide(world, send_change(world), Outcome.REJECTED)
    if state != "final":
        send_change(world, "african", WORDS.replace("must", "shall"))
        send_change(world, "rapporteur", words_for(world, "Typed.", block=0), group="ASIA")
    keep_draft(world, words=words_for(world, "They have not.", block=2), ready=True)
    if state == "before":
        world.session.execute(update(Entry).values(round_id=None))
        world.session.execute(delete(Round))
        world.session.execute(update(Statement).values(opened_at=None))
    elif state in ("closed", "grace"):
        closed_at(world, 5 if state == "grace" else 90)
    elif state == "final":
        publish(world, ADOPTION)
    world.session.commit()
    world.session.expire_all()


def count_on(page: Page, place: str) -> int | None:
    """Return the count beside a door; None where there is no such door."""
    doors = [link for link in page.all("a") if link.get("href") == f"{TEXT}/{place}"]
    counts = [text_of(span) for link in doors for span in link.iter("span")]
    return int(counts[0]) if counts else 0 if doors else None


def acts_on(page: Page, *acts: str) -> int:
    """Count the forms of a page that do one of these things."""
    return len([form for form in page.forms() if any(act in form.action for act in acts)])


@pytest.mark.parametrize("state", LINES)
def test_the_frame_says_what_the_pages_offer(world: World, client_of: Clients, state: str) -> None:
    bring_into(world, state)
    for kind in KINDS:
        client = client_of(kind)
        page = client.get_page(f"{TEXT}/text")
        assert LINES[state] in page.text, (kind, state)
        waits = count_on(page, "my-group")
        if waits is not None and kind != "writer":
            mine = client.get_page(f"{TEXT}/my-group")
            later = mine.text.count("It can be sent when the text is open")
            done = acts_on(mine, "/send", "/join", "/questions/")
            assert done + later == waits, (kind, state)
            assert not acts_on(mine, "/send") or state in ("open", "grace"), (kind, state)
        if count_on(page, "decide") is not None:
            desk = client.get_page(f"{TEXT}/decide")
            assert ("A2" in desk.text) == bool(count_on(page, "decide")), (kind, state)
        assert "A1" in client.get_page(f"{TEXT}/changes").text, (kind, state)
        assert "A1" not in client.get_page(f"{TEXT}/changes?state=waiting").text, (kind, state)
