"""Finding who holds which right in a statement."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, joinedload

from drafting.errors import NotVisible
from drafting.rules.actors import Right
from drafting.rules.invitations import Known, Role
from drafting.store.models import Grant
from drafting.store.queries.groups import groups_without_sender


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
        active_in(statement_id)
        .where(Grant.right == right)
        .where(Grant.group_id.is_not_distinct_from(group_id))
    ).all()


def voices_of(session: Session, statement_id: int, group_ids: Collection[int]) -> Sequence[Grant]:
    """Return who may send for these groups now: senders, or writers where the last has gone."""
    alone = [group.id for group in groups_without_sender(session, statement_id)]
    sends = (Grant.right == Right.SEND) & Grant.group_id.in_(group_ids)
    stands_in = (Grant.right == Right.WRITE) & Grant.group_id.in_(set(group_ids) & set(alone))
    return session.scalars(active_in(statement_id).where(or_(sends, stands_in))).all()


def everybody_in(session: Session, statement_id: int) -> Sequence[Grant]:
    """Return every right that is held now, people loaded."""
    return session.scalars(active_in(statement_id)).all()


def active_in(statement_id: int) -> Select[Grant]:
    """Ask for the rights of a statement that were taken up and not removed, people loaded."""
    return (
        select(Grant)
        .where(Grant.statement_id == statement_id)
        .where(Grant.taken_up_at.is_not(None), Grant.removed_at.is_(None))
        .options(joinedload(Grant.person))
        .order_by(Grant.id)
    )


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
