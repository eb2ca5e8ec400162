"""Addresses of amendments."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from drafting.actions.ask_to_join import AskToJoin, ask_to_join
from drafting.actions.discard_draft import DiscardDraft, discard_draft
from drafting.actions.join_amendment import JoinAmendment, join_amendment
from drafting.actions.leave_amendment import LeaveAmendment, leave_amendment
from drafting.actions.mark_ready import MarkReady, mark_ready
from drafting.actions.submit_amendment import SubmitAmendment, submit_amendment
from drafting.actions.withdraw_amendment import WithdrawAmendment, withdraw_amendment
from drafting.web.addresses import page_it_stood_on
from drafting.web.desk import at_desk, at_draft, sent_unseen
from drafting.web.forms import Form, answer
from drafting.web.forms_amendments import FilterForm, JoinForm, SendForm
from drafting.web.identity import actor
from drafting.web.presenters.amendments_lists import Narrowed, show_all, show_mine
from drafting.web.presenters.amendments_page import View, show_amendment
from drafting.web.presenters.amendments_receipt import show_receipt
from drafting.web.presenters.amendments_start import Place
from drafting.web.transaction import db

routes = Blueprint("amendments", __name__, url_prefix="/texts/<slug:statement>")
BOTH = ["GET", "POST"]


@routes.route("/paragraphs/<key:paragraph>/change", methods=BOTH)
def change_paragraph(statement: str, paragraph: str) -> ResponseReturnValue:
    """Write other words for a paragraph."""
    return at_desk(Place(statement, "paragraph", paragraph=paragraph))


@routes.route("/sections/<key:section>/change", methods=BOTH)
def change_section(statement: str, section: str) -> ResponseReturnValue:
    """Write other words for a whole section, with formatting, and its title."""
    return at_desk(Place(statement, "section", section=section))


@routes.route("/sections/new", methods=BOTH)
@routes.route("/sections/new/after/<key:after>", methods=BOTH)
def add_section(statement: str, after: str = "") -> ResponseReturnValue:
    """Write a section more."""
    return at_desk(Place(statement, "add", after=after))


@routes.route("/sections/<key:section>/drop", methods=BOTH)
def drop_section(statement: str, section: str) -> ResponseReturnValue:
    """Ask to take a section out."""
    return at_desk(Place(statement, "drop", section=section))


@routes.route("/sections/<key:section>/move", methods=BOTH)
def move_section(statement: str, section: str) -> ResponseReturnValue:
    """Ask to put a section elsewhere."""
    return at_desk(Place(statement, "move", section=section))


@routes.route("/drafts/<key:draft>", methods=BOTH)
def edit_draft(statement: str, draft: str) -> ResponseReturnValue:
    """Go on with a draft of the group, or with words typed in it after it was sent."""
    return at_draft(Place(statement, draft=draft), draft)


@routes.post("/drafts/<key:draft>/ready")
def make_ready(statement: str, draft: str) -> ResponseReturnValue:
    """Ask the senders of the group to send a draft."""
    mark_ready(db(), actor(), MarkReady(statement, draft))
    return redirect(url_for(".mine", statement=statement), code=303)


@routes.post("/drafts/<key:draft>/send")
def send_draft(statement: str, draft: str) -> ResponseReturnValue:
    """Send a draft as it stands."""
    form = SendForm()
    sending = SubmitAmendment(statement, "", None, form.audience, form.form_key.data or "", draft)
    return sent_unseen(statement, draft, lambda: submit_amendment(db(), actor(), sending))


@routes.post("/drafts/<key:draft>/discard")
def discard(statement: str, draft: str) -> ResponseReturnValue:
    """Throw a draft away."""
    discard_draft(db(), actor(), DiscardDraft(statement, draft))
    return redirect(url_for(".mine", statement=statement), code=303)


@routes.get("/changes/<label:number>")
def show(statement: str, number: int) -> ResponseReturnValue:
    """Show an amendment: one page for both sides."""
    return page(statement, number, JoinForm())


@routes.get("/changes/<label:number>/receipt")
def receipt(statement: str, number: int) -> ResponseReturnValue:
    """Show that it arrived, and how it fits."""
    shown = show_receipt(db(), actor(), statement, number)
    return render_template("amendments/receipt.html", page=shown)


@routes.route("/changes/<label:number>/revise", methods=BOTH)
def revise(statement: str, number: int) -> ResponseReturnValue:
    """Put other words into what waits."""
    return at_desk(Place(statement, number=number))


@routes.post("/changes/<label:number>/withdraw")
def withdraw(statement: str, number: int) -> ResponseReturnValue:
    """Take back what the own group sent."""
    withdraw_amendment(db(), actor(), WithdrawAmendment(statement, number))
    flash(_("Taken back. It is closed, and stays to be read."), "done")
    return redirect(url_for(".show", statement=statement, number=number), code=303)


@routes.post("/changes/<label:number>/join")
def join(statement: str, number: int) -> ResponseReturnValue:
    """Join what another group asks."""
    form = JoinForm()
    return answer(
        form,
        lambda: join_amendment(
            db(), actor(), JoinAmendment(statement, number, form.mark, form.read.data or 0)
        ),
        lambda _row: after_joining(form, statement, number, _("Your group has joined.")),
        lambda: page(statement, number, form),
    )


@routes.post("/changes/<label:number>/leave")
def leave(statement: str, number: int) -> ResponseReturnValue:
    """Take the own group's name off it."""
    form = JoinForm()
    return answer(
        form,
        lambda: leave_amendment(db(), actor(), LeaveAmendment(statement, number, form.mark)),
        lambda _row: after_joining(form, statement, number, _("Your group is not among them.")),
        lambda: page(statement, number, form),
    )


@routes.post("/changes/<label:number>/ask-to-join")
def ask(statement: str, number: int) -> ResponseReturnValue:
    """Ask the own senders to join it."""
    form = JoinForm()
    return answer(
        form,
        lambda: ask_to_join(db(), actor(), AskToJoin(statement, number, form.mark)),
        lambda _row: after_joining(form, statement, number, _("Your sender is asked to join.")),
        lambda: page(statement, number, form),
    )


@routes.get("/my-changes")
def mine(statement: str) -> ResponseReturnValue:
    """Show drafts and all that the own groups sent."""
    return render_template("amendments/mine.html", page=show_mine(db(), actor(), statement))


@routes.get("/changes")
def index(statement: str) -> ResponseReturnValue:
    """Show all that was sent."""
    form = FilterForm(request.args)
    narrowed = Narrowed(form.state.data, form.group.data, form.section.data)
    shown = show_all(db(), actor(), statement, narrowed)
    return render_template("amendments/index.html", page=shown)


def page(statement: str, number: int, form: Form) -> str:
    """Draw an amendment's page; `form` carries what was refused."""
    asked = View(request.args.get("view", ""), request.args.get("revision", type=int))
    shown = show_amendment(db(), actor(), statement, number, asked)
    return render_template("amendments/show.html", page=shown, form=form)


def after_joining(form: JoinForm, statement: str, number: int, said: str) -> str:
    """Say what was done, and return where a group goes on that joined, or did not."""
    flash(said, "done")
    back = form.back.data or ""
    return page_it_stood_on(back, "amendments.show", statement=statement, number=number)
