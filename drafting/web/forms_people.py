"""What people type to invite others: pasted lines, then one row of fields a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from flask_babel import lazy_gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from drafting.actions.steps.groups import NewGroup
from drafting.errors import BadInput
from drafting.rules.invitations import MOST_LINES, Invitee, read_role
from drafting.web.forms import Form, tidy, visible
from drafting.web.forms_groups import OWN, GroupForm


class PasteForm(Form):
    """Lines of *name, group, sends yes/no, mail or nothing*."""

    lines = TextAreaField(
        filters=[visible],
        validators=[InputRequired(_("Write at least one line.")), Length(max=100_000)],
    )


class NewGroupForm(GroupForm):
    """A group that is made along; `word` is how the pasted lines call it."""

    word = StringField(filters=[tidy])

    def show_faults(self, fault: BadInput | None) -> None:
        """Show what is wrong: with what was typed, else with the group beside the others."""
        if self.validate() and fault is not None:
            self.refuse(fault)


def read_groups(fields: Mapping[str, str]) -> tuple[NewGroupForm, ...]:
    """Read the groups of the review."""
    came = MultiDict(fields)
    starts = [f"group-{number}-" for number in range(MOST_LINES + 1)]
    return tuple(
        NewGroupForm(formdata=came, prefix=start) for start in starts if f"{start}word" in fields
    )


def group_fields(asked: Mapping[str, NewGroup]) -> dict[str, str]:
    """Return what stands in the fields of proposed groups, as if it had been typed."""
    return {
        f"group-{number}-{name}": value
        for number, (word, group) in enumerate(asked.items())
        for name, value in (
            *(("word", word), ("name", group.name), ("mark", group.mark)),
            *(("public", OWN), ("other_name", "")),
        )
    }


def groups_asked(forms: Iterable[NewGroupForm]) -> dict[str, NewGroup]:
    """Return what is asked for by each word."""
    return {form.word.data or "": form.asked() for form in forms}


def sound_groups(forms: Iterable[NewGroupForm]) -> dict[str, NewGroup]:
    """Return what is asked for by each word, without what must be mended first."""
    return groups_asked(form for form in forms if form.validate())


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
