"""Saying an instant on the clock of a meeting, for pages and mails alike."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.core import Locale
from babel.dates import format_datetime, format_skeleton, get_timezone_location


def clock(instant: datetime, now: datetime | None, zone: str, locale: Locale) -> str:
    """“18:00 Dhaka”; with the day before it when it is not today in that zone.

    Without `now` the day is always said: nobody knows when a mail is read.
    """
    local = instant.astimezone(ZoneInfo(zone))
    place = get_timezone_location(ZoneInfo(zone), locale=locale, return_city=True)
    words = f"{format_datetime(local, 'HH:mm', locale=locale)} {place}"
    if now is not None and local.date() == now.astimezone(ZoneInfo(zone)).date():
        return words
    return f"{format_skeleton('MMMEd', local, locale=locale)}, {words}"
