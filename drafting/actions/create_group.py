"""Create a group: its mark, its name, and the name the public will know it by for ever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.errors import N_, BadInput
from drafting.rules.actors import Actor
from drafting.rules.marks import folded, next_colour, read_mark, unnamed
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Group
from drafting.store.queries.groups import groups_of
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class CreateGroup:
    """What is asked for; an empty `public_name` means the group's own name.

    A `hidden` group is known to the public as *A group*, the second one as *A group 2*.
    """

    statement: str
    mark: str
    name: str
    public_name: str = ""
    hidden: bool = False


def create_group(session: Session, actor: Actor, request: CreateGroup) -> Group:
    """Create a group. Raises: BadInput at `mark`, `name` or `other_name`."""
    statement = get_statement(session, request.statement)
    require(actor, Permission.INVITE, Scope(statement_id=statement.id))
    lock_statement(session, statement.id)
    mark, others = read_mark(request.mark), groups_of(session, statement.id)
    if mark.casefold() in {other.mark.casefold() for other in others}:
        raise BadInput(N_("Another group has this mark."), field="mark")
    if folded(request.name) in {folded(other.name) for other in others}:
        raise BadInput(N_("Another group has this name."), field="name")
    group = Group(
        statement_id=statement.id,
        mark=mark,
        name=" ".join(request.name.split()),
        public_name=public_name(request, [other.public_name for other in others]),
        colour=next_colour(len(others)),
    )
    session.add(group)
    session.flush()
    return group


def public_name(request: CreateGroup, taken: Sequence[str]) -> str:
    """Return the name for the public, by which no other group of the text is known.

    Raises: BadInput.
    """
    if request.hidden:
        return unnamed(taken)
    name = " ".join((request.public_name or request.name).split())
    if folded(name) in map(folded, taken):
        raise BadInput(
            N_("The public knows another group by this name. Choose other words."),
            field="other_name" if request.public_name else "name",
        )
    return name
