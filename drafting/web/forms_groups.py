"""What people type to make a group."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import AnyOf, InputRequired, Length, ValidationError

from drafting.actions.steps.groups import NewGroup
from drafting.rules.marks import LONGEST_GROUP
from drafting.web.forms import Form, tidy

OWN, HIDDEN, OTHER = "own", "hidden", "other"


class GroupForm(Form):
    """Mark, name, and the name for the public."""

    mark = StringField(filters=[tidy], validators=[InputRequired(_("Write a mark."))])
    name = StringField(
        filters=[tidy], validators=[InputRequired(_("Write a name.")), Length(max=LONGEST_GROUP)]
    )
    public = StringField(default=OWN, validators=[AnyOf([OWN, HIDDEN, OTHER])])
    other_name = StringField(filters=[tidy], validators=[Length(max=LONGEST_GROUP)])

    def validate_other_name(self, field: StringField) -> None:
        """Ask for the other words where they are wanted. Raises: ValidationError."""
        if self.public.data == OTHER and not field.data:
            raise ValidationError(str(_("Write the other words.")))

    def asked(self) -> NewGroup:
        """Return what is asked for; the public name is empty for the group's own."""
        public = self.other_name.data or "" if self.public.data == OTHER else ""
        hidden = self.public.data == HIDDEN
        return NewGroup(self.mark.data or "", self.name.data or "", public, hidden)
