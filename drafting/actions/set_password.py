"""Set a password, the first or a new one; a change ends the person's other sessions."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from drafting.actions.steps.mails import password_mail
from drafting.actions.steps.messages import queue_message
from drafting.actions.steps.passwords import hash_password, password_fits
from drafting.actions.steps.sign_ins import end_sign_ins
from drafting.errors import N_, BadInput
from drafting.rules.actors import Actor
from drafting.rules.passwords import check_new_password
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Person, SignIn
from drafting.store.queries.people import get_person


@dataclass(frozen=True, slots=True)
class SetPassword:
    """The old one where there is one, the new one, and the session that goes on."""

    current: str = field(repr=False)
    password: str = field(repr=False)
    sign_in: int


def set_password(session: Session, actor: Actor, request: SetPassword) -> Person:
    """Keep the hash of the new password. Raises: BadInput at `current` or `password`."""
    require(actor, Permission.KEEP_ACCOUNT, Scope(person_id=actor.person_id))
    person = get_person(session, actor.person_id)
    before = person.password_hash
    if before and not password_fits(before, request.current):
        raise BadInput(N_("This is not your present password."), field="current")
    check_new_password(request.password, person.name, person.handle, person.email or "")
    person.password_hash = hash_password(request.password)
    if before:
        others = (SignIn.person_id == person.id, SignIn.id != request.sign_in)
        end_sign_ins(session, actor.at, *others)
        queue_message(session, person, password_mail(person.name), actor.at)
    return person
