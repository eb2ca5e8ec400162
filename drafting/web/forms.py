"""Forms: what all of them share, and the one way in which a form is answered."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain
from typing import Any, TypeVar

from flask import redirect
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import IntegerField
from wtforms.widgets import HiddenInput

from drafting.errors import BadInput, Refused
from drafting.web.transaction import db

Row = TypeVar("Row")

LARGEST = 2**31 - 1
CONTROLS = (range(9), range(0x0B, 0x0D), range(0x0E, 0x20), range(0x7F, 0xA0))
TURNING = (range(0x202A, 0x202F), range(0x2066, 0x206A))
"""Bidirectional embeddings, overrides and isolates: in a name they would turn what follows."""
UNSEEN = dict.fromkeys(chain(*CONTROLS, *TURNING))


class Form(FlaskForm):
    """The root of all forms; the token is checked for every POST before a route runs."""

    class Meta:
        csrf = False

        def wrap_formdata(self, form: FlaskForm, formdata: Any) -> Any:
            """Read what came, hidden fields too, without the one sign that no database keeps."""
            came = FlaskForm.Meta.wrap_formdata(self, form, formdata)
            if not came:
                return came
            return MultiDict((name, storable(value)) for name, value in came.items(multi=True))

    refusal: str = ""

    def refuse(self, error: Refused) -> None:
        """Show a refusal at the field it names, else above the form."""
        sentence = gettext(error.sentence, **error.values)
        field = self._fields.get(error.field) if isinstance(error, BadInput) else None
        if field is None:
            self.refusal = sentence
        else:
            field.errors = [*field.errors, sentence]

    @property
    def faults(self) -> list[tuple[str, str]]:
        """What is wrong, field by field; without a name where nobody sees the field."""
        return [
            ("" if isinstance(field.widget, HiddenInput) else field.name, sentence)
            for field in self
            for sentence in field.errors
        ]


class NumberField(IntegerField):
    """A whole number that a database can hold."""

    data: Any

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it. Raises: ValueError, which the form shows at the field."""
        super().process_formdata(valuelist)
        if self.data is not None and abs(self.data) > LARGEST:
            self.data = None
            raise ValueError(self.gettext("Not a valid integer value."))


def visible(value: str | None) -> str:
    """Drop signs that nobody types: controls, and those that turn the words after them round."""
    return (value or "").translate(UNSEEN)


def storable(value: Any) -> Any:
    """Drop that sign from words; a file is kept as it came."""
    return without_nul(value) if isinstance(value, str) else value


def without_nul(value: str | None) -> str:
    """Drop the one sign that no database keeps; all else of a text is its author's."""
    return (value or "").replace("\x00", "")


def tidy(value: str | None) -> str:
    """Take unseen signs away, and the blanks at both ends, for use as a field's filter."""
    return visible(value).strip()


def answer(
    form: Form,
    act: Callable[[], Row],
    then: Callable[[Row], str],
    again: Callable[[], str],
) -> ResponseReturnValue:
    """Run the act of a valid form and go to `then`; a refused form is shown again, words kept."""
    if form.validate_on_submit():
        try:
            return redirect(then(act()), code=303)
        except Refused as refusal:
            db().rollback()
            form.refuse(refusal)
    return again(), 422
