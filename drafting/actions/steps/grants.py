"""Giving and removing rights."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from drafting.rules.actors import Right
from drafting.rules.invitations import Invitee
from drafting.store.models import Grant, Group, Person, Statement
from drafting.store.queries.grants import find_grant


def give_right(
    session: Session,
    statement: Statement,
    person: Person,
    right: Right,
    group: Group | None,
    at: datetime,
) -> Grant:
    """Give a right that waits to be taken up; one that was removed is given anew."""
    group_id = group.id if group else None
    grant = find_grant(session, person.id, statement.id, right, group_id)
    if grant is None:
        grant = Grant(
            person_id=person.id,
            statement_id=statement.id,
            right=right,
            group_id=group_id,
        )
        session.add(grant)
    grant.made_at, grant.taken_up_at, grant.removed_at = at, None, None
    session.flush()
    return grant


def give_title(grant: Grant, invitee: Invitee) -> None:
    """Write what stands in the programme; it gives no right."""
    grant.title = invitee.title
    grant.organisation = invitee.organisation
    grant.printed = invitee.printed
