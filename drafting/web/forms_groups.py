"""What people type to make a group."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import AnyOf, InputRequired, Length, Optional

from drafting.web.forms import Form, tidy

OWN, HIDDEN, OTHER = "own", "hidden", "other"
A_GROUP = "A group"
"""What the record calls a group that does not want its name known."""


class GroupForm(Form):
    """Mark, name, and the name for the public."""

    mark = StringField(filters=[tidy], validators=[InputRequired(_("Write a mark."))])
    name = StringField(
        filters=[tidy], validators=[InputRequired(_("Write a name.")), Length(max=80)]
    )
    public = StringField(default=OWN, validators=[AnyOf([OWN, HIDDEN, OTHER])])
    other_name = StringField(filters=[tidy], validators=[Optional(), Length(max=80)])

    @property
    def public_name(self) -> str:
        """The name for the public; empty for the group's own."""
        chosen = {HIDDEN: A_GROUP, OTHER: self.other_name.data}
        return str(chosen.get(self.public.data, ""))
