"""Addresses of sections and their paragraphs: lasting places, versions, comparisons."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from drafting.actions.change_section_kind import change_section_kind
from drafting.actions.correct_section import correct_section
from drafting.errors import Stale
from drafting.web.addresses import numbers_in
from drafting.web.forms import Form, answer
from drafting.web.forms_sections import CorrectForm, KindForm
from drafting.web.identity import actor
from drafting.web.presenters.decisions_stale import show_stale
from drafting.web.presenters.sections import (
    show_comparison,
    show_paragraph,
    show_versions,
)
from drafting.web.presenters.sections_correct import show_correct
from drafting.web.transaction import db

routes = Blueprint("sections", __name__, url_prefix="/texts/<slug:statement>")


@routes.get("/paragraphs/<key:paragraph>")
def paragraph(statement: str, paragraph: str) -> str:
    """Show one paragraph at its lasting address."""
    page = show_paragraph(db(), actor(), statement, paragraph)
    return render_template("sections/paragraph.html", page=page)


@routes.get("/sections/<key:section>")
def versions(statement: str, section: str) -> str:
    """Show all versions of a section."""
    page = show_versions(db(), actor(), statement, section)
    return render_template("sections/versions.html", page=page)


@routes.get("/sections/<key:section>/compare")
def compare(statement: str, section: str) -> str:
    """Hold two versions of a section against each other."""
    wanted = numbers_in(request.args, "from", "to", spare=1)
    page = show_comparison(db(), actor(), statement, section, wanted)
    return render_template("sections/compare.html", page=page)


@routes.get("/sections/<key:section>/correct")
def correct(statement: str, section: str) -> str:
    """Show a section to be corrected."""
    form = CorrectForm(request.args)
    return correct_again(form, statement, section)


@routes.post("/sections/<key:section>/correct")
def correct_now(statement: str, section: str) -> ResponseReturnValue:
    """Correct a section; both texts are shown when it changed meanwhile."""
    form = CorrectForm()
    try:
        return answer(
            form,
            lambda: correct_section(db(), actor(), form.asked(statement, section)),
            lambda _version: url_for("sections.versions", statement=statement, section=section),
            lambda: correct_again(form, statement, section),
        )
    except Stale:
        return stale(statement, f"{section}:{form.seen.data or 0}")


def stale(statement: str, seen: str) -> ResponseReturnValue:
    """Show both texts: what was seen, and how it is now; nothing was written."""
    db().rollback()
    page = show_stale(db(), actor(), statement, (), seen, answering=False)
    return render_template("decisions/stale.html", page=page, sentence=page.sentence), 409


@routes.post("/sections/<key:section>/kind")
def kind(statement: str, section: str) -> ResponseReturnValue:
    """Say whether changes to a section are welcome, and whether it is in the final text."""
    form = KindForm()
    return answer(
        form,
        lambda: change_section_kind(db(), actor(), form.asked(statement, section)),
        lambda _section: url_for("sections.correct", statement=statement, section=section),
        lambda: correct_again(form, statement, section),
    )


def correct_again(form: Form, statement: str, section: str) -> str:
    """Draw the page with what was typed; the form of the kind brings no words back."""
    typed = form if isinstance(form, CorrectForm) else CorrectForm(None)
    typed.refusal = form.refusal
    formatted = bool(typed.formatted.data)
    page = show_correct(db(), actor(), statement, section, formatted=formatted)
    return render_template("sections/correct.html", page=page, form=typed)
