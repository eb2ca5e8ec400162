"""What people type to make a group."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import AnyOf, InputRequired, Length, Optional

from drafting.actions.create_group import CreateGroup
from drafting.errors import N_, BadInput
from drafting.web.forms import Form, tidy

OWN, HIDDEN, OTHER = "own", "hidden", "other"


class GroupForm(Form):
    """Mark, name, and the name for the public."""

    mark = StringField(filters=[tidy], validators=[InputRequired(_("Write a mark."))])
    name = StringField(
        filters=[tidy], validators=[InputRequired(_("Write a name.")), Length(max=80)]
    )
    public = StringField(default=OWN, validators=[AnyOf([OWN, HIDDEN, OTHER])])
    other_name = StringField(filters=[tidy], validators=[Optional(), Length(max=80)])

    def asked(self, statement: str) -> CreateGroup:
        """Return what is asked for; the public name is empty for the group's own.

        Raises: BadInput where another name is wanted and none is written.
        """
        if self.public.data == OTHER and not self.other_name.data:
            raise BadInput(N_("Write the other words."), field="other_name")
        public = self.other_name.data or "" if self.public.data == OTHER else ""
        hidden = self.public.data == HIDDEN
        return CreateGroup(statement, self.mark.data, self.name.data, public, hidden)
