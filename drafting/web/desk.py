"""The one way in which a page for writing is answered, whatever kind of change it writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from drafting.actions.draft_amendment import DraftAmendment, draft_amendment
from drafting.actions.revise_amendment import ReviseAmendment, revise_amendment
from drafting.actions.steps.receipts import FORM_KEY
from drafting.actions.submit_amendment import SubmitAmendment, submit_amendment
from drafting.errors import AskedAlready, Forbidden, NotVisible, Refused, SentBefore, Stale
from drafting.rules.edits import Wording
from drafting.rules.labels import amendment_label
from drafting.web.forms import answer
from drafting.web.forms_amendments import WordingForm
from drafting.web.identity import actor
from drafting.web.presenters.amendments import Sent
from drafting.web.presenters.amendments_desk import Typed, show_desk
from drafting.web.presenters.amendments_earlier import show_earlier
from drafting.web.presenters.amendments_start import Place
from drafting.web.presenters.amendments_untold import untold
from drafting.web.transaction import db

TOP = "main"
"""Where a page opens after an act; else a browser goes on to the place that the form named."""


Act = Callable[[Place, WordingForm], str]
"""Does what a button of the page says, and returns where to go on."""

BEGUN = frozenset({"paragraph", "section", "add", "drop", "move"})
"""Kinds of pages that can be begun anew with the words of a form; others show them to be copied."""


def at_desk(place: Place) -> ResponseReturnValue:
    """Show the page, show it again with the change drawn, or do what its button says."""
    form = WordingForm()
    if form.anew.data and place.number is None:
        place = form.place(place.statement)
    act = ACTS.get(form.act.data or "")
    if request.method == "GET" or act is None:
        return draw(place, form, back=form.act.data == "back")
    typed = form.typed()
    if (
        act is send
        and typed
        and form.validate()
        and not is_told(place, form.told.data or "", typed)
    ):
        form.untold = True
        return draw(place, form), 409
    return attempt(place, form, act)


def attempt(place: Place, form: WordingForm, act: Act) -> ResponseReturnValue:
    """Do what the button says; where nothing could be written, the words come back."""
    try:
        return answer(form, lambda: act(place, form), arrived(form), lambda: draw(place, form))
    except Stale as stale:
        db().rollback()
        form.refusal = _(stale.sentence)
        return draw(place, form, fresh=True), 409
    except AskedAlready as asked:
        db().rollback()
        if not asked.adds:
            return redirect(arrived(form)(received_already(place, asked)), code=303)
        form.before = asked
        return draw(place, form), 409
    except SentBefore as before:
        db().rollback()
        return draw_anew(place, form, before), 409


def is_told(place: Place, told: str, typed: Typed) -> bool:
    """Whether each wish of others for the very same stood on the page when *Send* was pressed.

    What cannot be sent anyway is left to the act, which says why.
    """
    try:
        same = untold(db(), actor(), place, typed)
    except (Forbidden, NotVisible, Refused):
        return True
    return {str(number) for number in same} <= set(told.split())


def received_already(place: Place, asked: AskedAlready) -> str:
    """Say that the words had arrived, and return where it is seen what became of them."""
    label = amendment_label(asked.number or 0)
    flash(_("Already received as %(label)s.", label=label), "done")
    if place.number is not None:
        return url_for("amendments.show", statement=place.statement, number=asked.number)
    if place.draft:
        flash(_("The draft asks for the same. You can throw it away."), "done")
    return after_sending(place.statement, asked)


def arrived(form: WordingForm) -> Callable[[str], str]:
    """Return what lets the next page tell the browser which kept words it need not keep."""

    def tell(goal: str) -> str:
        if FORM_KEY.fullmatch(form.form_key.data or ""):
            flash(form.form_key.data or "", "arrived")
        return goal

    return tell


def draw(place: Place, form: WordingForm, *, fresh: bool = False, back: bool = False) -> str:
    """Draw the page; after a stale act it carries what is shown now, so that it can be sent."""
    page = show_desk(db(), actor(), place, form.typed(fresh=fresh), stale=fresh, back=back)
    earlier = show_earlier(db(), actor(), place.statement, form.before) if form.before else None
    return render_template("amendments/write.html", page=page, form=form, earlier=earlier)


def draw_anew(place: Place, form: WordingForm, before: SentBefore) -> str:
    """Draw the page as if it were opened now, with the words of a form that was used before."""
    form.before = before
    if form.kind.data in BEGUN:
        with suppress(Forbidden, NotVisible):
            return draw(form.place(place.statement), form)
    return lead_on(place.statement, before)


def lead_on(statement: str, before: SentBefore) -> str:
    """Draw the page that says that nothing was written, and leads to what the form had made."""
    facts = {"sentence": "", "again": False, "now_url": after_sending(statement, before)}
    return render_template("errors/409.html", **facts)


def sent_unseen(statement: str, draft: str, act: Callable[[], Sent]) -> ResponseReturnValue:
    """Send a draft as it stands, and lead to its receipt, or to that of what it had become.

    Where others ask for the very same, the draft is shown first, with their wish.
    """
    place = Place(statement, draft=draft)
    if not is_told(place, "", Typed(Wording(()), "")):
        flash(_("Not sent yet. Look who asks for the same, then send."), "done")
        return redirect(url_for("amendments.edit_draft", statement=statement, draft=draft), 303)
    try:
        return redirect(after_sending(statement, act()), code=303)
    except AskedAlready as asked:
        db().rollback()
        return redirect(received_already(place, asked), code=303)
    except SentBefore as before:
        return lead_on(statement, before), 409


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
