"""Sign in: a person who proved the password begins a session."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.sign_ins import Device, begin_sign_in
from drafting.errors import N_, BadInput
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import SignIn
from drafting.store.queries.people import get_person

WRONG = N_("This name and this password do not belong together.")
"""The one answer to an unknown name, a wrong password and an account without one."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Who typed the right password, and the hash it was checked against."""

    person_id: int
    password_hash: str


@dataclass(frozen=True, slots=True)
class SignInRequest:
    """The proof, None when it failed, and where the session begins."""

    proof: Proof | None
    device: Device


def sign_in(session: Session, actor: Actor, request: SignInRequest) -> SignIn:
    """Begin a session. Raises: BadInput when the password was wrong, or has changed meanwhile.

    The slow check comes before, outside of this transaction: on SQLite it would hold up all
    other writers.
    """
    require(actor, Permission.SIGN_IN, Scope())
    if request.proof is None:
        raise BadInput(WRONG, field="password")
    person = get_person(session, request.proof.person_id)
    if person.password_hash != request.proof.password_hash:
        raise BadInput(WRONG, field="password")
    return begin_sign_in(session, person, actor.at, request.device)
