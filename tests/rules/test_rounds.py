"""The door of the text: open, in grace, closed, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from drafting.rules.rounds import DoorState, door

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Session:
    name: str = "Session 1A"
    opens_at: datetime | None = NOON
    closes_at: datetime | None = NOON + HOUR
    grace_minutes: int = 10


def test_a_text_without_sessions_is_closed() -> None:
    shown = door([], NOON)
    assert (shown.state, shown.until) == (DoorState.CLOSED, None)


def test_an_open_session_is_open_until_it_closes() -> None:
    shown = door([Session()], NOON)
    assert (shown.state, shown.name, shown.until) == (DoorState.OPEN, "Session 1A", NOON + HOUR)


def test_the_grace_begins_at_the_close_and_ends_after_its_minutes() -> None:
    assert door([Session()], NOON + HOUR).state is DoorState.GRACE
    assert door([Session()], NOON + HOUR).until == NOON + HOUR + timedelta(minutes=10)
    assert door([Session()], NOON + HOUR + timedelta(minutes=10)).state is DoorState.CLOSED


def test_a_session_without_an_end_stays_open() -> None:
    endless = Session(name="2A", closes_at=None)
    shown = door([Session(), endless], NOON)
    assert (shown.name, shown.until) == ("2A", None)


def test_an_open_session_wins_over_the_grace_of_another() -> None:
    later = Session(name="2A", opens_at=NOON + HOUR, closes_at=NOON + 2 * HOUR)
    assert door([Session(), later], NOON + HOUR).state is DoorState.OPEN


def test_a_closed_door_says_which_session_opens_next() -> None:
    shown = door([Session(name="2A", opens_at=NOON + HOUR)], NOON)
    assert (shown.state, shown.name, shown.until) == (DoorState.CLOSED, "2A", NOON + HOUR)


def test_a_session_that_nobody_opened_is_closed() -> None:
    assert door([Session(opens_at=None)], NOON).state is DoorState.CLOSED


hours = st.integers(-24, 24).map(lambda count: NOON + count * HOUR)
sessions = st.lists(
    st.builds(Session, opens_at=st.none() | hours, closes_at=st.none() | hours), max_size=4
)


@given(sessions, hours)
def test_until_lies_ahead_whatever_the_sessions(spans: list[Session], at: datetime) -> None:
    shown = door(spans, at)
    assert shown.until is None or shown.until > at
