"""Create a group: its mark, its name, and the name the public will know it by for ever."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.groups import NewGroup, make_group
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Group
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class CreateGroup:
    """In which text, and what is asked for."""

    statement: str
    group: NewGroup


def create_group(session: Session, actor: Actor, request: CreateGroup) -> Group:
    """Create a group. Raises: BadInput at `mark`, `name` or `other_name`."""
    statement = get_statement(session, request.statement)
    require(actor, Permission.INVITE, Scope(statement_id=statement.id))
    statement = lock_statement(session, statement.id)
    return make_group(session, statement, actor, request.group)
