"""Making groups: by their mark and their names no two of a text are mistaken for each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.journal import Event, append_entry
from drafting.errors import N_, BadInput
from drafting.rules.actors import Actor, Right
from drafting.rules.journal import EventKind
from drafting.rules.marks import LONGEST_GROUP, folded, next_colour, read_mark, unnamed
from drafting.store.models import Group, Statement
from drafting.store.queries.groups import groups_of


@dataclass(frozen=True, slots=True)
class NewGroup:
    """What is asked for; an empty `public_name` means the group's own name.

    A `hidden` group is known to the public as *A group*, the second one as *A group 2*.
    """

    mark: str
    name: str
    public_name: str = ""
    hidden: bool = False


def make_group(session: Session, statement: Statement, actor: Actor, asked: NewGroup) -> Group:
    """Make a group of a locked statement, and tell the record.

    Raises: BadInput at `mark`, `name` or `other_name`.
    """
    group = shape_group(statement.id, asked, groups_of(session, statement.id))
    session.add(group)
    session.flush()
    right = Right.DECIDE if actor.holds(Right.DECIDE, statement.id) else Right.ADMINISTER
    named = {"mark": group.mark, "group": group.public_name}
    event = Event(EventKind.GROUP_MADE, right, private=named, group=group)
    append_entry(session, statement, actor, event)
    return group


def shape_group(statement_id: int, asked: NewGroup, others: Sequence[Group]) -> Group:
    """Return the group as it would be made beside the others. Raises: BadInput."""
    mark, name = read_mark(asked.mark), " ".join(asked.name.split())
    if mark.casefold() in {other.mark.casefold() for other in others}:
        raise BadInput(N_("Another group has this mark."), field="mark")
    if not 0 < len(name) <= LONGEST_GROUP:
        raise BadInput(N_("Write a name of at most 80 signs."), field="name")
    if folded(name) in {folded(other.name) for other in others}:
        raise BadInput(N_("Another group has this name."), field="name")
    return Group(
        statement_id=statement_id,
        mark=mark,
        name=name,
        public_name=public_name(asked, [other.public_name for other in others]),
        colour=next_colour(len(others)),
    )


def public_name(asked: NewGroup, taken: Sequence[str]) -> str:
    """Return the name for the public, by which no other group of the text is known.

    Raises: BadInput.
    """
    if asked.hidden:
        return unnamed(taken)
    name = " ".join((asked.public_name or asked.name).split())
    if folded(name) in map(folded, taken):
        raise BadInput(
            N_("The public knows another group by this name. Choose other words."),
            field="other_name" if asked.public_name else "name",
        )
    return name
