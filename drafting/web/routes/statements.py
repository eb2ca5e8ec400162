"""Addresses of statements: the home page, a new one, the text, who takes part."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from drafting.actions.create_statement import create_statement
from drafting.web.forms import answer
from drafting.web.forms_statements import LANGUAGES, StatementForm
from drafting.web.identity import actor
from drafting.web.presenters.statements import require_maker, show_entrance, show_home, show_who
from drafting.web.presenters.statements_text import show_text, view_of
from drafting.web.transaction import db

routes = Blueprint("statements", __name__)


@routes.get("/")
def home() -> ResponseReturnValue:
    """Lead to the one text, or list them."""
    page = show_home(db(), actor())
    if page.only and not page.may_make:
        return show(page.only)
    return render_template("statements/home.html", page=page)


@routes.route("/texts/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Make a text."""
    require_maker(actor())
    form = StatementForm()
    if request.method == "GET":
        return draw_new(form)
    return answer(
        form,
        lambda: create_statement(db(), actor(), form.asked()),
        lambda made: url_for("people.index", statement=made.slug),
        lambda: draw_new(form),
    )


def draw_new(form: StatementForm) -> str:
    """Draw the page that makes a text."""
    return render_template("statements/new.html", form=form, languages=LANGUAGES)


@routes.get("/texts/<slug:statement>")
def show(statement: str) -> ResponseReturnValue:
    """Lead to the text; the public to the newest published draft."""
    entrance = show_entrance(db(), actor(), statement)
    if entrance.reads:
        return redirect(url_for("statements.text", statement=statement), code=303)
    newest = url_for("editions.show", statement=statement, edition=entrance.newest)
    return redirect(newest, code=303)


@routes.get("/texts/<slug:statement>/text")
def text(statement: str) -> ResponseReturnValue:
    """Show the working text."""
    view, since = view_of(request.args)
    page = show_text(db(), actor(), statement, view, since)
    return render_template("statements/text.html", page=page)


@routes.get("/texts/<slug:statement>/who")
def who(statement: str) -> ResponseReturnValue:
    """Show who takes part."""
    return render_template("statements/who.html", page=show_who(db(), actor(), statement))
