"""Moderate a statement: the administrator begins alone, while it has no moderator."""

from __future__ import annotations

from sqlalchemy.orm import Session

from drafting.actions.steps.grants import give_right
from drafting.errors import N_, Refused
from drafting.rules.actors import Actor, Right
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Grant
from drafting.store.queries.grants import active_grants
from drafting.store.queries.people import get_person
from drafting.store.queries.statements import get_statement, lock_statement


def moderate_statement(session: Session, actor: Actor, slug: str) -> Grant:
    """Give the administrator the right to decide, taken up at once; asked twice it is one.

    Raises: Refused once somebody else moderates, because then moderators invite each other.
    """
    require(actor, Permission.ADMINISTER, Scope())
    statement = get_statement(session, slug)
    lock_statement(session, statement.id)
    moderators = active_grants(session, statement.id, Right.DECIDE)
    own = next((one for one in moderators if one.person_id == actor.person_id), None)
    if own is not None:
        return own
    if moderators:
        raise Refused(N_("This text has a moderator. Ask them to invite you."))
    person = get_person(session, actor.person_id)
    grant = give_right(session, statement, person, Right.DECIDE, None, actor.at)
    grant.title, grant.taken_up_at = "moderator", actor.at
    session.flush()
    return grant
