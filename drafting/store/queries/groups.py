"""Finding groups, and those whose last sender has gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from drafting.errors import NotVisible
from drafting.rules.actors import Right
from drafting.rules.marks import folded
from drafting.store.models import Grant, Group

ONCE_SENT = (Grant.right == Right.SEND, Grant.taken_up_at.is_not(None))
SENDS_NOW = (*ONCE_SENT, Grant.removed_at.is_(None))


def groups_of(session: Session, statement_id: int) -> Sequence[Group]:
    """Return the groups of a statement in the order in which they were made."""
    return session.scalars(
        select(Group).where(Group.statement_id == statement_id).order_by(Group.id)
    ).all()


def marks_by_name(groups: Iterable[Group]) -> dict[str, str]:
    """Return each group's mark by its name and by its mark, `folded`."""
    return {folded(word): group.mark for group in groups for word in (group.name, group.mark)}


def groups_by_id(session: Session, ids: Collection[int]) -> Sequence[Group]:
    """Return these groups, of any statement, in the order in which they were made."""
    if not ids:
        return ()
    return session.scalars(select(Group).where(Group.id.in_(ids)).order_by(Group.id)).all()


def get_group(session: Session, statement_id: int, mark: str) -> Group:
    """Return the group of this mark, in any case. Raises: NotVisible."""
    wanted = mark.casefold()
    for group in groups_of(session, statement_id):
        if group.mark.casefold() == wanted:
            return group
    raise NotVisible


def group_is_leaderless(session: Session, group_id: int | None) -> bool:
    """Say whether the group's last sender has gone, so that its writers may send.

    A group whose first sender has not come in yet is not leaderless: it never had one to lose.
    """
    once = session.scalar(select(exists().where(Grant.group_id == group_id, *ONCE_SENT)))
    now = session.scalar(select(exists().where(Grant.group_id == group_id, *SENDS_NOW)))
    return bool(once and not now)


def sender_named_since(session: Session, group_id: int | None, at: datetime) -> bool:
    """Say whether somebody was named a sender since then, come in or not."""
    named = exists().where(
        Grant.group_id == group_id,
        Grant.right == Right.SEND,
        Grant.removed_at.is_(None),
        Grant.made_at >= at,
    )
    return bool(session.scalar(select(named)))


def groups_without_sender(session: Session, statement_id: int) -> Sequence[Group]:
    """Return the groups of a statement whose last sender has gone."""
    once = exists().where(Grant.group_id == Group.id, *ONCE_SENT)
    now = exists().where(Grant.group_id == Group.id, *SENDS_NOW)
    return session.scalars(
        select(Group).where(Group.statement_id == statement_id, once, ~now).order_by(Group.id)
    ).all()
