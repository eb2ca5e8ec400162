"""One transaction a request: committed before the first byte when all went well."""

from __future__ import annotations

from typing import cast

from flask import Flask, Response, current_app, g, request

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


def engine() -> Engine:
    """Return the engine of this application."""
    return cast(Engine, current_app.extensions["drafting.engine"])


def init_transactions(app: Flask, site_engine: Engine) -> None:
    """Bind the engine and end each request's transaction with its answer."""
    app.extensions["drafting.engine"] = site_engine
    app.after_request(finish)
    app.teardown_request(close)


def finish(response: Response) -> Response:
    """Commit when the answer is no error, else roll back."""
    if "db" in g:
        if response.status_code < 400:
            db().commit()
        else:
            db().rollback()
    return response


def close(_error: BaseException | None) -> None:
    """Give the connection back."""
    session = g.pop("db", None)
    if session is not None:
        session.close()
