"""An instant as people of a meeting say it: the meeting's zone first, nothing guessed."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from babel.core import Locale
from flask_babel import gettext as _

from drafting.exchange.clocks import Meeting, clock, day_of

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Moment:
    """`iso` is UTC for machines, `words` the clock in one or two zones, `relative` the distance."""

    iso: str
    words: str
    relative: str


def moment(
    instant: datetime,
    now: datetime,
    locale: Locale,
    meeting: Meeting,
    reader: Meeting | None = None,
) -> Moment:
    """Say an aware instant in the meeting's zone, then in the reader's if it is another."""
    words, here = clock(instant, now, meeting, locale), _clock(instant, meeting)
    if reader and _clock(instant, reader) != here:
        words = f"{words} · {clock(instant, now, reader, locale, beside=here)}"
    return Moment(instant.astimezone(UTC).isoformat(), words, distance(instant, now))


def day(on: date, locale: Locale) -> Moment:
    """Say a day of the calendar, the same in every zone."""
    return Moment(on.isoformat(), day_of(on, locale), "")


def distance(instant: datetime, now: datetime) -> str:
    """“in 3 h 20 min” or “3 days ago”; days from 48 hours on.

    What lies ahead is said to the minute, from two days on to the hour: a deadline is never
    said to be nearer than it is by a day. What is over needs its largest unit alone.
    It is short and stays on one line.
    """
    seconds = (instant - now).total_seconds()
    minutes = int(abs(seconds)) // 60
    said = _ahead(minutes) if seconds >= 0 else _behind(minutes)
    return said.replace(" ", NO_BREAK_SPACE)


def _clock(instant: datetime, place: Meeting) -> datetime:
    return instant.astimezone(ZoneInfo(place.zone)).replace(tzinfo=None)


def _ahead(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return _days_ahead(*divmod(hours, 24))
    if hours and not rest:
        return _("in %(hours)s h", hours=hours)
    if hours:
        return _("in %(hours)s h %(minutes)s min", hours=hours, minutes=rest)
    return _("in %(minutes)s min", minutes=rest) if rest else _("now")


def _days_ahead(days: int, hours: int) -> str:
    if hours and days < 7:
        return _("in %(days)s days %(hours)s h", days=days, hours=hours)
    return _("in %(days)s days", days=days)


def _behind(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return _("%(days)s days ago", days=hours // 24)
    if hours:
        return _("%(hours)s h ago", hours=hours)
    return _("%(minutes)s min ago", minutes=rest) if rest else _("just now")
