"""One transaction a request: committed before the first byte when all went well."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from typing import TypeVar, cast

from flask import Flask, Response, current_app, g, request, session

from drafting.errors import NotVisible, Unavailable
from drafting.store.session import Engine, Session, open_session

Kept = TypeVar("Kept")
READING = frozenset({"GET", "HEAD", "OPTIONS"})
BROKEN = frozenset({500, 503})


def db() -> Session:
    """Return this request's session, opened on first use; only a POST may write through it."""
    if "db" not in g:
        g.cookie_before = deepcopy(dict(session))
        g.db = open_session(engine(), writing=request.method not in READING)
    return cast(Session, g.db)


def apart() -> Session:
    """Open a short transaction of its own, for what is kept although the request is refused."""
    return open_session(engine(), writing=True)


def aside() -> Session:
    """Open a short reading transaction, for slow work that must not hold up other writers."""
    return open_session(engine(), writing=False)


def afterwards(act: Callable[[Session], object], *, patient: bool = True) -> None:
    """Do something in a short transaction of its own, once the request's own has ended.

    Before that it would wait for the lock that a POST holds. What is not patient is left out
    where another writes: no reader of a page waits for it.
    """
    g.setdefault("afterwards", []).append((act, patient))


def before(act: Callable[[Session], Kept]) -> Kept:
    """Do something now in a short transaction of its own, kept whatever becomes of the request.

    What the request has begun is given up first: it would hold the lock. So this comes first.
    """
    if "db" in g:
        db().rollback()
    with apart() as own:
        kept = act(own)
        own.commit()
    return kept


def engine() -> Engine:
    """Return the engine of this application."""
    return cast(Engine, current_app.extensions["drafting.engine"])


def init_transactions(app: Flask, site_engine: Engine) -> None:
    """Bind the engine and end each request's transaction with its answer."""
    app.extensions["drafting.engine"] = site_engine
    app.after_request(finish)
    app.teardown_request(close)


def finish(response: Response) -> Response:
    """Commit when the answer is no error, else roll back; then do what comes afterwards."""
    if "db" in g:
        try:
            end_as(response)
        except Exception as error:  # noqa: BLE001  # whatever it is, its page is the answer
            response = answer_instead(error)
    for act, patient in g.pop("afterwards", ()) if response.status_code not in BROKEN else ():
        do_apart(act, patient=patient)
    return response


def end_as(response: Response) -> None:
    """Commit or roll back."""
    if response.status_code < 400:
        db().commit()
    else:
        db().rollback()


def answer_instead(error: Exception) -> Response:
    """Answer a request whose words could not be kept: its cookie must not say otherwise."""
    session.clear()
    session.update(g.cookie_before)
    return current_app.make_response(current_app.handle_user_exception(error))


def do_apart(act: Callable[[Session], object], *, patient: bool) -> None:
    """Do what comes afterwards; the answer stands already, so it is no worse without."""
    try:
        # What it is about may have gone with the request: then there is nothing left to note.
        with open_session(engine(), writing=True, patient=patient) as own, suppress(NotVisible):
            act(own)
            own.commit()
    except Unavailable:
        current_app.logger.warning("not noted: the database is busy, or does not answer")


def without_database() -> None:
    """Give up what was begun, and let the rest of this request ask the database nothing."""
    g.without_database = True
    with suppress(Unavailable):
        if "db" in g:
            db().rollback()


def is_without_database() -> bool:
    """Whether this request asks the database nothing any more."""
    return "without_database" in g


def close(_error: BaseException | None) -> None:
    """Give the connection back."""
    session = g.pop("db", None)
    if session is not None:
        session.close()
