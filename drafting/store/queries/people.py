"""Finding people, by what they are called and by what they may do."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, selectinload

from drafting.errors import NotVisible
from drafting.rules.actors import Right
from drafting.store.models import Grant, Person


def get_person(session: Session, person_id: int | None) -> Person:
    """Return a person with grants, their groups and statements. Raises: NotVisible."""
    found = session.scalar(
        select(Person)
        .where(Person.id == person_id)
        .options(
            selectinload(Person.grants).selectinload(Grant.group),
            selectinload(Person.grants).selectinload(Grant.statement),
        )
        .execution_options(populate_existing=True)
    )
    if found is None:
        raise NotVisible
    return found


def find_person(session: Session, name: str) -> Person | None:
    """Return whoever signs in as this: handle or mail address, in any case."""
    typed = name.strip().lower()
    return session.scalar(
        select(Person).where(or_(Person.handle == typed, func.lower(Person.email) == typed))
    )


def find_by_email(session: Session, emails: Collection[str]) -> dict[str, Person]:
    """Return the people with these mail addresses, by address in small letters."""
    wanted = {email.lower() for email in emails if email}
    rows = session.scalars(select(Person).where(func.lower(Person.email).in_(wanted)))
    return {str(person.email).lower(): person for person in rows} if wanted else {}


def people_called(session: Session, name: str) -> Sequence[Person]:
    """Return the people of this handle, mail address or full name (command line)."""
    typed = name.strip().lower()
    return session.scalars(
        select(Person)
        .where(
            or_(
                Person.handle == typed,
                func.lower(Person.email) == typed,
                func.lower(Person.name) == typed,
            )
        )
        .order_by(Person.handle)
    ).all()


def handles_like(session: Session, handle: str) -> frozenset[str]:
    """Return the handles that begin so, of whoever has them."""
    return frozenset(
        session.scalars(
            select(Person.handle).where(Person.handle.startswith(handle, autoescape=True))
        )
    )


def list_people(session: Session) -> Sequence[Person]:
    """Return everybody with their rights, in the order of their handles."""
    return session.scalars(
        select(Person)
        .options(
            selectinload(Person.grants).selectinload(Grant.group),
            selectinload(Person.grants).selectinload(Grant.statement),
        )
        .order_by(Person.handle)
    ).all()


def people_in(session: Session, statement_id: int) -> Sequence[Person]:
    """Return everybody with a right in a statement, with all rights they hold anywhere."""
    here = select(Grant.person_id).where(
        Grant.statement_id == statement_id, Grant.removed_at.is_(None)
    )
    return session.scalars(
        select(Person)
        .where(Person.id.in_(here))
        .options(selectinload(Person.grants))
        .order_by(Person.id)
    ).all()


def moderators_of(session: Session, statement_id: int) -> Sequence[Person]:
    """Return the people who moderate a statement now."""
    return session.scalars(
        select(Person)
        .join(Grant, Grant.person_id == Person.id)
        .where(Grant.statement_id == statement_id, Grant.right == Right.DECIDE)
        .where(Grant.taken_up_at.is_not(None), Grant.removed_at.is_(None))
        .order_by(Person.id)
    ).all()


def count_administrators(session: Session) -> int:
    """Count those who administer the site."""
    return session.scalar(select(func.count()).where(Person.administrator.is_(True))) or 0


def has_administrator(session: Session) -> bool:
    """Say whether anybody administers the site."""
    return count_administrators(session) > 0
