"""Remove a right: the person becomes a former member, and moderators hear of a last sender."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.grants import end_right
from drafting.actions.steps.sign_ins import revoke_links
from drafting.rules.actors import Actor, Right
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Grant
from drafting.store.queries.grants import get_grant
from drafting.store.queries.people import get_person
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class RemoveRight:
    """Which right, by its number, and the address under which people reach the site."""

    statement: str
    grant: int
    site: str


def remove_right(session: Session, actor: Actor, request: RemoveRight) -> Grant:
    """Remove a right, once; a link that would open nothing any more ends too.

    A sender may remove the group's writers, only a moderator its senders.
    Raises: Refused for the last moderator, because nobody could then answer.
    """
    statement = get_statement(session, request.statement)
    require(actor, Permission.SEE_STATEMENT, Scope(statement_id=statement.id))
    grant = get_grant(session, statement.id, request.grant)
    own_writer = grant.right == Right.WRITE
    require(
        actor,
        Permission.INVITE_TO_GROUP if own_writer else Permission.INVITE,
        Scope(statement_id=statement.id, group_id=grant.group_id),
    )
    lock_statement(session, statement.id)
    if grant.removed_at is not None:
        return grant
    end_right(session, statement, actor, grant, request.site)
    person = get_person(session, grant.person_id)
    if not person.administrator and all(one.removed_at for one in person.grants):
        revoke_links(session, person, actor.at)
    return grant
