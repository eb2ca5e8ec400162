"""The forms around an amendment: its words, who will read it, joining."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, product
from typing import Any

from flask_babel import gettext
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import Length, Optional, ValidationError

from drafting.errors import AskedAlready, Refused, SentBefore
from drafting.rules.edits import (
    DroppedSection,
    Edit,
    Emptied,
    MovedSection,
    NewSection,
    ParagraphEdit,
    SectionEdit,
    Wording,
)
from drafting.rules.lifecycle import Audience
from drafting.web.addresses import number_from
from drafting.web.forms import Form, NumberField, tidy
from drafting.web.presenters.amendments_desk import Typed
from drafting.web.presenters.amendments_start import Place

LONGEST_WORDS = 60_000
MOST_PARTS = 100
PARTS = "parts"
Typing = Callable[[str], Any]
"""Looks up what was typed in a field."""


def typed_lines(value: str | None) -> str:
    """Make the line ends of browsers plain ones, and drop the one sign no database keeps."""
    return (value or "").replace("\r\n", "\n").replace("\x00", "")


class WordingForm(Form):
    """All that can be typed about an amendment; each page shows the fields of its kind.

    `kind` says which edit the fields make (*parts*: several, each with fields of its own); `act`
    which button was pressed; `anew` that the words were sent before and now make one more change;
    `before` what that one is; `told` which equal wishes of others were named, `untold` that some
    were not; `came` all that stood in the fields, None before anything was typed.
    """

    came: MultiDict[str, str] | None

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
    emptied = StringField(default="")
    editorial_shown = HiddenField(default="")
    form_key = HiddenField(default="")
    anew = HiddenField(default="")
    seen = HiddenField(default="")
    revision = NumberField(validators=[Optional()], default=0)
    digest = HiddenField(default="")
    told = HiddenField(default="")
    before: SentBefore | None = None
    untold: bool = False

    def __init__(self, came: MultiDict[str, str] | None) -> None:
        self.came = came
        super().__init__(formdata=came)

    @property
    def audience(self) -> Audience:
        """Who will read it: the button that was pressed says so."""
        return Audience.PUBLIC if self.act.data == "send-public" else Audience.MEETING

    @property
    def becomes_another(self) -> bool:
        """Whether the words, when they are sent, make one more change."""
        again = self.before is not None and not isinstance(self.before, AskedAlready)
        return again or bool(self.anew.data)

    def place(self, statement: str) -> Place:
        """Where the words of this form would be begun."""
        kind, paragraph = self.kind.data or "", self.paragraph.data or ""
        return Place(statement, kind, paragraph, self.section.data or "", self.after.data or "")

    def typed(self, *, fresh: bool = False) -> Typed | None:
        """Return what stands in the fields, to be shown again; None before anything was sent.

        `fresh` leaves out what the page had shown of the present: it is looked up anew.
        """
        if self.came is None:
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
            emptied=next((one for one in Emptied if one == self.emptied.data), None),
        )

    def edits(self) -> tuple[Edit, ...]:
        """Return the edits of this kind of page; none where the parts stay as they are."""
        if self.kind.data != PARTS:
            return edit_of(self.kind.data or "", lambda name: self[name].data or "")
        asked = ((kind, typed) for kind, typed in self.parts() if kind != "drop" or typed("goes"))
        return tuple(chain.from_iterable(edit_of(kind, typed) for kind, typed in asked))

    def parts(self) -> Iterator[tuple[str, Typing]]:
        """Yield the kind and the fields of each part: they end in its place, counted from 0."""
        came: MultiDict[str, str] = MultiDict() if self.came is None else self.came
        for at in range(MOST_PARTS):
            kind = came.get(f"kind-{at}")
            if kind is None:
                return
            yield kind, partial(typed_in_part, came, at)

    def validate_kind(self, _field: HiddenField) -> None:
        """Refuse words of a part that are too long. Raises: ValidationError."""
        fields = product(self.parts(), ("words", "markdown"))
        if any(len(typed(name)) > LONGEST_WORDS for (_kind, typed), name in fields):
            self.refusal = gettext("These words are too long.")
            raise ValidationError(self.refusal)

    def refuse(self, error: Refused) -> None:
        """Show a refusal at the field it names; one about a part above them all."""
        super().refuse(error)
        if self.kind.data == PARTS and not self.refusal:
            self.refusal = gettext(error.sentence, **error.values)


def typed_in_part(came: MultiDict[str, str], at: int, name: str) -> Any:
    """Return what was typed in a field of one part, cleaned as the field of one is."""
    raw = came.get(f"{name}-{at}", "")
    if name == "base":
        return number_from(raw) or 0
    words = typed_lines(raw)
    return tidy(words) if name == "title" else words


def edit_of(kind: str, typed: Typing) -> tuple[Edit, ...]:
    """Return the edit that some fields make; none where the part stays as it is."""
    base, section, after = typed("base") or 0, typed("section"), typed("after") or None
    if kind == "paragraph":
        return (ParagraphEdit(base, typed("paragraph"), typed("words")),)
    if kind == "section":
        return (SectionEdit(section, base, typed("markdown"), typed("title")),)
    if kind == "add":
        return (NewSection(base, after, typed("title"), typed("markdown")),)
    if kind == "drop":
        return (DroppedSection(base, section),)
    if kind == "move":
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
    """Join, or ask to: for which group, which revision was read, and on which page."""

    group = StringField(default="")
    read = NumberField(validators=[Optional()], default=0)
    back = StringField(default="")

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
