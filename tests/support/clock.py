"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import datetime, timedelta


class StoppedClock:
    """Tells the same instant each time it is asked; `forward` moves it."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Return the instant at which the clock stands."""
        return self.now

    def forward(self, **span: float) -> datetime:
        """Move the clock on, as `timedelta` says it: `forward(minutes=3)`."""
        self.now += timedelta(**span)
        return self.now
