"""The one way in which a page for writing is answered, whatever kind of change it writes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from drafting.actions.discard_typed import DiscardTyped, discard_typed
from drafting.actions.keep_typed import keep_typed
from drafting.actions.steps.receipts import FORM_KEY
from drafting.errors import (
    AskedAlready,
    DraftingError,
    Forbidden,
    NotVisible,
    Refused,
    SentBefore,
    Stale,
)
from drafting.rules.edits import Wording
from drafting.rules.labels import amendment_label
from drafting.store.models import TypedForm
from drafting.web.by_script import SHOWN_AT, is_by_script
from drafting.web.desk_acts import ACTS, Act, after_sending, send
from drafting.web.desk_kept import (
    FormAnswer,
    answer_again,
    answer_with,
    asked_key,
    form_again,
    keeping,
    with_key,
)
from drafting.web.forms_amendments import WordingForm
from drafting.web.identity import actor
from drafting.web.presenters.amendments import Sent
from drafting.web.presenters.amendments_desk import DeskPage, Typed, show_desk
from drafting.web.presenters.amendments_earlier import show_earlier
from drafting.web.presenters.amendments_receipt import sent_as
from drafting.web.presenters.amendments_start import Place
from drafting.web.presenters.amendments_typed import (
    TypedNote,
    asks_nothing,
    check_desk,
    may_stand,
    note_on,
    show_typed,
    show_unsent,
)
from drafting.web.presenters.amendments_untold import untold
from drafting.web.transaction import before, db

BEGUN = frozenset({"paragraph", "section", "add", "drop", "move"})
"""Kinds of pages that can be begun anew with the words of a form; others show them to be copied."""


def at_desk(place: Place) -> ResponseReturnValue:
    """Show the page, show it again with the change drawn, or do what its button says."""
    if request.method == "GET":
        return opened(place)
    form = WordingForm(request.form)
    place = place_of(place, form)
    if form.act.data == "forget":
        discard_typed(db(), actor(), DiscardTyped(form.form_key.data or ""))
        return redirect(request.path, code=303)
    act = ACTS.get(form.act.data or "")
    if act is None:
        return shown(place, form, 200, waited=form.act.data == "back")
    typed = form.typed()
    if (
        act is send
        and typed
        and form.validate()
        and not is_told(place, form.told.data or "", typed)
    ):
        form.untold = True
        return shown(place, form, 409)
    return attempt(place, form, act)


def at_draft(place: Place, draft: str) -> ResponseReturnValue:
    """Show a draft; what was sent meanwhile stands as sent, beside words typed in it since."""
    number = sent_as(db(), actor(), place.statement, draft)
    if number is None:
        return at_desk(place)
    if request.method == "GET" and show_typed(db(), actor(), request.path, asked_key()) is None:
        return redirect(url_for("amendments.show", statement=place.statement, number=number), 303)
    form = WordingForm(request.form)
    looking = request.method == "POST" and form.act.data not in {*ACTS, "forget"}
    if looking and not form.anew.data:
        return shown_anew(place, form, SentBefore(number, draft))
    return at_desk(place)


def opened(place: Place) -> ResponseReturnValue:
    """Show the page with what was typed in it before and not sent, else as the text stands."""
    row = show_typed(db(), actor(), request.path, asked_key())
    if row is not None:
        form = form_again(row)
        answer = answer_again(row, form)
        note = note_on(db(), actor(), place.statement, row) if row.done else None
        return draw(place_of(place, form, answer), form, answer, note), answer.status
    row = show_unsent(db(), actor(), request.path)
    return draw(place, WordingForm(None)) if row is None else draw_unsent(place, row)


def draw_unsent(place: Place, row: TypedForm) -> str:
    """Draw a page that is opened anew with the words typed last, or beside newer ones."""
    form, empty = form_again(row), WordingForm(None)
    now = show_desk(db(), actor(), place)
    try:
        page = show_desk(db(), actor(), place_of(place, form), form.typed())
    except DraftingError:  # no row takes a page down: its place may be gone, its fields be broken
        return render(now, empty, None)
    if asks_nothing(page):
        return render(now, empty, None)
    here = may_stand(page, now)
    note = note_on(db(), actor(), place.statement, row, here=here)
    return render(page if here else now, form if here else empty, note)


def place_of(place: Place, form: WordingForm, answer: FormAnswer | None = None) -> Place:
    """Return where the words of this form stand: they may be one more change by now."""
    anew = form.anew.data and place.number is None
    return form.place(place.statement) if anew or (answer and answer.begun) else place


def attempt(place: Place, form: WordingForm, act: Act) -> ResponseReturnValue:
    """Do what the button says; where nothing could be written, the words come back."""
    if not form.validate():
        return shown(place, form, 422)
    try:
        return redirect(arrived(form)(act(place, form)), code=303)
    except (Refused, Stale, SentBefore) as error:
        db().rollback()
        return shown_after(place, form, error)


def shown_after(
    place: Place, form: WordingForm, error: Refused | Stale | SentBefore
) -> ResponseReturnValue:
    """Show the page again with why nothing was written; lead on where it had been before."""
    if isinstance(error, Refused):
        form.refuse(error)
        return shown(place, form, 422)
    if isinstance(error, Stale):
        form.refusal = _(error.sentence)
        return shown(place, form, 409, fresh=True)
    if not isinstance(error, AskedAlready):
        return shown_anew(place, form, error)
    if not error.adds:
        return redirect(arrived(form)(received_already(place, error)), code=303)
    form.before = error
    return shown(place, form, 409)


def shown(
    place: Place,
    form: WordingForm,
    status: int,
    *,
    fresh: bool = False,
    waited: bool = False,
    begun: bool = False,
) -> ResponseReturnValue:
    """Keep what was typed and lead to its page, to which *Back* finds; a script gets it at once."""
    check_desk(db(), actor(), place)
    answer = answer_with(form, status, fresh=fresh, waited=waited, begun=begun)
    with_key(form)
    kept = keeping(form, request.path, answer)
    before(lambda own: keep_typed(own, actor(), kept))
    address = f"{request.path}?form={kept.form_key}"
    if not is_by_script():
        return redirect(address, code=303)
    return draw(place, form, answer), status, {SHOWN_AT: address}


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
        settle(form)
        if FORM_KEY.fullmatch(form.form_key.data or ""):
            flash(form.form_key.data or "", "arrived")
        return goal

    return tell


def settle(form: WordingForm) -> None:
    """Note that words which were looked at before are sent, or kept as a draft."""
    if show_typed(db(), actor(), request.path, form.form_key.data or "") is not None:
        kept = keeping(form, request.path, FormAnswer(), done=True)
        keep_typed(db(), actor(), kept)


def draw(
    place: Place, form: WordingForm, answer: FormAnswer | None = None, note: TypedNote | None = None
) -> str:
    """Draw the page; after a stale act it carries what is shown now, so that it can be sent."""
    fresh, waited = (answer.fresh, answer.waited) if answer else (False, False)
    page = show_desk(db(), actor(), place, form.typed(fresh=fresh), stale=fresh, back=waited)
    return render(page, form, note)


def render(page: DeskPage, form: WordingForm, note: TypedNote | None) -> str:
    """Fill the template."""
    earlier = show_earlier(db(), actor(), page.statement, form.before) if form.before else None
    return render_template(
        "amendments/write.html", page=page, form=form, earlier=earlier, note=note
    )


def shown_anew(place: Place, form: WordingForm, before: SentBefore) -> ResponseReturnValue:
    """Show the page as if it were opened now, with the words of a form that was used before."""
    form.before = before
    if form.kind.data in BEGUN:
        with suppress(Forbidden, NotVisible):
            return shown(form.place(place.statement), form, 409, begun=True)
    return lead_on(place.statement, before), 409


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
