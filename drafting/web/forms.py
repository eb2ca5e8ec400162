"""Forms: what all of them share, and the one way in which a form is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from flask import redirect
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm

from drafting.errors import BadInput, Refused
from drafting.web.transaction import db


Row = TypeVar("Row")


class Form(FlaskForm):
    """The root of all forms; the token is checked for every POST before a route runs."""

    class Meta:
        csrf = False

    refusal: str = ""

    def refuse(self, error: Refused) -> None:
        """Show a refusal at the field it names, else above the form."""
        sentence = gettext(error.sentence, **error.values)
        field = self._fields.get(error.field) if isinstance(error, BadInput) else None
        if field is None:
            self.refusal = sentence
        else:
            field.errors = [*field.errors, sentence]


def tidy(value: str | None) -> str:
    """Take the blanks at both ends away, for use as a field's filter."""
    return (value or "").strip()


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
