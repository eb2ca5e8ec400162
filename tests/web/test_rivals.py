"""Pages name as rivals those whose wishes the text core cannot make together, and no others."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.actions.steps.parts import carried_of
from drafting.actions.steps.plans import Wish
from drafting.errors import AskedAlready, DraftingError
from drafting.rules.lifecycle import Outcome
from drafting.store.models import Amendment
from drafting.store.queries.amendments import latest
from drafting.store.queries.sections import present_versions
from drafting.text import lay_out, plain, read
from drafting.web.presenters.decisions_effects import effect_lines
from drafting.web.presenters.decisions_queue import Narrowed, show_queue
from drafting.web.presenters.wishes import wishes_by_place
from tests.factories.amendments import send_change, words_for
from tests.factories.decisions import again, decide, plan_of
from tests.factories.world import World
from tests.random_house.draw import Draw
from tests.random_house.writing import EDITS
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]
QUEUE = "/texts/dhaka/to-decide"
EDIT = st.tuples(st.integers(0, 2), st.integers(0, len(EDITS) - 1), st.integers(0, 9))


def words_at(world: World, block: int) -> str:
    """Return the plain words of one block of the first section."""
    version = present_versions(world.session, world.statement.id)[0]
    return plain(type(read(""))((read(version.markdown).blocks[block],)))


def sent(world: World, edit: tuple[int, int, int], who: str) -> Amendment | None:
    """Send a drawn edit of a block; None where nothing was asked."""
    block, way, seed = edit
    words = EDITS[way](words_at(world, block), Draw(seed))
    with suppress(AskedAlready, DraftingError):
        return send_change(world, who, words_for(world, words, block=block))
    return None


def exclude(one: Amendment, other: Amendment) -> bool:
    """Say whether the text core finds a choice between two wishes."""
    redlines = [carried_of(part) for row in (one, other) for part in latest(row).parts]
    places = lay_out(redlines[0].before, redlines).places
    return any(option.excludes for place in places for option in place.options)


def named(world: World, rows: list[Amendment], first: Amendment) -> list[set[str]]:
    """Return whom the queue, the text with all wishes, and the answer page name beside one."""
    page = show_queue(world.session, world.actor("moderator"), "dhaka", Narrowed())
    queue = [row for part in page.sections for place in part.places for row in place.rows]
    own = next(set(row.rivals) for row in queue if row.wish.number == first.number)
    versions = present_versions(world.session, world.statement.id)
    text = wishes_by_place(rows, versions)
    wishes = [wish for place in text.values() for wish in place if wish.number == first.number]
    plan = plan_of(world, Wish(first, Outcome.REJECTED))
    lines = effect_lines(plan, Outcome.REJECTED)
    return [
        own,
        {label for wish in wishes for label in wish.rivals},
        {line.label for line in lines if line.rival},
    ]


@given(one=EDIT, other=EDIT)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pages_name_as_rivals_what_cannot_both_be_made(
    app: Flask, world: World, one: tuple[int, int, int], other: tuple[int, int, int]
) -> None:
    with world.session.begin_nested() as savepoint, app.test_request_context():
        rows = [row for row in (sent(world, one, "sender"), sent(world, other, "african")) if row]
        if len(rows) == 2:
            first, second = (again(world, row) for row in rows)
            expected = {f"A{second.number}"} if exclude(first, second) else set()
            assert named(world, [first, second], first) == [expected] * 3
        savepoint.rollback()


@pytest.mark.parametrize("block", [1, 2])
def test_a_new_paragraph_is_no_rival_of_its_neighbours(
    world: World, client_of: Clients, block: int
) -> None:
    after = f"{words_at(world, 1)}\n\nA paragraph that is new."
    send_change(world, "sender", words_for(world, after))
    words = words_at(world, block).replace("mean", "say").replace("They", "We")
    send_change(world, "african", words_for(world, f"Still: {words}", block=block))
    world.session.commit()
    page = client_of("moderator").get_page(f"{QUEUE}?show=rivals")
    assert "Another wish for the same words" not in page.text


def test_taking_a_paragraph_out_is_a_rival_of_what_edits_it(
    world: World, client_of: Clients
) -> None:
    send_change(world, "sender", words_for(world, ""))
    send_change(world, "african")
    world.session.commit()
    page = client_of("moderator").get_page(f"{QUEUE}?show=rivals")
    assert page.text.count("Another wish for the same words") == 2


def test_what_is_in_question_is_a_rival_in_the_queue_as_well(
    world: World, client_of: Clients
) -> None:
    send_change(world, "african", words_at(world, 1).replace("should", "shall"))
    decide(world, send_change(world))
    send_change(world, "european", words_for(world, "", base=2))
    world.session.commit()
    page = client_of("moderator").get_page(f"{QUEUE}?show=rivals")
    assert page.text.count("Another wish for the same words") == 2
