"""Whether the text is open for changes at an instant, and until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol


class DoorState(StrEnum):
    """How far the text is open for changes."""

    OPEN = "open"
    GRACE = "grace"
    CLOSED = "closed"
    FINAL = "final"


class Span(Protocol):
    """A session as the clock sees it; instants are aware, a missing one was not set."""

    @property
    def name(self) -> str:
        """How people call it: *Session 1A*."""

    @property
    def opens_at(self) -> datetime | None:
        """From when on changes are welcome; never while it is None."""

    @property
    def closes_at(self) -> datetime | None:
        """The first instant at which they no longer are; open without end while it is None."""

    @property
    def grace_minutes(self) -> int:
        """How long what was ready may still be sent after that."""


@dataclass(frozen=True, slots=True)
class Door:
    """What the sessions together say of one instant.

    `until` is when the state ends: the close of what is open, the end of the grace, or the next
    opening of what is closed; None when nobody has set it. `name` is that session's. What is final
    stays so, whatever the sessions say.
    """

    state: DoorState
    name: str = ""
    until: datetime | None = None


def door(rounds: Iterable[Span], at: datetime) -> Door:
    """Say how far the text is open at this instant; an open session wins over any other."""
    spans = [span for span in rounds if span.opens_at is not None]
    opened = [span for span in spans if is_open(span, at)]
    if opened:
        return latest(DoorState.OPEN, [(span, span.closes_at) for span in opened])
    graced = [span for span in spans if in_grace(span, at)]
    if graced:
        return latest(DoorState.GRACE, [(span, grace_end(span)) for span in graced])
    return next_opening(spans, at)


def is_open(span: Span, at: datetime) -> bool:
    """Say whether changes are welcome at this instant."""
    if span.opens_at is None or at < span.opens_at:
        return False
    return span.closes_at is None or at < span.closes_at


def in_grace(span: Span, at: datetime) -> bool:
    """Say whether what was ready in time may still be sent."""
    end = grace_end(span)
    if end is None or span.closes_at is None or span.opens_at is None:
        return False
    return span.opens_at < span.closes_at <= at < end


def grace_end(span: Span) -> datetime | None:
    """Return the instant at which the grace of a session ends."""
    if span.closes_at is None:
        return None
    return span.closes_at + timedelta(minutes=span.grace_minutes)


def latest(state: DoorState, ends: list[tuple[Span, datetime | None]]) -> Door:
    """Return the door that stays longest in this state; one without an end stays for ever."""
    ending = [(end, span.name) for span, end in ends if end is not None]
    if len(ending) < len(ends):
        return Door(state, next(span.name for span, end in ends if end is None))
    until, name = max(ending)
    return Door(state, name, until)


def next_opening(spans: list[Span], at: datetime) -> Door:
    """Return the closed door, with the session that opens next where one is set."""
    coming = [(span.opens_at, span.name) for span in spans if span.opens_at and span.opens_at > at]
    if not coming:
        return Door(DoorState.CLOSED)
    opens_at, name = min(coming)
    return Door(DoorState.CLOSED, name, opens_at)
