"""Count a try to sign in, and forget those whose time has passed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Try
from drafting.store.queries.tries import find_try


@dataclass(frozen=True, slots=True)
class CountTry:
    """Under which key, for how long the first is remembered, and how many (-1 takes one back)."""

    key: str
    lasts: timedelta
    amount: int = 1


def count_try(session: Session, actor: Actor, request: CountTry) -> Try:
    """Add to the count, or begin one; what its time has forgotten cannot be taken back."""
    require(actor, Permission.SIGN_IN, Scope())
    session.execute(delete(Try).where(Try.until <= actor.at))
    row = find_try(session, request.key, actor.at, lock=True) or begun(session, actor, request)
    row.count = max(row.count + request.amount, 0)
    session.flush()
    return row


def begun(session: Session, actor: Actor, request: CountTry) -> Try:
    """Begin a count at nothing; of two at once the second goes on with the first one's."""
    row = Try(key=request.key, count=0, until=actor.at + request.lasts)
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        found = find_try(session, request.key, actor.at, lock=True)
        assert found is not None, "the key is there, or it could be added"
        return found
    return row
