"""What people type to sign in and to keep their account."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, PasswordField, StringField
from wtforms.validators import AnyOf, InputRequired, Length, Optional, ValidationError

from drafting.web.forms import Form, NumberField, tidy
from drafting.web.locale import language_choices

LONGEST = 254


class LinkForm(Form):
    """The button behind a link, and whose phone this is."""

    own_device = StringField(
        validators=[AnyOf(["yes", "no"], _("Is this your own phone? Choose one."))]
    )


class PasswordForm(Form):
    """Signing in with name and password."""

    name = StringField(
        filters=[tidy],
        validators=[InputRequired(_("Write your name or mail address.")), Length(max=LONGEST)],
    )
    password = PasswordField(
        validators=[InputRequired(_("Write your password.")), Length(max=LONGEST)]
    )
    own_device = BooleanField()


class AskForm(Form):
    """Asking for a one-time link by mail."""

    name = StringField(
        filters=[tidy],
        validators=[InputRequired(_("Write your name or mail address.")), Length(max=LONGEST)],
    )


def bare_code(value: str | None) -> str:
    """Return a code as it was drawn: people type small letters, blanks and lines between."""
    return "".join(sign for sign in (value or "").upper() if sign.isalnum())


class CodeForm(Form):
    """The code that stands on one's other phone."""

    code = StringField(
        filters=[tidy, bare_code],
        validators=[InputRequired(_("Write the code.")), Length(max=LONGEST)],
    )


class NewPasswordForm(Form):
    """A new password, and the present one where there is one."""

    current = PasswordField(validators=[Optional(), Length(max=LONGEST)])
    password = PasswordField(
        validators=[InputRequired(_("Write a new password.")), Length(max=LONGEST)]
    )


class LanguageForm(Form):
    """One of the languages of the site."""

    language = StringField()

    def validate_language(self, field: StringField) -> None:
        """Accept what the page offered."""
        if field.data not in dict(language_choices()):
            raise ValidationError(_("Choose one of the languages."))


class NewsForm(Form):
    """Whether news comes by mail; a box that is not ticked says no."""

    by_mail = BooleanField()


class EndForm(Form):
    """Which session ends. Only without the field all end: a number must be one."""

    sign_in = NumberField()
