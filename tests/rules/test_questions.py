"""How long a group has to answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from drafting.rules.questions import answer_until, is_due

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@dataclass
class Span:
    """A session as the clock sees it."""

    closes_at: datetime | None
    opens_at: datetime | None = NOON - HOUR
    name: str = "1A"
    grace_minutes: int = 10


def test_it_has_until_the_open_session_closes() -> None:
    assert answer_until([Span(NOON + 4 * HOUR)], NOON) == NOON + 4 * HOUR


def test_it_has_a_day_where_nothing_closes() -> None:
    assert answer_until([Span(None)], NOON) == NOON + 24 * HOUR
    assert answer_until([], NOON) == NOON + 24 * HOUR


def test_a_close_within_the_hour_leaves_a_day() -> None:
    assert answer_until([Span(NOON + HOUR / 2)], NOON) == NOON + 24 * HOUR


def test_it_never_has_more_than_a_day() -> None:
    assert answer_until([Span(NOON + 72 * HOUR)], NOON) == NOON + 24 * HOUR


def test_the_time_is_over_at_its_instant() -> None:
    assert is_due(NOON, NOON)
    assert not is_due(NOON, NOON - HOUR)
