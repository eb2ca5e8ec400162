"""How long a group has to answer a question."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from drafting.rules.rounds import Span, is_open

DAY = timedelta(hours=24)
SHORTEST = timedelta(hours=1)


def answer_until(rounds: Iterable[Span], at: datetime) -> datetime:
    """Return until when an answer is waited for: the close of the open session, else a day.

    A close within the hour leaves no time to ask anybody, and counts as none.
    """
    closes = [
        span.closes_at
        for span in rounds
        if is_open(span, at) and span.closes_at is not None and span.closes_at >= at + SHORTEST
    ]
    return min(max(closes), at + DAY) if closes else at + DAY


def is_due(until: datetime, at: datetime) -> bool:
    """Say whether the time for an answer has passed."""
    return at >= until
