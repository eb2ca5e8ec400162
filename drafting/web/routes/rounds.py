"""Addresses of rounds: the sessions of a text, opened and closed."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from drafting.actions.close_round import CloseRound, close_round
from drafting.actions.open_round import open_round
from drafting.actions.set_round import set_round
from drafting.web.forms import answer
from drafting.web.forms_rounds import RoundForm
from drafting.web.identity import actor
from drafting.web.presenters.rounds import show_rounds, zone_for
from drafting.web.transaction import db

routes = Blueprint("rounds", __name__)


@routes.get("/texts/<slug:statement>/sessions")
def index(statement: str) -> ResponseReturnValue:
    """Show the sessions."""
    return drawn(RoundForm(), statement, None)


@routes.post("/texts/<slug:statement>/sessions")
def create(statement: str) -> ResponseReturnValue:
    """Name a session."""
    form = RoundForm()
    return changed(
        form, statement, None, lambda zone: set_round(db(), actor(), form.asked(statement, zone))
    )


@routes.post("/texts/<slug:statement>/sessions/<int:row>")
def change(statement: str, row: int) -> ResponseReturnValue:
    """Set when a session opens and closes."""
    form = RoundForm()
    return changed(
        form,
        statement,
        row,
        lambda zone: set_round(db(), actor(), form.asked(statement, zone, row)),
    )


@routes.post("/texts/<slug:statement>/sessions/<int:row>/open")
def open_now(statement: str, row: int) -> ResponseReturnValue:
    """Open a session by the switch."""
    form = RoundForm()
    return changed(
        form,
        statement,
        row,
        lambda zone: open_round(db(), actor(), form.opening(statement, zone, row)),
        opening=True,
    )


@routes.post("/texts/<slug:statement>/sessions/<int:row>/close")
def close_now(statement: str, row: int) -> ResponseReturnValue:
    """Close a session by the switch."""
    form = RoundForm()
    return changed(
        form, statement, row, lambda _zone: close_round(db(), actor(), CloseRound(statement, row))
    )


def changed(
    form: RoundForm,
    statement: str,
    row: int | None,
    act: Callable[[str], object],
    *,
    opening: bool = False,
) -> ResponseReturnValue:
    """Answer any of the forms: they all lead back to the sessions."""
    return answer(
        form,
        lambda: act(zone_for(db(), actor(), statement)),
        lambda _round: url_for("rounds.index", statement=statement),
        lambda: drawn(form, statement, row, opening=opening),
    )


def drawn(form: RoundForm, statement: str, row: int | None, *, opening: bool = False) -> str:
    """Draw the page; `row` is the session whose form came back, `opening` its switch."""
    page = show_rounds(db(), actor(), statement)
    return render_template("rounds/index.html", page=page, form=form, row=row, opening=opening)
