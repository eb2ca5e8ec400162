"""Forms of statements."""

from __future__ import annotations

from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length

from drafting.actions.create_statement import NewStatement
from drafting.errors import N_
from drafting.web.forms import Form, tidy


class StatementForm(Form):
    """A new statement."""

    title = StringField(
        N_("Title"), filters=[tidy], validators=[InputRequired(), Length(max=200)]
    )
    language = SelectField(
        N_("Language of the text"),
        choices=[
            ("en", "English"), ("fr", "Français"), ("es", "Español"), ("ar", "العربية"),
            ("bn", "বাংলা"), ("pt", "Português"), ("ru", "Русский"), ("zh", "中文"),
        ],
    )  # fmt: skip
    zone = StringField(N_("Time zone of the meeting"), filters=[tidy], default="UTC")
    place = StringField(
        N_("Name of the place, as times say it"), filters=[tidy], validators=[Length(max=60)]
    )

    def asked(self) -> NewStatement:
        """Return what was filled in."""
        return NewStatement(
            title=self.title.data or "",
            language=self.language.data,
            zone=self.zone.data or "",
            place=self.place.data or "",
        )
