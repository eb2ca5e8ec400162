"""Finding who holds which right in a statement."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from drafting.errors import NotVisible
from drafting.rules.actors import Right
from drafting.rules.invitations import Known, Role
from drafting.store.models import Grant


def get_grant(session: Session, statement_id: int, grant_id: int) -> Grant:
    """Return a right, removed or not, with its person and group. Raises: NotVisible."""
    found = session.scalar(
        select(Grant)
        .where(Grant.id == grant_id, Grant.statement_id == statement_id)
        .options(joinedload(Grant.person), joinedload(Grant.group))
    )
    if found is None:
        raise NotVisible
    return found


def grants_in(session: Session, statement_id: int) -> Sequence[Grant]:
    """Return every right in a statement that was not removed, people and groups loaded."""
    return session.scalars(
        select(Grant)
        .where(Grant.statement_id == statement_id, Grant.removed_at.is_(None))
        .options(joinedload(Grant.person), joinedload(Grant.group))
        .order_by(Grant.id)
    ).all()


def find_grant(
    session: Session, person_id: int, statement_id: int, right: Right, group_id: int | None
) -> Grant | None:
    """Return this very right of this person, removed or not."""
    return session.scalar(
        select(Grant)
        .where(Grant.person_id == person_id, Grant.statement_id == statement_id)
        .where(Grant.right == right, Grant.group_id.is_not_distinct_from(group_id))
        .order_by(Grant.id.desc())
        .limit(1)
    )


def active_grants(
    session: Session, statement_id: int, right: Right, group_id: int | None = None
) -> Sequence[Grant]:
    """Return who holds this right now, for this group where one is named, people loaded."""
    return session.scalars(
        select(Grant)
        .where(Grant.statement_id == statement_id, Grant.right == right)
        .where(Grant.group_id.is_not_distinct_from(group_id))
        .where(Grant.taken_up_at.is_not(None), Grant.removed_at.is_(None))
        .options(joinedload(Grant.person))
        .order_by(Grant.id)
    ).all()


def known_in(session: Session, statement_id: int) -> Known:
    """Return who was invited to a statement and not removed since."""
    roles = [
        (grant.person, Role(grant.right, grant.group.mark if grant.group else ""))
        for grant in grants_in(session, statement_id)
    ]
    return Known(
        names=frozenset((person.name.casefold(), role) for person, role in roles),
        mails=frozenset((person.email.casefold(), role) for person, role in roles if person.email),
    )
