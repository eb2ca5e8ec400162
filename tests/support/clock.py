"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 24, 11, 58, tzinfo=UTC)
"""18:00 in Dhaka, two minutes to."""


class StoppedClock:
    """Tells the same instant each time it is asked; `forward` moves it."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Return the instant at which the clock stands."""
        return self.now

    def forward(self, **span: float) -> datetime:
        """Move the clock on, as `timedelta` says it: `forward(minutes=3)`."""
        self.now += timedelta(**span)
        return self.now
