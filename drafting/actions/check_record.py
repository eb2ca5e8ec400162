"""Checking a living text against its record: everything that pages show is what was told last."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.living import differences
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.queries.statements import get_statement


@dataclass(frozen=True, slots=True)
class CheckRecord:
    """Whose record."""

    slug: str


def check_record(session: Session, actor: Actor, request: CheckRecord) -> tuple[str, ...]:
    """Return what differs, a sentence each; nothing when the text is as its record tells it."""
    require(actor, Permission.ADMINISTER, Scope())
    statement = get_statement(session, request.slug)
    return tuple(differences(session, statement))
