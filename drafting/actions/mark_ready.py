"""Ask the group's senders to send a draft."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.amendments import check_not_final, make_ready
from drafting.rules.actors import Actor
from drafting.rules.lifecycle import Status
from drafting.rules.permits import Permission, require
from drafting.store.models import Amendment
from drafting.store.queries.amendments import get_draft, scope_of
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class MarkReady:
    """Which draft."""

    statement: str
    draft: str


def mark_ready(session: Session, actor: Actor, request: MarkReady) -> Amendment:
    """Mark the draft as ready; what is ready already stays so.

    Raises: NotVisible, Refused in the grace after a session.
    """
    statement = lock_statement(session, get_statement(session, request.statement).id)
    amendment = get_draft(session, statement, request.draft)
    require(actor, Permission.WRITE, scope_of(amendment))
    check_not_final(statement)
    if amendment.status is not Status.READY:
        make_ready(session, statement, actor, amendment)
        session.flush()
    return amendment
