"""How often one address, and one name, may try to sign in."""

from __future__ import annotations

from flask import Flask, Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from limits import parse

from drafting.web.identity import settings

ROOM = 5
"""A whole room often shares one address: it may fail this many times as often as one name."""

limiter = Limiter(get_remote_address, storage_uri="memory://")


def init_limits(app: Flask) -> None:
    """Bind the limiter; counts live in this process alone and are lost with it."""
    limiter.init_app(app)


def sign_in_limit() -> str:
    """Return the operator's limit, in the limiter's own words: *10 per 10 minutes*."""
    return settings().sign_in_limit


def room_limit() -> str:
    """Return the limit of one address."""
    one = parse(settings().sign_in_limit)
    return f"{one.amount * ROOM} per {one.multiples} {one.GRANULARITY.name}"


def typed_name() -> str:
    """Return the name that somebody tries to sign in with."""
    return "name:" + request.form.get("name", "").strip().lower()


def counts(response: Response) -> bool:
    """Count a try, unless it went well: people who sign in rightly never use their room up."""
    return response.status_code != 303 or "link" in request.form


limit_name = limiter.limit(sign_in_limit, key_func=typed_name, deduct_when=counts)
limit_room = limiter.limit(room_limit, deduct_when=counts)
