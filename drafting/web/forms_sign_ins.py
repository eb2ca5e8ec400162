"""What people type to sign in and to keep their account."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, IntegerField, PasswordField, RadioField, SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional

from drafting.web.forms import Form, tidy

LONGEST = 254


class LinkForm(Form):
    """The button behind a link, and whose phone this is."""

    own_device = RadioField(
        choices=[("yes", ""), ("no", "")],
        validators=[InputRequired(_("Is this your own phone? Choose one."))],
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


class NewPasswordForm(Form):
    """A new password, and the present one where there is one."""

    current = PasswordField(validators=[Optional(), Length(max=LONGEST)])
    password = PasswordField(
        validators=[InputRequired(_("Write a new password.")), Length(max=LONGEST)]
    )


class LanguageForm(Form):
    """One of the languages of the site."""

    language = SelectField(validators=[InputRequired()])


class EndForm(Form):
    """Which session ends; none means all."""

    sign_in = IntegerField(validators=[Optional()])
