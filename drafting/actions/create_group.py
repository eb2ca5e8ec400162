"""Create a group: its mark, its name, and the name the public will know it by for ever."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.errors import N_, BadInput
from drafting.rules.actors import Actor
from drafting.rules.marks import next_colour, read_mark
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Group
from drafting.store.queries.groups import groups_of
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class CreateGroup:
    """What is asked for; an empty `public_name` means the group's own name."""

    statement: str
    mark: str
    name: str
    public_name: str = ""


def create_group(session: Session, actor: Actor, request: CreateGroup) -> Group:
    """Create a group. Raises: BadInput at `mark` or `name`."""
    statement = get_statement(session, request.statement)
    require(actor, Permission.INVITE, Scope(statement_id=statement.id))
    lock_statement(session, statement.id)
    mark, others = read_mark(request.mark), groups_of(session, statement.id)
    if mark.casefold() in {other.mark.casefold() for other in others}:
        raise BadInput(N_("Another group has this mark."), field="mark")
    if request.name.casefold() in {other.name.casefold() for other in others}:
        raise BadInput(N_("Another group has this name."), field="name")
    group = Group(
        statement_id=statement.id,
        mark=mark,
        name=request.name,
        public_name=request.public_name or request.name,
        colour=next_colour(len(others)),
    )
    session.add(group)
    session.flush()
    return group
