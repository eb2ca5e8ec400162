"""Who asks: the signed-in person as Flask-Login sees them, and as the rules do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app
from flask_login import AnonymousUserMixin, LoginManager, UserMixin, current_user

from drafting.actions.mark_seen import SELDOM, MarkSeen, mark_seen
from drafting.config import Settings
from drafting.rules.actors import Actor
from drafting.store.queries.sign_ins import find_signed_in
from drafting.web.transaction import afterwards, db, is_without_database


@dataclass(frozen=True)
class SignedIn(UserMixin):
    """The person behind a session cookie; `token` is what the cookie carries."""

    token: str
    sign_in_id: int
    name: str
    language: str | None
    own_device: bool
    actor: Actor

    def get_id(self) -> str:
        """Return what the cookie keeps: the session's token, never the person's number."""
        return self.token


def init_identity(app: Flask) -> None:
    """Teach Flask-Login to find people by their session's token."""
    # No template is given the person: a page for a database that is gone must not look for one.
    manager = LoginManager(app, add_context_processor=False)
    manager.session_protection = None  # a phone changes its address; sessions are ours to end
    manager.anonymous_user = AnonymousUserMixin
    manager.user_loader(load_signed_in)


def load_signed_in(token: str) -> SignedIn | None:
    """Find the session that this cookie names, if it is still open and can be looked up."""
    if is_without_database():
        return None
    found = find_signed_in(db(), token, settings().clock())
    if found is None:
        return None
    if found.actor.at - found.sign_in.seen_at >= SELDOM:
        seen = MarkSeen(found.sign_in.id)
        afterwards(lambda session: mark_seen(session, found.actor, seen), patient=False)
    return SignedIn(
        token=token,
        sign_in_id=found.sign_in.id,
        name=found.sign_in.person.name,
        language=found.sign_in.person.language,
        own_device=found.sign_in.own_device,
        actor=found.actor,
    )


def settings() -> Settings:
    """Return the settings of this application."""
    return cast(Settings, current_app.extensions["drafting.settings"])


def signed_in() -> SignedIn | None:
    """Return the signed-in person, or None for the public."""
    return current_user if isinstance(current_user, SignedIn) else None


def actor() -> Actor:
    """Return who acts in this request and when; the public when nobody is signed in."""
    person = signed_in()
    return person.actor if person else Actor(at=settings().clock())
