"""Whether the words of a refused form are offered for sending again: nothing typed is ever lost."""

from __future__ import annotations

from flask import request

from drafting.web.csrf import FIELD
from drafting.web.identity import signed_in

ELSEWHERE = frozenset({"cross-site", "same-site"})
"""What `Sec-Fetch-Site` says of a form that stood on somebody else's page."""


def may_send_again() -> bool:
    """Whether this form may be shown with a fresh token.

    Not when it came from another site (its words are somebody else's, and one tap would send
    them), and not when it was for signing in.
    """
    if request.method != "POST" or not set(request.form) - {FIELD}:
        return False
    if (request.endpoint or "").startswith("sign_ins."):
        return False
    return request.headers.get("Sec-Fetch-Site") not in ELSEWHERE


def was_signed_out() -> bool:
    """Whether somebody sent words without a session: most often it ended while they wrote."""
    return signed_in() is None and may_send_again()
