"""Saying an instant on the clock of a meeting: for pages, mails and files alike."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from babel.core import Locale
from babel.dates import format_date, format_datetime, format_skeleton, get_timezone_location


class Meeting(Protocol):
    """Whose clock counts: a zone, and what people call the place."""

    @property
    def zone(self) -> str:
        """Its name in the zone database: *Asia/Dhaka*."""

    @property
    def place(self) -> str:
        """As it was typed: *Dhaka*."""


def clock(
    instant: datetime,
    now: datetime | None,
    meeting: Meeting,
    locale: Locale,
    beside: datetime | None = None,
) -> str:
    """“Tue 24 Nov, 18:00 Dhaka”: always with its day; with the year where it is not this one.

    Without `now` the year is always said: nobody knows when a mail or a file is read. The day is
    left out `beside` a clock elsewhere that has the same one.
    """
    local = instant.astimezone(ZoneInfo(meeting.zone))
    words = f"{format_datetime(local, 'HH:mm', locale=locale)} {place_of(meeting, locale)}"
    if beside is not None and local.date() == beside.date():
        return words
    this_year = now is not None and local.year == now.astimezone(local.tzinfo).year
    skeleton = "MMMEd" if this_year else "yMMMEd"
    return f"{format_skeleton(skeleton, local, locale=day_first(locale))}, {words}"


def day_of(on: date, locale: Locale) -> str:
    """Say a day of the calendar, the same in every zone: “24 Nov 2026”."""
    return format_date(on, "medium", locale=day_first(locale))


def day_first(locale: Locale) -> Locale:
    """Return the locale whose order of a date counts: English says the day before the month."""
    return Locale("en", "GB") if locale.language == "en" else locale


def place_of(meeting: Meeting, locale: Locale) -> str:
    """Return what the founder called the place; where nothing was said, the city of the zone."""
    if "/" not in meeting.zone or meeting.place != default_place(meeting.zone):
        return meeting.place
    return get_timezone_location(ZoneInfo(meeting.zone), locale=locale, return_city=True)


def default_place(zone: str) -> str:
    """Return the city that a zone is named after."""
    return zone.rpartition("/")[2].replace("_", " ")
