"""Finding open sessions and unused links by the digest of their token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, selectinload

from drafting.errors import NotVisible
from drafting.rules.actors import Actor, Holding
from drafting.store.models import Grant, Person, SignIn, SignInLink


@dataclass(frozen=True, slots=True)
class Found:
    """An open session with its person, and what the person may do."""

    sign_in: SignIn
    actor: Actor


def digest_of(token: str) -> str:
    """Return what is kept of a token: hexadecimal SHA-256."""
    return sha256(token.encode()).hexdigest()


def find_signed_in(session: Session, token: str, at: datetime) -> Found | None:
    """Return the open session that this token names, at this instant."""
    sign_in = session.scalar(
        select(SignIn)
        .join(SignIn.person)
        .options(contains_eager(SignIn.person).selectinload(Person.grants))
        .where(SignIn.token_digest == digest_of(token))
        .where(SignIn.ended_at.is_(None), SignIn.expires_at > at)
    )
    return Found(sign_in, actor_of(sign_in.person, at)) if sign_in else None


def actor_of(person: Person, at: datetime) -> Actor:
    """Return what a person (with grants loaded) may do now."""
    return Actor(
        at=at,
        person_id=person.id,
        administrator=person.administrator,
        holdings=frozenset(
            Holding(grant.right, grant.statement_id, grant.group_id)
            for grant in person.grants
            if is_active(grant)
        ),
    )


def is_active(grant: Grant) -> bool:
    """Say whether a right was taken up and not removed."""
    return grant.taken_up_at is not None and grant.removed_at is None


def load_actor(session: Session, person_id: int, at: datetime) -> Actor:
    """Return what the person of this number may do now (command line, tests)."""
    person = session.scalars(
        select(Person).where(Person.id == person_id).options(selectinload(Person.grants))
    ).one()
    return actor_of(person, at)


def open_sign_ins(session: Session, person_id: int, at: datetime) -> Sequence[SignIn]:
    """Return the sessions a person has open, newest first."""
    return session.scalars(
        select(SignIn)
        .where(SignIn.person_id == person_id)
        .where(SignIn.ended_at.is_(None), SignIn.expires_at > at)
        .order_by(SignIn.id.desc())
    ).all()


def find_link(session: Session, token: str, *, lock: bool = False) -> SignInLink | None:
    """Return the link of this token in whatever state, its person's rights loaded.

    With `lock` nobody else can use it until the transaction ends.
    """
    grants = selectinload(SignInLink.person).selectinload(Person.grants)
    asked = (
        select(SignInLink)
        .options(grants.selectinload(Grant.group), grants.selectinload(Grant.statement))
        .where(SignInLink.token_digest == digest_of(token))
        .execution_options(populate_existing=True)
    )
    return session.scalar(asked.with_for_update() if lock else asked)


def people_with_links(session: Session, statement_id: int, at: datetime) -> frozenset[int]:
    """Return the people of a statement, by number, who hold a link that still opens."""
    return frozenset(
        session.scalars(
            select(SignInLink.person_id)
            .join(Grant, Grant.person_id == SignInLink.person_id)
            .where(Grant.statement_id == statement_id, Grant.removed_at.is_(None))
            .where(SignInLink.used_at.is_(None), SignInLink.revoked_at.is_(None))
            .where(SignInLink.expires_at > at)
        )
    )


def is_open(link: SignInLink, at: datetime) -> bool:
    """Say whether a link may still be used at this instant."""
    return link.used_at is None and link.revoked_at is None and at < link.expires_at


def get_sign_in(session: Session, person_id: int | None, sign_in_id: int) -> SignIn:
    """Return a session of this person. Raises: NotVisible."""
    found = session.scalar(
        select(SignIn).where(SignIn.id == sign_in_id, SignIn.person_id == person_id)
    )
    if found is None:
        raise NotVisible
    return found
