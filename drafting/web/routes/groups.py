"""Addresses of groups."""

from __future__ import annotations

from flask import Blueprint, flash, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from drafting.actions.create_group import CreateGroup, create_group
from drafting.web.forms import answer
from drafting.web.forms_groups import GroupForm
from drafting.web.forms_people import PasteForm
from drafting.web.identity import actor
from drafting.web.presenters.groups import require_maker, show_own_groups
from drafting.web.presenters.people import show_people
from drafting.web.transaction import db

routes = Blueprint("groups", __name__)


@routes.get("/texts/<slug:statement>/my-group")
def mine(statement: str) -> str:
    """Show the reader's own groups: what is ready, what is asked, who is in it."""
    page = show_own_groups(db(), actor(), statement)
    return render_template("groups/mine.html", page=page)


@routes.post("/texts/<slug:statement>/groups")
def create(statement: str) -> ResponseReturnValue:
    """Make a group."""
    require_maker(db(), actor(), statement)
    form = GroupForm()

    def act() -> str:
        create_group(db(), actor(), CreateGroup(statement, form.asked()))
        flash(_("The group is made. Invite its people now."), "done")
        return url_for("people.index", statement=statement)

    return answer(form, act, str, lambda: draw_people(statement, form))


def draw_people(statement: str, form: GroupForm) -> str:
    """Draw the page of people, where groups are made, with what was typed."""
    page = show_people(db(), actor(), statement)
    return render_template("people/index.html", page=page, form=PasteForm(), group_form=form)
