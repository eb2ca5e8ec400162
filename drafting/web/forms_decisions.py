"""What a moderator chooses and types while answering."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from flask import request
from wtforms import BooleanField, HiddenField, StringField, TextAreaField
from wtforms.validators import Length, Optional
from wtforms.widgets import HiddenInput

from drafting.actions.decide_amendment import DecideAmendment
from drafting.actions.decide_batch import DecideBatch
from drafting.actions.reopen_decision import ReopenDecision
from drafting.rules.labels import amendment_number
from drafting.rules.lifecycle import Outcome
from drafting.web.addresses import number_from
from drafting.web.forms import Form, NumberField, tidy, without_nul
from drafting.web.presenters.decisions import Draft
from drafting.web.presenters.decisions_queue import Narrowed

WORDS = re.compile(r"words-([0-9]{1,3})")
LONGEST = 2_000
KNOWN = frozenset(outcome.value for outcome in Outcome)


def outcome_named(value: str | None) -> Outcome:
    """Return the answer of this name; *taken* when there is no such answer."""
    try:
        return Outcome(value or "")
    except ValueError:
        return Outcome.ACCEPTED


class DecideForm(Form):
    """One answer; `act` says whether to look at the effects again or to answer."""

    act = StringField(default="preview")
    outcome = StringField(default=Outcome.ACCEPTED.value)
    reason = TextAreaField(filters=[tidy], validators=[Length(max=LONGEST)])
    ready = StringField(default="")
    room_question = TextAreaField(filters=[tidy], validators=[Length(max=LONGEST)])
    by = StringField(filters=[tidy], validators=[Length(max=12)])
    question_until = StringField(filters=[tidy], validators=[Length(max=16)])
    without_waiting = BooleanField()
    quotation = StringField(default="")
    formatted = BooleanField()
    revision = NumberField(validators=[Optional()], default=0, widget=HiddenInput())
    shown = HiddenField(default="")
    seen = HiddenField(default="")

    @property
    def chosen(self) -> Outcome:
        """The answer."""
        return outcome_named(self.outcome.data)

    def draft(self) -> Draft:
        """What was chosen and typed so far."""
        values = request.values
        typed = {
            int(found[1]): without_nul(value)
            for name, value in values.items()
            if (found := WORDS.fullmatch(name)) is not None
        }
        along = along_of(values.getlist("along")) if request.method == "POST" else None
        letters = frozenset(values.getlist("letters"))
        return Draft(self.chosen, letters, typed, bool(self.formatted.data), along)

    def put_ready_reason(self) -> None:
        """Put a ready-made reason into the field, after what stands there."""
        if self.ready.data:
            words = [self.reason.data or "", self.ready.data]
            self.reason.data = " ".join(part for part in words if part)

    def asked(
        self, statement: str, number: int, words: Mapping[int, str], zone: str
    ) -> DecideAmendment:
        """What the form asks for."""
        draft = self.draft()
        return DecideAmendment(
            statement=statement,
            number=number,
            revision=self.revision.data or 0,
            shown=self.shown.data or "",
            outcome=self.chosen,
            reason=self.reason.data or "",
            letters=draft.letters if self.chosen is Outcome.IN_PART else frozenset(),
            words=words,
            along=draft.along or {},
            by=amendment_number(self.by.data or ""),
            room_question=self.room_question.data or "",
            question_until=local_instant(self.question_until.data, zone),
            without_waiting=bool(self.without_waiting.data),
            quotation={"yes": True, "no": False}.get(self.quotation.data or ""),
        )


def along_of(values: list[str]) -> dict[int, Outcome]:
    """Read `14:fulfilled` and the like; what cannot be read is left out."""
    found = {}
    for value in values:
        raw, _, outcome = value.partition(":")
        if (number := number_from(raw)) is not None and outcome in KNOWN:
            found[number] = Outcome(outcome)
    return found


def local_instant(value: str | None, zone: str) -> datetime | None:
    """Read a date and time typed in the meeting's zone; None when there is none."""
    if not value:
        return None
    try:
        return datetime.fromisoformat(value).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


class ReopenForm(Form):
    """Why a decision is taken back, whole or for one amendment, and what was shown."""

    reason = TextAreaField(filters=[tidy], validators=[Length(max=LONGEST)])
    whole = BooleanField()
    shown = HiddenField(default="")
    seen = HiddenField(default="")

    def asked(self, statement: str, number: int) -> ReopenDecision:
        """What the form asks for."""
        return ReopenDecision(
            statement,
            number,
            self.shown.data or "",
            self.reason.data or "",
            bool(self.whole.data),
        )


class BatchForm(Form):
    """One answer to several amendments: `pick` is `12:1`, number and revision."""

    outcome = StringField(default=Outcome.REJECTED.value)
    reason = TextAreaField(filters=[tidy], validators=[Length(max=LONGEST)])
    ready = StringField(default="")
    act = StringField(default="preview")
    shown = HiddenField(default="")
    seen = HiddenField(default="")
    without_waiting = BooleanField()

    @property
    def chosen(self) -> Outcome:
        """The answer."""
        return outcome_named(self.outcome.data)

    def picked(self) -> dict[int, int]:
        """Return the revision that was seen, by number."""
        found = {}
        for value in request.values.getlist("pick"):
            number, revision = map(number_from, value.partition(":")[::2])
            if number is not None and revision is not None:
                found[number] = revision
        return found

    def asked(self, statement: str) -> DecideBatch:
        """What the form asks for."""
        return DecideBatch(
            statement,
            self.picked(),
            self.shown.data or "",
            self.chosen,
            self.reason.data or "",
            bool(self.without_waiting.data),
        )


class QueueForm(Form):
    """What the list of waiting changes is narrowed to; asked for by GET."""

    show = StringField(default="")
    group = StringField(default="")
    section = StringField(default="")

    def wanted(self) -> Narrowed:
        """What the fields ask for."""
        return Narrowed(self.show.data or "", self.group.data or "", self.section.data or "")
