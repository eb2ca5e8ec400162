"""The forms around an amendment: its words, who will read it, joining."""

from __future__ import annotations

from wtforms import BooleanField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import Length, Optional

from drafting.rules.edits import (
    DroppedSection,
    Edit,
    MovedSection,
    NewSection,
    ParagraphEdit,
    SectionEdit,
    Wording,
)
from drafting.rules.lifecycle import Audience
from drafting.web.forms import Form, NumberField, tidy
from drafting.web.presenters.amendments_desk import Typed

LONGEST_WORDS = 60_000


def typed_lines(value: str | None) -> str:
    """Make the line ends of browsers plain ones, and drop the one sign no database keeps."""
    return (value or "").replace("\r\n", "\n").replace("\x00", "")


class WordingForm(Form):
    """All that can be typed about an amendment; each page shows the fields of its kind.

    `kind` says which edit the fields make; `act` which button was pressed.
    """

    act = StringField(default="see")
    kind = HiddenField(default="")
    paragraph = HiddenField(default="")
    section = HiddenField(default="")
    base = NumberField(validators=[Optional()], default=0)
    group = StringField(default="")
    words = TextAreaField(filters=[typed_lines], validators=[Length(max=LONGEST_WORDS)])
    markdown = TextAreaField(filters=[typed_lines], validators=[Length(max=LONGEST_WORDS)])
    title = StringField(filters=[typed_lines, tidy], validators=[Length(max=300)])
    after = StringField(default="")
    reason = TextAreaField(filters=[typed_lines, tidy], validators=[Length(max=2_000)])
    heading = StringField(filters=[typed_lines, tidy], validators=[Length(max=200)])
    editorial = BooleanField()
    editorial_shown = HiddenField(default="")
    form_key = HiddenField(default="")
    seen = HiddenField(default="")
    revision = NumberField(validators=[Optional()], default=0)
    digest = HiddenField(default="")

    @property
    def audience(self) -> Audience:
        """Who will read it: the button that was pressed says so."""
        return Audience.PUBLIC if self.act.data == "send-public" else Audience.MEETING

    def typed(self, *, fresh: bool = False) -> Typed | None:
        """Return what stands in the fields, to be shown again; None before anything was sent.

        `fresh` leaves out what the page had shown of the present: it is looked up anew.
        """
        if not self.is_submitted():
            return None
        return Typed(
            wording=self.wording,
            form_key=self.form_key.data or "",
            group=self.group.data or "",
            seen="" if fresh else self.seen.data or "",
            revision=0 if fresh else self.revision.data or 0,
            digest="" if fresh else self.digest.data or "",
        )

    @property
    def wording(self) -> Wording:
        """What the fields ask for."""
        return Wording(
            edits=self.edits(),
            reason=self.reason.data or "",
            heading=self.heading.data or "",
            editorial=bool(self.editorial.data) if self.editorial_shown.data else None,
        )

    def edits(self) -> tuple[Edit, ...]:
        """Return the edit of this kind of page; none where the parts stay as they are."""
        base, section = self.base.data or 0, self.section.data or ""
        words, markdown = self.words.data or "", self.markdown.data or ""
        title, after = self.title.data or "", self.after.data or None
        if self.kind.data == "paragraph":
            return (ParagraphEdit(base, self.paragraph.data or "", words),)
        if self.kind.data == "section":
            return (SectionEdit(section, base, markdown, title),)
        if self.kind.data == "add":
            return (NewSection(base, after, title, markdown),)
        if self.kind.data == "drop":
            return (DroppedSection(base, section),)
        if self.kind.data == "move":
            return (MovedSection(base, section, after),)
        return ()


class SendForm(Form):
    """Send a draft as it stands."""

    act = StringField(default="send")
    form_key = HiddenField(default="")

    @property
    def audience(self) -> Audience:
        """Who will read it: the button that was pressed says so."""
        return Audience.PUBLIC if self.act.data == "send-public" else Audience.MEETING


class JoinForm(Form):
    """Join, or ask to: for which group, and which revision was read."""

    group = StringField(default="")
    read = NumberField(validators=[Optional()], default=0)

    @property
    def mark(self) -> str:
        """The mark of the group."""
        return self.group.data or ""


class FilterForm(Form):
    """What the list of all changes is narrowed to; asked for by GET."""

    state = SelectField(
        choices=["", "waiting", "taken", "not-taken", "closed"], default="", validate_choice=False
    )
    group = StringField(default="")
    section = StringField(default="")
