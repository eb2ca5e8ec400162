"""What the buttons under the form of a change do, each with where to go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flask import flash, url_for
from flask_babel import gettext as _

from drafting.actions.draft_amendment import DraftAmendment, draft_amendment
from drafting.actions.revise_amendment import ReviseAmendment, revise_amendment
from drafting.actions.submit_amendment import SubmitAmendment, submit_amendment
from drafting.web.forms_amendments import WordingForm
from drafting.web.identity import actor
from drafting.web.presenters.amendments import Sent
from drafting.web.presenters.amendments_start import Place
from drafting.web.transaction import db

TOP = "main"
"""Where a page opens after an act; else a browser goes on to the place that the form named."""

Act = Callable[[Place, WordingForm], str]
"""Does what a button of the page says, and returns where to go on."""


def send(place: Place, form: WordingForm) -> str:
    """Send, and return where the receipt is."""
    row = submit_amendment(
        db(),
        actor(),
        SubmitAmendment(
            statement=place.statement,
            group=form.group.data or "",
            wording=form.wording,
            audience=form.audience,
            form_key=form.form_key.data or "",
            draft=place.draft,
            seen=form.seen.data or "",
        ),
    )
    return after_sending(place.statement, row)


def after_sending(statement: str, row: Sent) -> str:
    """Return the address of the receipt; of the draft where the door was closed."""
    if row.number is None:
        return url_for("amendments.edit_draft", statement=statement, draft=row.key, _anchor=TOP)
    return url_for("amendments.receipt", statement=statement, number=row.number, _anchor=TOP)


def keep(place: Place, form: WordingForm) -> str:
    """Keep the words as a draft, and return its address."""
    row = draft_amendment(db(), actor(), drafting(place, form, ready=False))
    flash(_("Your words are kept as a draft. Only your group sees them."), "done")
    return url_for("amendments.edit_draft", statement=place.statement, draft=row.key, _anchor=TOP)


def ask_sender(place: Place, form: WordingForm) -> str:
    """Keep the words, ask the senders to send them, and return where that is shown."""
    draft_amendment(db(), actor(), drafting(place, form, ready=True))
    flash(_("Your sender sees it now under My group, ready to send."), "done")
    return url_for("amendments.mine", statement=place.statement)


def drafting(place: Place, form: WordingForm, *, ready: bool) -> DraftAmendment:
    """Say what is to be kept."""
    return DraftAmendment(
        statement=place.statement,
        group=form.group.data or "",
        wording=form.wording,
        form_key=form.form_key.data or "",
        draft=place.draft,
        seen=form.seen.data or "",
        ready=ready,
    )


def revise(place: Place, form: WordingForm) -> str:
    """Put the words into what was sent, and return its address."""
    number = place.number or 0
    revise_amendment(
        db(),
        actor(),
        ReviseAmendment(
            statement=place.statement,
            number=number,
            revision=form.revision.data or 0,
            digest=form.digest.data or "",
            wording=form.wording,
            form_key=form.form_key.data or "",
        ),
    )
    flash(_("Your new words are in their place. The earlier ones are kept."), "done")
    return url_for("amendments.show", statement=place.statement, number=number)


ACTS: Mapping[str, Act] = {
    "send": send,
    "send-public": send,
    "draft": keep,
    "ready": ask_sender,
    "revise": revise,
}
