"""Throw a draft away; nothing of it stays, because nothing of it was sent."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from drafting.actions.steps.amendments import drop_parts
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, require
from drafting.store.models import Amendment, AmendmentRevision, Hand, Receipt
from drafting.store.queries.amendments import get_draft, scope_of
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class DiscardDraft:
    """Which draft."""

    statement: str
    draft: str


def discard_draft(session: Session, actor: Actor, request: DiscardDraft) -> Amendment:
    """Delete the draft and return what it was. Raises: NotVisible."""
    statement = lock_statement(session, get_statement(session, request.statement).id)
    amendment = get_draft(session, statement, request.draft)
    require(actor, Permission.WRITE, scope_of(amendment))
    for revision in amendment.revisions:
        drop_parts(session, revision)
    own = select(AmendmentRevision.id).where(AmendmentRevision.amendment_id == amendment.id)
    for rows in (
        delete(AmendmentRevision).where(AmendmentRevision.id.in_(own)),
        delete(Receipt).where(Receipt.amendment_id == amendment.id),
        delete(Hand).where(Hand.amendment_id == amendment.id),
        delete(Amendment).where(Amendment.id == amendment.id),
    ):
        session.execute(rows, execution_options={"synchronize_session": False})
    return amendment
