"""The cookie of a session: what it keeps between opening a link and coming in, and for how long."""

from __future__ import annotations

from collections.abc import Iterable

from flask import request, session
from flask_login import login_user, logout_user

from drafting.actions.steps.sign_ins import Device, draw_token
from drafting.store.queries.sign_ins import digest_of
from drafting.web.identity import load_signed_in, signed_in
from drafting.web.landing import take_goal

CANDIDATE = "coming_in"
CSRF = "csrf_token"


def device_of(link: str, *, own: bool) -> Device:
    """Say where a session is about to begin, with the token its cookie will carry.

    The token is drawn when the link is opened and kept in this browser's cookie, so that the
    button pressed again after a lost answer gives the same session. It is bound to the link:
    whoever could plant it would have to hold the link itself.
    """
    before = signed_in()
    return Device(
        token=candidate(link),
        own=own,
        name=device_name(request.headers.get("User-Agent", "")),
        replaces=before.sign_in_id if before else None,
    )


def candidate(link: str) -> str:
    """Return the token drawn for this link in this browser; without a link always a new one."""
    kept = session.get(CANDIDATE)
    if link and isinstance(kept, list) and kept[0] == digest_of(link)[:16]:
        return str(kept[1])
    token = draw_token()
    if link:
        session[CANDIDATE] = [digest_of(link)[:16], token]
    return token


def begin_here(device: Device) -> str | None:
    """Let this browser carry the session that has begun; return where the person was going.

    All that the cookie kept goes, but for the token of forms when nobody was signed in: a form
    whose session had ended can then be sent from its own page after signing in beside it.
    """
    goal = take_goal()
    kept = None if signed_in() else session.get(CSRF)
    session.clear()
    if kept:
        session[CSRF] = kept
    session.permanent = device.own
    login_user(load_signed_in(device.token))
    return goal


def end_here() -> None:
    """Let this browser forget everything."""
    logout_user()
    session.clear()


BROWSERS = (
    ("Opera Mini", "Opera Mini"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Edg", "Edge"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


def device_name(user_agent: str) -> str:
    """Name browser and system of a User-Agent header: *Firefox, Android*; empty when unknown."""
    names = (first(user_agent, BROWSERS), first(user_agent, SYSTEMS))
    return ", ".join(name for name in names if name)


def first(user_agent: str, signs: Iterable[tuple[str, str]]) -> str:
    """Return the name of the first sign that occurs."""
    return next((name for sign, name in signs if sign in user_agent), "")
