"""Name a sender: somebody who writes for a group now sends in its name."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.grants import give_right
from drafting.errors import WrongStep
from drafting.rules.actors import Actor, Right
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Grant
from drafting.store.queries.grants import get_grant
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class NameSender:
    """Whose right to write becomes a right to send, by the number of the right."""

    statement: str
    grant: int


def name_sender(session: Session, actor: Actor, request: NameSender) -> Grant:
    """Give the right to send, taken up at once by whoever had come in. Raises: WrongStep."""
    statement = get_statement(session, request.statement)
    require(actor, Permission.SEE_STATEMENT, Scope(statement_id=statement.id))
    grant = get_grant(session, statement.id, request.grant)
    scope = Scope(statement_id=statement.id, group_id=grant.group_id)
    require(actor, Permission.INVITE_TO_GROUP, scope)
    lock_statement(session, statement.id)
    if grant.right != Right.WRITE or grant.removed_at is not None:
        raise WrongStep
    sender = give_right(session, statement, grant.person, Right.SEND, grant.group, actor.at)
    sender.title, sender.organisation = grant.title, grant.organisation
    sender.printed, sender.taken_up_at = grant.printed, grant.taken_up_at and actor.at
    grant.removed_at = actor.at
    session.flush()
    return sender
