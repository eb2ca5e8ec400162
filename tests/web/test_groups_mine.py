"""*My group: 3 wait for you*: one page for who sends, and a count that is true on every page."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.actions.ask_to_join import AskToJoin, ask_to_join
from drafting.errors import DraftingError
from drafting.store.models.amendments import SponsorState
from drafting.store.queries.amendments import load_whole
from drafting.web.presenters.groups import show_own_groups
from drafting.web.presenters.surroundings import waiting
from tests.factories.amendments import WORDS, keep_draft, lose_senders, send_change, words_for
from tests.factories.decisions import decide
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.pages import Page, text_of

Clients = Callable[[str], PageClient]
MINE = "/texts/dhaka/my-group"
OTHER = WORDS.replace("must", "shall")


def fill(world: World) -> None:
    """Let three things wait for the sender of Asia, and one draft that is not ready."""
    keep_draft(world, ready=True)
    keep_draft(world, words=words_for(world, "They have not.", block=2))
    send_change(world, "african", OTHER)
    ask(world, 1)
    send_change(world, "rapporteur", words_for(world, "Typed.", block=0), group="ASIA")
    world.session.commit()


def ask(world: World, number: int) -> None:
    """Let a writer of Asia ask to join."""
    ask_to_join(world.session, world.actor("writer"), AskToJoin("dhaka", number, "ASIA"))


def count_on_door(page: Page) -> int:
    """Return the count beside *My group*."""
    links = [link for link in page.all("a") if link.get("href") == MINE]
    counts = [text_of(span) for link in links for span in link.iter("span")]
    return int(counts[0]) if counts else 0


def rows_of(page: Page) -> int:
    """Count the rows that have buttons of their own for the sender."""
    acts = ("/send", "/join", "/questions/")
    return len([form for form in page.forms() if any(act in form.action for act in acts)])


def test_all_that_waits_stands_on_one_page_with_its_words(world: World, client_of: Clients) -> None:
    fill(world)
    page = client_of("sender").get_page(MINE)
    assert "My group: 3 wait for you" in page.text
    assert rows_of(page) == count_on_door(page) == 3
    order = ["Ready to send", "Your writers ask to join", "Questions to your group", "Drafts that"]
    assert [page.text.index(words) for words in order] == sorted(map(page.text.index, order))
    marked = {text_of(one) for one in page.all("ins")}
    assert {"must", "shall"} <= {words.split()[-1] for words in marked if words}


@pytest.mark.parametrize("place", ["text", "changes", "my-changes", "answers", "changes/A1"])
def test_the_door_says_so_on_all_pages(world: World, client_of: Clients, place: str) -> None:
    fill(world)
    page = client_of("sender").get_page(f"/texts/dhaka/{place}")
    assert count_on_door(page) == 3
    assert "My group: 3 wait for you." in page.text


def test_each_row_is_done_from_there(world: World, client_of: Clients) -> None:
    fill(world)
    client = client_of("sender")
    page = client.submit(client.get_page(MINE).form("/join"))
    assert "My group: 2 wait for you" in page.text
    form = next(form for form in page.forms() if "/questions/" in form.action)
    page = client.submit(form, answer="yes")
    assert (page.url, rows_of(page)) == (MINE, 1)
    assert "Received: A3" in client.submit(page.form("/send"), act="send").text
    assert "wait for you" not in client.get_page(MINE).text


def test_a_request_to_join_is_declined_and_may_come_again(world: World, client_of: Clients) -> None:
    row = send_change(world, "african")
    ask(world, 1)
    world.session.commit()
    client = client_of("sender")
    page = client.submit(client.get_page(MINE).form("A1/leave"))
    assert (page.url, rows_of(page)) == (MINE, 0)
    ask(world, 1)
    world.session.expire_all()
    assert load_whole(world.session, row.id).sponsors[0].state is SponsorState.ASKED


def test_a_writer_sees_it_without_the_buttons(world: World, client_of: Clients) -> None:
    fill(world)
    page = client_of("writer").get_page(MINE)
    assert rows_of(page) == 0
    assert "wait for you" not in page.text
    assert "Ready to send" in page.text


def test_a_writer_without_sender_has_the_door_too(world: World, client_of: Clients) -> None:
    fill(world)
    lose_senders(world, "ASIA")
    world.session.commit()
    page = client_of("writer").get_page(MINE)
    assert rows_of(page) == count_on_door(page) == 3


def test_nothing_waits_in_an_empty_group(client_of: Clients) -> None:
    page = client_of("sender").get_page(MINE)
    assert "Nothing waits for a sender." in page.text
    assert count_on_door(page) == 0


ACTS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=6)


def do(world: World, act: int, at: int) -> None:
    """Do one of the things after which the count is another."""
    words = WORDS.replace("must", ("must", "shall", "will", "may not")[at])
    if act < 2:
        keep_draft(world, words=words, ready=bool(act))
    elif act == 2:
        send_change(world, "african", words)
    elif act == 3:
        ask(world, at + 1)
    elif act == 4:
        send_change(world, "rapporteur", words, group="ASIA")
    else:
        decide(world, send_change(world, "european", words), without_waiting=True)


@given(acts=ACTS)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_count_is_that_of_the_rows(
    world: World, app: Flask, acts: list[tuple[int, int]]
) -> None:
    session = world.session
    with session.begin_nested() as savepoint, app.test_request_context():
        for act, at in acts:
            with suppress(DraftingError), session.begin_nested():
                do(world, act, at)
            session.expire_all()
            for who in ("sender", "african"):
                page = show_own_groups(session, world.actor(who), "dhaka")
                counts = waiting(session, world.actor(who), world.statement)
                assert page.waiting == counts["group"], acts
        savepoint.rollback()
