"""Makes people, their rights, and sessions they have open."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from drafting.rules.actors import Right
from drafting.store.models import Grant, Group, Person, SignIn, Statement
from drafting.store.queries.sign_ins import digest_of


def make_person(
    session: Session, name: str, at: datetime, *, administrator: bool = False
) -> Person:
    """Add a person whose handle is the name in small letters with hyphens."""
    handle = "-".join(name.lower().split())
    person = Person(name=name, handle=handle, administrator=administrator, made_at=at)
    session.add(person)
    session.flush()
    return person


def give_right(
    session: Session,
    person: Person,
    statement: Statement,
    right: Right,
    at: datetime,
    group: Group | None = None,
    *,
    removed: bool = False,
) -> Grant:
    """Add a right that was taken up at once (and removed at once, for a former member)."""
    grant = Grant(
        person_id=person.id,
        statement_id=statement.id,
        right=right,
        group_id=group.id if group else None,
        made_at=at,
        taken_up_at=at,
        removed_at=at if removed else None,
    )
    session.add(grant)
    session.flush()
    return grant


def open_sign_in(session: Session, person: Person, at: datetime) -> str:
    """Add an open session and return the token that its cookie carries."""
    token = f"token-of-{person.handle}-".ljust(43, "x")
    session.add(
        SignIn(
            person_id=person.id,
            token_digest=digest_of(token),
            began_at=at,
            seen_at=at,
            expires_at=at + timedelta(days=30),
            own_device=True,
        )
    )
    session.flush()
    return token
