"""Addresses at which a text is brought in."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from drafting.actions.bring_in_text import bring_in_text
from drafting.actions.reshape_intake import ReshapeIntake, reshape_intake
from drafting.actions.save_intake import SaveIntake, save_intake
from drafting.web.forms import answer
from drafting.web.forms_intakes import SplitForm, UploadForm
from drafting.web.identity import actor, settings
from drafting.web.presenters.intakes import show_split, show_upload
from drafting.web.transaction import db

routes = Blueprint("intakes", __name__, url_prefix="/texts/<slug:statement>/bring-in")


@routes.get("")
def bring_in(statement: str) -> str:
    """Show where a file is chosen."""
    return draw_upload(statement, UploadForm())


@routes.post("")
def upload(statement: str) -> ResponseReturnValue:
    """Read a file and propose a split."""
    form, most = UploadForm(), settings().upload_megabytes
    return answer(
        form,
        lambda: bring_in_text(db(), actor(), form.asked(statement, most)),
        lambda _made: url_for("intakes.split", statement=statement),
        lambda: draw_upload(statement, form),
    )


@routes.get("/split")
def split(statement: str) -> str:
    """Show the proposed split."""
    return draw_split(statement, SplitForm())


@routes.post("/split")
def reshape(statement: str) -> ResponseReturnValue:
    """Take one step on the split, or save it."""
    form = SplitForm()
    if form.do.data == "save":
        return save(statement, form)
    return answer(
        form,
        lambda: reshape_intake(db(), actor(), ReshapeIntake(statement, *form.asked())),
        lambda _made: url_for("intakes.split", statement=statement, _anchor=form.anchor()),
        lambda: draw_split(statement, form),
    )


def save(statement: str, form: SplitForm) -> ResponseReturnValue:
    """Make the Zero draft."""
    return answer(
        form,
        lambda: save_intake(db(), actor(), SaveIntake(statement, *form.asked())),
        lambda _made: url_for("statements.text", statement=statement),
        lambda: draw_split(statement, form),
    )


def draw_upload(statement: str, form: UploadForm) -> str:
    """Draw the page on which a file is chosen."""
    page = show_upload(db(), actor(), statement, settings().upload_megabytes)
    return render_template("intakes/bring_in.html", page=page, form=form)


def draw_split(statement: str, form: SplitForm) -> str:
    """Draw the proposed split."""
    page = show_split(db(), actor(), statement)
    return render_template("intakes/split.html", page=page, form=form)
