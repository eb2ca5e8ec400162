"""What a form that was not taken gives back: nothing typed is ever lost, no secret ever shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import request
from werkzeug.exceptions import HTTPException

from drafting.web.csrf import FIELD
from drafting.web.identity import signed_in

ELSEWHERE = frozenset({"cross-site", "same-site"})
"""What `Sec-Fetch-Site` says of a form that stood on somebody else's page."""
FREE = frozenset({"reason", "words", "markdown", "title", "heading", "room_question"})
"""Fields for words: one word alone is somebody's there, elsewhere it is what the page put in."""
DOOR = "sign_ins."
"""Forms for signing in and for one's password: nothing of them is ever repeated."""


@dataclass(frozen=True, slots=True)
class TypedField:
    """One field of a form that came; `shown` when somebody typed it, else the page put it in."""

    name: str
    value: str
    shown: bool


def typed_fields() -> Iterator[TypedField]:
    """Yield the fields of the form that came, for sending again or to be copied."""
    if is_at_door():
        return
    for name, value in sent_fields():
        if name != FIELD and "password" not in name:
            yield TypedField(name, value.replace("\x00", ""), is_shown(value))


def typed_words() -> Iterator[str]:
    """Yield what somebody typed, to be copied; also one word in a field for words."""
    for field in typed_fields():
        if field.shown or (field.value.strip() and field.name.split("-")[0] in FREE):
            yield field.value


def is_shown(value: str) -> bool:
    """Whether it must have been typed: what pages put in is one piece of ASCII."""
    return len(value.split()) > 1 or not value.isascii()


def sent_fields() -> list[tuple[str, str]]:
    """Return what came, in order; nothing of a form that is too large to be read."""
    try:
        return list(request.form.items(multi=True))
    except HTTPException:
        return []


def is_at_door() -> bool:
    """Whether this form is for signing in, or about one's own account."""
    return (request.endpoint or "").startswith(DOOR)


def may_send_again() -> bool:
    """Whether this form may be shown with a fresh token.

    Not when it came from another site (its words are somebody else's, and one tap would send
    them), and not when it was for signing in.
    """
    if (
        request.method != "POST"
        or is_at_door()
        or not {name for name, _ in sent_fields()} - {FIELD}
    ):
        return False
    return request.headers.get("Sec-Fetch-Site") not in ELSEWHERE


def was_signed_out() -> bool:
    """Whether somebody sent words without a session: most often it ended while they wrote."""
    return signed_in() is None and may_send_again()
