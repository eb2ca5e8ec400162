"""Sessions opened and closed: by the switch, and by the clock."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from drafting.actions.close_round import CloseRound, close_round
from drafting.actions.open_round import OpenRound, open_round
from drafting.actions.set_round import SetRound, set_round
from drafting.actions.steps.rounds import note_rounds
from drafting.errors import BadInput, Forbidden, WrongStep
from drafting.store.models import Entry, Round
from drafting.store.queries.rounds import find_round
from tests.factories.world import NOON, World
from tests.support.databases import both_databases

SLUG = "dhaka"
HOUR = timedelta(hours=1)


def session_1a(world: World) -> Round:
    """Return the session that the world has open until six in the evening."""
    row = find_round(world.session, world.statement.id, "Session 1A")
    assert row is not None
    return row


def told(world: World) -> list[tuple[str, str, str]]:
    """Return kind, instant and session of each opening and closing in the record."""
    return [
        (row.kind, row.public["at"], row.public["round"])
        for row in world.session.scalars(select(Entry).order_by(Entry.seq))
        if "round" in row.public
    ]


def new_round(world: World, **fields: object) -> Round:
    """Name one more session."""
    request = SetRound(SLUG, "Session 2A", **fields)  # type: ignore[arg-type]  # by name
    return set_round(world.session, world.actor("moderator"), request)


def test_the_switch_opens_and_closes_with_the_instant(world: World) -> None:
    row = new_round(world)
    open_round(world.session, world.actor("moderator", NOON + HOUR), OpenRound(SLUG, row.id))
    close_round(world.session, world.actor("moderator", NOON + 2 * HOUR), CloseRound(SLUG, row.id))
    assert (row.opens_at, row.closes_at) == (NOON + HOUR, NOON + 2 * HOUR)
    assert [one for one in told(world) if one[2] == "Session 2A"] == [
        ("opened", "2026-11-24T07:00:00Z", "Session 2A"),
        ("closed", "2026-11-24T08:00:00Z", "Session 2A"),
    ]


def test_the_first_opening_opens_the_statement(world: World) -> None:
    world.statement.opened_at = None
    session_1a(world).opens_at = None
    row = new_round(world)
    open_round(world.session, world.actor("moderator"), OpenRound(SLUG, row.id))
    assert world.statement.opened_at == NOON


@both_databases
def test_what_the_clock_did_is_told_once_with_its_own_instant(world: World) -> None:
    later = NOON + 7 * HOUR
    assert note_rounds(world.session, world.statement, later) == 2
    assert note_rounds(world.session, world.statement, later) == 0
    assert told(world) == [
        ("opened", "2026-11-24T03:00:00Z", "Session 1A"),
        ("closed", "2026-11-24T12:00:00Z", "Session 1A"),
    ]


def test_what_is_open_cannot_be_opened(world: World) -> None:
    row = session_1a(world)
    with pytest.raises(WrongStep):
        open_round(world.session, world.actor("moderator"), OpenRound(SLUG, row.id))


def test_what_is_closed_cannot_be_closed_but_opened_again(world: World) -> None:
    row = session_1a(world)
    late = world.actor("moderator", NOON + 7 * HOUR)
    with pytest.raises(WrongStep):
        close_round(world.session, late, CloseRound(SLUG, row.id))
    open_round(world.session, late, OpenRound(SLUG, row.id))
    assert row.closes_at is None


@pytest.mark.parametrize(
    "fields",
    [
        {"opens_at": NOON - HOUR},
        {"closes_at": NOON - HOUR},
        {"opens_at": NOON + 2 * HOUR, "closes_at": NOON + HOUR},
        {"grace_minutes": 2000},
    ],
)
def test_times_that_cannot_be_meant_are_refused(world: World, fields: dict[str, object]) -> None:
    with pytest.raises(BadInput):
        new_round(world, **fields)


def test_two_sessions_have_two_names(world: World) -> None:
    new_round(world)
    with pytest.raises(BadInput):
        new_round(world)


def test_a_session_that_has_begun_keeps_its_name_and_its_beginning(world: World) -> None:
    row = session_1a(world)
    request = SetRound(SLUG, "Other", None, NOON + 9 * HOUR, 20, row.id)
    set_round(world.session, world.actor("moderator"), request)
    assert (row.name, row.opens_at) == ("Session 1A", NOON - 3 * HOUR)
    assert (row.closes_at, row.grace_minutes) == (NOON + 9 * HOUR, 20)


def test_only_moderators_open_and_close(world: World) -> None:
    row = session_1a(world)
    with pytest.raises(Forbidden):
        close_round(world.session, world.actor("sender"), CloseRound(SLUG, row.id))
