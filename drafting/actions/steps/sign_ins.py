"""Making and ending one-time links and sessions; tokens leave here once and are kept as digests."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, update
from sqlalchemy.orm import Session

from drafting.rules.actors import Actor
from drafting.rules.invitations import LINK_LIFE
from drafting.store.models import Person, SignIn, SignInLink
from drafting.store.queries.sign_ins import digest_of

OWN_DEVICE = timedelta(days=30)
OTHER_DEVICE = timedelta(hours=12)
LINK_BY_MAIL = timedelta(hours=2)
LINK_BY_CODE = timedelta(minutes=15)
CODE_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Signs that nobody takes for another: no I, O, 0, 1."""
CODE_LENGTH = 12
"""Of 32 signs: 60 random bits, which nobody guesses in the time that a code lives."""
LONGEST_DEVICE = 120


@dataclass(frozen=True, slots=True)
class Device:
    """Where a session begins: the token its cookie will carry, and whose device it is."""

    token: str
    own: bool = False
    name: str = ""
    replaces: int | None = None
    """The session that this browser had before, which ends now."""


def draw_token() -> str:
    """Draw a secret of 192 random bits, as 32 signs that may stand in an address."""
    return secrets.token_urlsafe(24)


def draw_code() -> str:
    """Draw a secret that is short enough to be typed."""
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))


def make_link(
    session: Session,
    person: Person,
    actor: Actor,
    life: timedelta = LINK_LIFE,
    secret: str = "",
) -> str:
    """Make a one-time link for a person and return its token, which is kept nowhere."""
    token = secret or draw_token()
    session.add(
        SignInLink(
            person_id=person.id,
            token_digest=digest_of(token),
            made_at=actor.at,
            made_by_id=actor.person_id,
            expires_at=actor.at + life,
        )
    )
    session.flush()
    return token


def revoke_links(session: Session, person: Person, at: datetime) -> None:
    """End every link of a person that was not used."""
    session.execute(
        update(SignInLink)
        .where(SignInLink.person_id == person.id)
        .where(SignInLink.used_at.is_(None), SignInLink.revoked_at.is_(None))
        .values(revoked_at=at)
    )


def begin_sign_in(session: Session, person: Person, at: datetime, device: Device) -> SignIn:
    """Begin a session and take up all rights that waited for the person (grants loaded)."""
    if device.replaces is not None:
        end_sign_ins(session, at, SignIn.id == device.replaces)
    for grant in person.grants:
        if grant.taken_up_at is None and grant.removed_at is None:
            grant.taken_up_at = at
    sign_in = SignIn(
        person_id=person.id,
        token_digest=digest_of(device.token),
        began_at=at,
        seen_at=at,
        expires_at=at + (OWN_DEVICE if device.own else OTHER_DEVICE),
        own_device=device.own,
        device=device.name[:LONGEST_DEVICE],
    )
    session.add(sign_in)
    session.flush()
    return sign_in


def end_sign_ins(session: Session, at: datetime, *which: ColumnElement[bool]) -> None:
    """End the open sessions that these conditions name."""
    session.execute(update(SignIn).where(SignIn.ended_at.is_(None), *which).values(ended_at=at))
