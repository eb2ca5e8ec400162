"""The one table from error class to status and page."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Flask, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.exceptions import HTTPException

from drafting.errors import (
    DraftingError,
    Forbidden,
    NotVisible,
    Refused,
    SentBefore,
    Stale,
    TooMany,
    Unavailable,
)
from drafting.rules.labels import amendment_label
from drafting.store.session import NoConnectionLeft
from drafting.web.identity import actor, signed_in
from drafting.web.kept import may_send_again, was_signed_out
from drafting.web.presenters.surroundings import visible_statement
from drafting.web.transaction import db, without_database

STATUS: Mapping[type[DraftingError], int] = {
    NotVisible: 404,
    Forbidden: 403,
    Stale: 409,
    SentBefore: 409,
    Refused: 422,
    TooMany: 429,
    Unavailable: 503,
}
RETRY_AFTER = "30"
"""Seconds after which a browser or a script may ask again."""
SIGNED_OUT = frozenset({400, 403, 404})
"""What a form meets whose session has ended: no token, or nothing that the public may see."""

FOR_ALL = frozenset(
    {
        *("statements.show", "statements.who", "amendments.index"),
        *("journal.index", "journal.download"),
        *("editions.index", "editions.show", "editions.compare", "editions.download"),
    }
)
"""What everybody reads once a draft is published: what is missing there is not there."""
FOR_ACCOUNTS = frozenset({"sign_ins.me", "people.site", "messages.index", "statements.new"})
"""Inner addresses outside of any text."""

PAGES = frozenset({400, 403, 404, 405, 409, 413, 422, 429, 500})


def init_faults(app: Flask) -> None:
    """Answer every foreseen error with its page."""
    app.register_error_handler(DraftingError, show_error)
    app.register_error_handler(Unavailable, show_outage)
    app.register_error_handler(NoConnectionLeft, show_outage)
    app.register_error_handler(HTTPException, show_http_error)
    app.register_error_handler(Exception, show_crash)


def status_of(error: DraftingError) -> int:
    """Return the status of the nearest class in the table; what is missing in it is our fault."""
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)


def show_error(error: DraftingError) -> ResponseReturnValue:
    """Undo what was begun and say the error's own sentence."""
    try:
        db().rollback()
        return page(status_of(error), gettext(error.sentence, **error.values))
    except Unavailable as outage:
        return show_outage(outage)


def show_outage(error: Exception) -> ResponseReturnValue:
    """Show the page that needs no database, with all that was typed."""
    current_app.logger.error("the database does not answer: %s", error.__cause__ or error)
    without_database()
    shown = render_template("errors/503.html", again=may_send_again())
    return shown, 503, {"Retry-After": RETRY_AFTER}


def show_http_error(error: HTTPException) -> ResponseReturnValue:
    """Show the framework's own refusals in our words; redirects pass."""
    code = error.code or 500
    if code < 400:
        return error
    try:
        return page_of_refusal(code)
    except Unavailable as outage:
        return show_outage(outage)


def page_of_refusal(code: int) -> ResponseReturnValue:
    """Draw the page of one of the framework's own refusals."""
    if code == 413:  # the form cannot be read, so nothing of it can be shown again
        return render_template("errors/413.html", sentence="", again=False), code
    if code not in PAGES:
        return page(400, "")
    return page(code, "")


def show_crash(error: Exception) -> ResponseReturnValue:
    """Keep what is known in the log, without what people typed, and say sorry."""
    current_app.logger.error("unforeseen %s", type(error).__name__, exc_info=error)
    without_database()
    return page(500, "")


def page(status: int, sentence: str) -> ResponseReturnValue:
    """Draw the page of a status, or the one that keeps the words of somebody signed out."""
    if status in SIGNED_OUT and was_signed_out():
        return render_template("errors/signed_out.html", sentence=""), status
    if status == 404 and is_inner():
        return members_page(), status
    again = may_send_again()
    return render_template(f"errors/{status}.html", sentence=sentence, again=again), status


def is_inner() -> bool:
    """Whether a stranger opened an address of ours that is not there for everybody.

    Nothing is asked of what it names: the answer is the same whether it exists or not.
    """
    if signed_in() is not None or request.method != "GET" or request.endpoint is None:
        return False
    if "statement" not in (request.view_args or {}):
        return request.endpoint in FOR_ACCOUNTS
    slug = (request.view_args or {})["statement"]
    return request.endpoint not in FOR_ALL or visible_statement(db(), actor(), slug) is None


def members_page() -> str:
    """Draw the page that leads a stranger to an inner address by signing in."""
    number = (request.view_args or {}).get("number")
    label = amendment_label(number) if number is not None else ""
    goal = request.full_path.rstrip("?")
    return render_template("errors/members.html", sentence="", label=label, goal=goal)
