"""Name an administrator: a new account that runs the site, with the link to come in."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.people import make_person
from drafting.actions.steps.sign_ins import make_link
from drafting.errors import N_, BadInput
from drafting.rules.actors import Actor
from drafting.rules.invitations import ADDRESS, LONGEST_NAME
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Person
from drafting.store.queries.people import find_by_email
from drafting.store.queries.statements import lock_names


@dataclass(frozen=True, slots=True)
class NameAdministrator:
    """What the person is called, and a mail address or nothing."""

    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """The new administrator and the secret of the link, shown once and kept nowhere."""

    person: Person
    token: str


def name_administrator(session: Session, actor: Actor, request: NameAdministrator) -> Named:
    """Add the account. Raises: BadInput at `name` or `email`."""
    require(actor, Permission.ADMINISTER, Scope())
    if not 0 < len(request.name) <= LONGEST_NAME:
        raise BadInput(N_("Write the administrator's name."), field="name")
    if request.email and not ADDRESS.fullmatch(request.email):
        raise BadInput(N_("This is no mail address."), field="email")
    lock_names(session)
    if find_by_email(session, [request.email]):
        raise BadInput(N_("Somebody else has this mail address."), field="email")
    person = make_person(session, request.name, request.email, actor.at, administrator=True)
    return Named(person, make_link(session, person, actor))
