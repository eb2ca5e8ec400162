"""How often one address, and one name, may try to sign in."""

from __future__ import annotations

import hmac
from datetime import timedelta

from flask import Flask, Response, current_app, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from limits import parse
from limits.storage import Storage

from drafting.actions.count_try import CountTry, count_try
from drafting.rules.actors import Actor
from drafting.store.models import Try
from drafting.store.queries.tries import find_try
from drafting.web.forms import tidy
from drafting.web.identity import settings
from drafting.web.transaction import afterwards, aside

ROOM = 5
"""A whole room often shares one address: it may fail this many times as often as one name."""


class Tries(Storage):
    """Keeps the counts in the database: several processes and a restart know them.

    A count is added when the request's own transaction has ended. What is counted stands there
    as a keyed digest, never as a name or an address.
    """

    STORAGE_SCHEME: list[str] | None = ["drafting"]  # noqa: RUF012  # as its base declares it

    @property
    def base_exceptions(self) -> type[Exception]:
        """Return what would be wrapped, which nobody asks for."""
        return Exception

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Add to a count, and say how much it will be; `expiry` is in seconds."""
        asked = CountTry(digest(key), timedelta(seconds=expiry), amount)
        public = Actor(at=settings().clock())
        afterwards(lambda session: count_try(session, public, asked))
        return self.get(key) + amount

    def get(self, key: str) -> int:
        """Return a count."""
        row = self._row(key)
        return row.count if row else 0

    def get_expiry(self, key: str) -> float:
        """Return when a count ends, in seconds of the epoch."""
        row = self._row(key)
        return (row.until if row else settings().clock()).timestamp()

    def check(self) -> bool:
        """Say that it can be used: without the database nothing can."""
        return True

    def reset(self) -> int | None:
        """Forget nothing: counts end by themselves."""
        return None

    def clear(self, key: str) -> None:
        """Forget nothing: counts end by themselves."""

    def _row(self, key: str) -> Try | None:
        with aside() as session:
            return find_try(session, digest(key), settings().clock())


def digest(key: str) -> str:
    """Return what is kept of a name or an address; only with the site's secret it is guessed."""
    secret = str(current_app.secret_key).encode()
    return hmac.digest(secret, key.encode(), "sha256").hex()


limiter = Limiter(get_remote_address, storage_uri="drafting://")


def init_limits(app: Flask) -> None:
    """Bind the limiter."""
    limiter.init_app(app)


def sign_in_limit() -> str:
    """Return the operator's limit, in the limiter's own words: *10 per 10 minutes*."""
    return settings().sign_in_limit


def room_limit() -> str:
    """Return the limit of one address."""
    one = parse(settings().sign_in_limit)
    return f"{one.amount * ROOM} per {one.multiples} {one.GRANULARITY.name}"


def typed_name() -> str:
    """Return the name that somebody tries to sign in with, read as the form reads it."""
    return "name:" + tidy(request.form.get("name", "")).lower()


def counts(response: Response) -> bool:
    """Count a try, unless it went well: people who sign in rightly never use their room up.

    What the database could not answer was no try, and cannot be counted.
    """
    if response.status_code == 503:
        return False
    return response.status_code != 303 or "link" in request.form


limit_name = limiter.limit(sign_in_limit, key_func=typed_name, deduct_when=counts)
limit_room = limiter.limit(room_limit, deduct_when=counts)
