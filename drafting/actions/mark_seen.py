"""Note that a session is in use, to the hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import SignIn
from drafting.store.queries.sign_ins import get_sign_in

SELDOM = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class MarkSeen:
    """Which session, by its number."""

    sign_in: int


def mark_seen(session: Session, actor: Actor, request: MarkSeen) -> SignIn:
    """Keep when a session was last used, at most once an hour. Raises: NotVisible."""
    require(actor, Permission.KEEP_ACCOUNT, Scope(person_id=actor.person_id))
    sign_in = get_sign_in(session, actor.person_id, request.sign_in)
    if actor.at - sign_in.seen_at >= SELDOM:
        sign_in.seen_at = actor.at
        session.flush()
    return sign_in
