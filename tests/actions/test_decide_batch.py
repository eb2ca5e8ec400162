"""One answer to several amendments: all of them, or none."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from drafting.errors import BadInput, Refused, Stale
from drafting.rules.lifecycle import Outcome, Status
from drafting.store.models import Decision, Entry
from drafting.store.queries.sections import head_of
from tests.factories.amendments import send_change
from tests.factories.decisions import again, decide, decide_together, text_of
from tests.factories.world import World

MUST = (
    "Better governance must mean that people are protected better. It should give women, men and "
    "children more choices."
)
SHALL = MUST.replace("must", "shall")
RIGHTS = MUST.replace("must", "should").replace("choices", "rights")


def test_changes_that_do_not_meet_are_taken_into_one_version(world: World) -> None:
    rows = [send_change(world, words=MUST), send_change(world, "african", RIGHTS)]
    decide_together(world, Outcome.ACCEPTED, *rows)
    assert MUST.replace("choices", "rights") in text_of(world)
    assert head_of(world.session, world.sections[0]).number == 2
    assert {again(world, row).status for row in rows} == {Status.ACCEPTED}


def test_a_batch_is_one_decision_and_one_entry(world: World) -> None:
    rows = [send_change(world, words=MUST), send_change(world, "african", SHALL)]
    decide_together(world, Outcome.REJECTED, *rows, reason="Most prefer the text.")
    assert world.session.scalar(select(func.count()).select_from(Decision)) == 1
    kinds = [row.kind for row in world.session.scalars(select(Entry))]
    assert kinds.count("decided") == 1


def test_rivals_are_not_taken_together(world: World) -> None:
    rows = [send_change(world, words=MUST), send_change(world, "african", SHALL)]
    with pytest.raises(Refused):
        decide_together(world, Outcome.ACCEPTED, *rows)


def test_the_same_wish_goes_in_once(world: World) -> None:
    rows = [send_change(world, words=MUST), send_change(world, "african", MUST)]
    decide_together(world, Outcome.ACCEPTED, *rows)
    assert text_of(world).count("must mean") == 1


def test_a_batch_that_is_not_taken_needs_a_reason(world: World) -> None:
    rows = [send_change(world, words=MUST), send_change(world, "african", SHALL)]
    with pytest.raises(BadInput):
        decide_together(world, Outcome.REJECTED, *rows, reason="")


def test_other_words_are_given_to_one_at_a_time(world: World) -> None:
    with pytest.raises(Refused):
        decide_together(world, Outcome.FOR_ROOM, send_change(world, words=MUST))


def test_open_points_are_marked_together_at_the_end(world: World) -> None:
    rows = [send_change(world, words=MUST), send_change(world, "african", SHALL)]
    decide_together(world, Outcome.OPEN_POINT, *rows)
    assert {again(world, row).status for row in rows} == {Status.OPEN_POINT}


def test_nothing_is_answered_twice_in_a_batch(world: World) -> None:
    one, other = send_change(world, words=MUST), send_change(world, "african", SHALL)
    decide(world, one, Outcome.REJECTED)
    with pytest.raises(Stale):
        decide_together(world, Outcome.REJECTED, one, other)
