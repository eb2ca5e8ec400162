"""Forms of statements."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import AnyOf, InputRequired, Length

from drafting.actions.create_statement import NewStatement
from drafting.web.forms import Form, tidy

LANGUAGES = (
    ("en", "English"), ("fr", "Français"), ("es", "Español"), ("ar", "العربية"),
    ("bn", "বাংলা"), ("pt", "Português"), ("ru", "Русский"), ("zh", "中文"),
)  # fmt: skip
"""The languages a text may be written in, each in its own words."""


class StatementForm(Form):
    """A new statement."""

    title = StringField(
        filters=[tidy], validators=[InputRequired(_("Give the text a title.")), Length(max=200)]
    )
    language = StringField(default="en", validators=[AnyOf([code for code, _name in LANGUAGES])])
    zone = StringField(filters=[tidy], default="UTC")
    place = StringField(filters=[tidy], validators=[Length(max=60)])

    def asked(self) -> NewStatement:
        """Return what was filled in."""
        return NewStatement(
            title=self.title.data or "",
            language=self.language.data or "en",
            zone=self.zone.data or "",
            place=self.place.data or "",
        )
