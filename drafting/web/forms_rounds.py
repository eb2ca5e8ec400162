"""What a moderator types about a session; times are the meeting's."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from wtforms import StringField
from wtforms.validators import Optional

from drafting.actions.open_round import OpenRound
from drafting.actions.set_round import SetRound
from drafting.errors import N_, BadInput
from drafting.web.forms import Form, NumberField, tidy

YEARS = range(2000, 2200)
"""When a meeting may be; far beyond, clocks and zones cannot be reckoned with."""


def instant(value: str | None, zone: str, field: str) -> datetime | None:
    """Read a date and time typed in a zone, into UTC; None when nothing was typed.

    Raises: BadInput.
    """
    if not value:
        return None
    try:
        typed = datetime.fromisoformat(value)
    except ValueError:
        typed = None
    if typed is None or typed.year not in YEARS:
        raise BadInput(N_("Write the time like 2026-11-24 18:00."), field=field)
    return typed.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


class RoundForm(Form):
    """A session: its name, when it opens and closes by itself, and its grace."""

    name = StringField(filters=[tidy])
    opens_at = StringField(filters=[tidy])
    closes_at = StringField(filters=[tidy])
    grace_minutes = NumberField(validators=[Optional()], default=10)

    def asked(self, statement: str, zone: str, row: int | None = None) -> SetRound:
        """What the form asks for. Raises: BadInput."""
        return SetRound(
            statement=statement,
            name=self.name.data or "",
            opens_at=instant(self.opens_at.data, zone, "opens_at"),
            closes_at=instant(self.closes_at.data, zone, "closes_at"),
            grace_minutes=10 if self.grace_minutes.data is None else self.grace_minutes.data,
            round=row,
        )

    def opening(self, statement: str, zone: str, row: int) -> OpenRound:
        """What the switch asks for. Raises: BadInput."""
        return OpenRound(statement, row, instant(self.closes_at.data, zone, "closes_at"))
