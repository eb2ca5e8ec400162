"""Addresses of people: inviting, links, rights."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from drafting.actions.invite_people import InvitePeople, invite_people
from drafting.actions.moderate_statement import moderate_statement
from drafting.actions.name_sender import NameSender, name_sender
from drafting.actions.remove_right import RemoveRight, remove_right
from drafting.actions.renew_links import RenewLinks, renew_links
from drafting.actions.revoke_link import RevokeLink, revoke_link
from drafting.errors import Refused
from drafting.rules.invitations import Invitee
from drafting.web.addresses import site_address
from drafting.web.forms_groups import GroupForm
from drafting.web.forms_people import (
    NewGroupForm,
    PasteForm,
    group_fields,
    groups_asked,
    read_groups,
    read_rows,
    sound_groups,
)
from drafting.web.identity import actor
from drafting.web.presenters.people import show_people, show_site_people, waiting_people
from drafting.web.presenters.people_review import propose_groups, read_pasted, show_review
from drafting.web.presenters.sign_ins import show_invited, show_renewed
from drafting.web.transaction import db

routes = Blueprint("people", __name__)


@routes.get("/texts/<slug:statement>/people")
def index(statement: str) -> str:
    """Show who may do what, with the forms to invite and to make groups."""
    return draw_people(statement, PasteForm())


def draw_people(statement: str, form: PasteForm) -> str:
    """Draw the page of people, with what was typed."""
    page = show_people(db(), actor(), statement)
    return render_template("people/index.html", page=page, form=form, group_form=GroupForm())


@routes.post("/texts/<slug:statement>/people/review")
def review(statement: str) -> ResponseReturnValue:
    """Show how pasted lines were understood; nothing is written yet."""
    form = PasteForm()
    if not form.validate_on_submit():
        return draw_people(statement, form), 422
    rows = read_pasted(db(), actor(), statement, form.lines.data)
    proposed = propose_groups(db(), actor(), statement, rows)
    return draw_review(statement, rows, read_groups(group_fields(proposed)))


def draw_review(
    statement: str,
    rows: tuple[Invitee, ...],
    groups: tuple[NewGroupForm, ...],
    refusal: Refused | None = None,
) -> str:
    """Draw the review with all that was typed, and what is wrong with it."""
    page = show_review(db(), actor(), statement, rows, groups_asked(groups))
    groups = tuple(form for form in groups if form.word.data in page.new)
    for form in groups:
        form.show_faults(page.faults.get(form.word.data or ""))
    return render_template("people/review.html", page=page, groups=groups, refusal=refusal)


@routes.post("/texts/<slug:statement>/people/invite")
def invite(statement: str) -> ResponseReturnValue:
    """Invite all, and show their links: in this answer alone, because they are kept nowhere."""
    rows, groups = read_rows(request.form), read_groups(request.form)
    site, asked = site_address(), sound_groups(groups)
    try:
        made = invite_people(db(), actor(), InvitePeople(statement, rows, site, asked))
    except Refused as refusal:
        db().rollback()
        return draw_review(statement, rows, groups, refusal), 422
    page = show_invited(db(), actor(), statement, made, site)
    return render_template("people/sheet.html", page=page, renewed=False)


@routes.post("/texts/<slug:statement>/people/<int:person>/link")
def renew(statement: str, person: int) -> ResponseReturnValue:
    """Make a person's new link and show it: in this answer alone."""
    return draw_renewed(statement, (person,))


@routes.post("/texts/<slug:statement>/people/<int:person>/revoke")
def revoke(statement: str, person: int) -> ResponseReturnValue:
    """End the links of a person that were not used."""
    revoke_link(db(), actor(), RevokeLink(statement, person))
    flash(_("The link no longer opens."), "done")
    return redirect(url_for("people.index", statement=statement), code=303)


@routes.post("/texts/<slug:statement>/people/sheet")
def sheet(statement: str) -> ResponseReturnValue:
    """Make new links for all who have not come in yet, to be printed."""
    return draw_renewed(statement, waiting_people(db(), actor(), statement))


def draw_renewed(statement: str, people: tuple[int, ...]) -> str:
    """Renew links and draw them."""
    made = renew_links(db(), actor(), RenewLinks(people))
    page = show_renewed(db(), actor(), statement, made, site_address())
    return render_template("people/sheet.html", page=page, renewed=True)


@routes.post("/texts/<slug:statement>/people/<int:grant>/remove")
def remove(statement: str, grant: int) -> ResponseReturnValue:
    """Remove a right."""
    remove_right(db(), actor(), RemoveRight(statement, grant, site_address()))
    flash(_("The right was removed."), "done")
    return redirect(url_for("people.index", statement=statement), code=303)


@routes.post("/texts/<slug:statement>/people/<int:grant>/sender")
def make_sender(statement: str, grant: int) -> ResponseReturnValue:
    """Let a writer send."""
    name_sender(db(), actor(), NameSender(statement, grant))
    flash(_("This person sends now."), "done")
    return redirect(url_for("people.index", statement=statement), code=303)


@routes.post("/texts/<slug:statement>/people/moderate")
def moderate(statement: str) -> ResponseReturnValue:
    """Let the administrator moderate too, while nobody else does."""
    moderate_statement(db(), actor(), statement)
    flash(_("You moderate this text now."), "done")
    return redirect(url_for("statements.text", statement=statement), code=303)


@routes.get("/site/people")
def site() -> str:
    """Show everybody to the administrator."""
    return render_template("people/site.html", page=show_site_people(db(), actor()))


@routes.post("/site/people/<int:person>/link")
def renew_on_site(person: int) -> str:
    """Make anybody's new link and show it: in this answer alone."""
    made = renew_links(db(), actor(), RenewLinks((person,), on_site=True))
    page = show_renewed(db(), actor(), None, made, site_address())
    return render_template("people/sheet.html", page=page, renewed=True)
