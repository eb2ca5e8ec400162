"""What people type to invite others: pasted lines, then one row of fields a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _
from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length

from drafting.rules.invitations import MOST_LINES, Invitee, read_role
from drafting.web.forms import Form, visible


class PasteForm(Form):
    """Lines of *name, group, sends yes/no, mail or nothing*."""

    lines = TextAreaField(
        filters=[visible],
        validators=[InputRequired(_("Write at least one line.")), Length(max=100_000)],
    )


def read_rows(fields: Mapping[str, str]) -> tuple[Invitee, ...]:
    """Read the rows of the review; those with a tick at *leave out* are not invited."""
    return tuple(row(fields, number) for number in numbers(fields))


def numbers(fields: Mapping[str, str]) -> Iterator[int]:
    """Yield the numbers of the rows that stand in the form."""
    for number in range(MOST_LINES + 1):
        if f"name-{number}" in fields and f"out-{number}" not in fields:
            yield number


def row(fields: Mapping[str, str], number: int) -> Invitee:
    """Read one row."""

    def typed(name: str) -> str:
        return " ".join(visible(fields.get(f"{name}-{number}", "")).split())

    return Invitee(
        name=typed("name"),
        role=read_role(typed("role")),
        email=typed("email"),
        title=typed("title")[:80],
        organisation=typed("organisation")[:160],
        printed=f"printed-{number}" in fields,
        source=typed("source"),
    )
