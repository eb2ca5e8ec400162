"""Making people."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from drafting.rules.handles import first_free, handle_from
from drafting.store.models import Person
from drafting.store.queries.people import handles_like


def make_person(
    session: Session, name: str, email: str, at: datetime, *, administrator: bool = False
) -> Person:
    """Add a person under the first free handle of that name."""
    handle = handle_from(name)
    person = Person(
        name=name,
        handle=first_free(handle, handles_like(session, handle)),
        email=email.lower() or None,
        administrator=administrator,
        made_at=at,
    )
    session.add(person)
    session.flush()
    return person
