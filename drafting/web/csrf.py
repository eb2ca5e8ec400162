"""The token of every form, masked afresh in each answer so that its size tells nothing."""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error

from flask import Flask, request
from flask_wtf.csrf import CSRFProtect, generate_csrf

FIELD = "csrf_token"


def mask(token: str) -> str:
    """Hide a token behind a fresh pad of its own length; `unmask` gives it back."""
    plain = token.encode()
    pad = secrets.token_bytes(len(plain))
    return urlsafe_b64encode(pad + combine(plain, pad)).decode()


def unmask(masked: str) -> str:
    """Return the token behind the pad; what was never masked gives an empty one."""
    try:
        both = urlsafe_b64decode(masked.encode())
        return combine(both[len(both) // 2 :], both[: len(both) // 2]).decode()
    except (Base64Error, ValueError):
        return ""


def combine(one: bytes, other: bytes) -> bytes:
    """Exclusive-or of two runs of equal length."""
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


class MaskedTokens(CSRFProtect):
    """Flask-WTF's check, on the token behind the mask."""

    def _get_csrf_token(self) -> str | None:
        masked = request.form.get(FIELD, "")
        return unmask(masked) or None


def init_csrf(app: Flask) -> None:
    """Check every POST; templates write `csrf_token()`."""
    MaskedTokens(app)
    app.jinja_env.globals[FIELD] = lambda: mask(generate_csrf())
