"""What a moderator types about a section."""

from __future__ import annotations

from wtforms import BooleanField, StringField, TextAreaField
from wtforms.validators import Length, Optional

from drafting.actions.change_section_kind import ChangeSectionKind
from drafting.actions.correct_section import CorrectSection
from drafting.errors import N_, BadInput
from drafting.store.models.sections import SectionKind
from drafting.web.forms import Form, NumberField, tidy, without_nul

LONGEST_WORDS = 200_000


class CorrectForm(Form):
    """A section as it should read, and why; `seen` is the version shown."""

    title = StringField(filters=[tidy])
    words = TextAreaField(filters=[without_nul], validators=[Length(max=LONGEST_WORDS)])
    reason = TextAreaField(filters=[tidy], validators=[Length(max=2_000)])
    formatted = BooleanField()
    seen = NumberField(validators=[Optional()], default=0)

    def asked(self, statement: str, section: str) -> CorrectSection:
        """What the form asks for."""
        return CorrectSection(
            statement=statement,
            section=section,
            seen=self.seen.data or 0,
            title=self.title.data or "",
            words=self.words.data or "",
            formatted=bool(self.formatted.data),
            reason=self.reason.data or "",
        )


class KindForm(Form):
    """What a section is from now on."""

    kind = StringField()

    def asked(self, statement: str, section: str) -> ChangeSectionKind:
        """What the form asks for. Raises: BadInput."""
        try:
            return ChangeSectionKind(statement, section, SectionKind(self.kind.data or ""))
        except ValueError:
            raise BadInput(N_("Choose what this section is."), field="kind") from None
