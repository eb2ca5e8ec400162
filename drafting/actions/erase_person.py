"""Erase a person: nothing of the site names them any more, and the record still verifies."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from drafting.actions.steps.grants import end_right
from drafting.errors import N_, Refused
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import (
    Hand,
    Message,
    Person,
    Receipt,
    SignIn,
    SignInLink,
    TypedForm,
)
from drafting.store.queries.people import count_administrators, get_person
from drafting.store.queries.statements import lock_statement

NAME = "(erased)"


@dataclass(frozen=True, slots=True)
class ErasePerson:
    """Who, by number, and the address under which people reach the site, for a mail."""

    person: int
    site: str


def erase_person(session: Session, actor: Actor, request: ErasePerson) -> Person:
    """Empty the hands and the account of a person; what groups asked and were answered stays.

    Raises: Refused for the last moderator of a text, and for the last administrator.
    """
    require(actor, Permission.ADMINISTER, Scope())
    person = get_person(session, request.person)
    if person.administrator and count_administrators(session) == 1:
        raise Refused(N_("This is the last administrator. Name another one first."))
    end_rights(session, person, actor, request.site)
    forget_hands(session, person)
    forget_account(session, person)
    session.flush()
    return person


def end_rights(session: Session, person: Person, actor: Actor, site: str) -> None:
    """Remove every right, with what the programme said of the person."""
    for grant in sorted(person.grants, key=lambda one: one.statement_id):
        statement = lock_statement(session, grant.statement_id)
        if grant.removed_at is None:
            end_right(session, statement, actor, grant, site)
        grant.title = grant.organisation = ""
        grant.printed = False


def forget_hands(session: Session, person: Person) -> None:
    """Empty the rows that say what the person did; the rows themselves stay."""
    session.execute(
        update(Hand)
        .where(Hand.person_id == person.id)
        .values(person_id=None, right=None, at=None, nonce=None)
    )


def forget_account(session: Session, person: Person) -> None:
    """Delete sessions, links, mails, receipts, typed words; leave an account nobody can use."""
    session.execute(
        update(SignInLink).where(SignInLink.made_by_id == person.id).values(made_by_id=None)
    )
    for table in (SignIn, SignInLink, Message, Receipt, TypedForm):
        session.execute(delete(table).where(table.person_id == person.id))
    person.name, person.handle = NAME, f"erased-{person.id}"
    person.email = person.password_hash = person.language = None
    person.administrator = False
