"""Sign in on another phone: a person makes a code for it, which opens once and soon ends."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.sign_ins import LINK_BY_CODE, draw_code, make_link
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.queries.people import get_person


@dataclass(frozen=True, slots=True)
class AddDevice:
    """Nothing more is asked: it is for whoever asks."""


def add_device(session: Session, actor: Actor, _request: AddDevice) -> str:
    """Return the code; as with every link only its digest is kept."""
    require(actor, Permission.KEEP_ACCOUNT, Scope(person_id=actor.person_id))
    person = get_person(session, actor.person_id)
    return make_link(session, person, actor, LINK_BY_CODE, draw_code())
