"""One transaction a request: committed before the first byte when all went well."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import cast

from flask import Flask, Response, current_app, g, request

from drafting.errors import NotVisible
from drafting.store.session import Engine, Session, open_session

READING = frozenset({"GET", "HEAD", "OPTIONS"})


def db() -> Session:
    """Return this request's session, opened on first use; only a POST may write through it."""
    if "db" not in g:
        g.db = open_session(engine(), writing=request.method not in READING)
    return cast(Session, g.db)


def apart() -> Session:
    """Open a short transaction of its own, for what is kept although the request is refused."""
    return open_session(engine(), writing=True)


def aside() -> Session:
    """Open a short reading transaction, for slow work that must not hold up other writers."""
    return open_session(engine(), writing=False)


def afterwards(act: Callable[[Session], object]) -> None:
    """Do something in a short transaction of its own, once the request's own has ended.

    Before that it would wait for the lock that a POST holds.
    """
    g.setdefault("afterwards", []).append(act)


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
        if response.status_code < 400:
            db().commit()
        else:
            db().rollback()
    for act in g.pop("afterwards", ()):
        # What it is about may have gone with the request: then there is nothing left to note.
        with apart() as session, suppress(NotVisible):
            act(session)
            session.commit()
    return response


def close(_error: BaseException | None) -> None:
    """Give the connection back."""
    session = g.pop("db", None)
    if session is not None:
        session.close()
