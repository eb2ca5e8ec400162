"""How often one address may try to sign in."""

from __future__ import annotations

from flask import Flask
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from drafting.web.identity import settings

limiter = Limiter(get_remote_address, storage_uri="memory://")


def init_limits(app: Flask) -> None:
    """Bind the limiter; counts live in this process alone and are lost with it."""
    limiter.init_app(app)


def sign_in_limit() -> str:
    """Return the operator's limit, in the limiter's own words: *10 per 10 minutes*."""
    return settings().sign_in_limit
