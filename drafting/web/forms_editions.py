"""Forms that publish."""

from __future__ import annotations

from flask import request
from wtforms import BooleanField, DateField, HiddenField, StringField
from wtforms.validators import AnyOf, Length, Optional

from drafting.actions.publish_edition import PublishEdition
from drafting.actions.steps.editions import Adoption
from drafting.errors import N_, BadInput
from drafting.web.forms import Form, tidy


class PublishForm(Form):
    """Publish the text as shown: as the next draft, or as the final text."""

    seen = HiddenField()
    final = HiddenField()
    session = StringField(filters=[tidy], validators=[Length(max=120)])
    on = DateField(validators=[Optional()])
    by_consensus = StringField(validators=[Optional(), AnyOf(["yes", "no"])])
    with_open_points = BooleanField()

    @property
    def present(self) -> tuple[str, ...]:
        """The groups that are ticked, by their public names."""
        return tuple(request.form.getlist("group"))

    def asked(self, slug: str) -> PublishEdition:
        """Return what was asked. Raises: BadInput when a final text does not say how adopted."""
        return PublishEdition(
            slug=slug,
            seen=self.seen.data or "",
            adoption=self.adoption() if self.final.data == "yes" else None,
        )

    def adoption(self) -> Adoption:
        """Return how the final text was adopted. Raises: BadInput."""
        if not self.session.data:
            raise BadInput(N_("Say in which session it was adopted."), field="session")
        if self.on.data is None:
            raise BadInput(N_("Say on which day it was adopted."), field="on")
        if self.by_consensus.data not in {"yes", "no"}:
            raise BadInput(N_("Say whether by consensus."), field="by_consensus")
        return Adoption(
            session=self.session.data,
            on=self.on.data,
            by_consensus=self.by_consensus.data == "yes",
            groups_present=self.present,
            with_open_points=bool(self.with_open_points.data),
        )
