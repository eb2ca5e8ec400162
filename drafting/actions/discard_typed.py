"""Throw away what was typed in a form and not sent."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete
from sqlalchemy.orm import Session

from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import TypedForm


@dataclass(frozen=True, slots=True)
class DiscardTyped:
    """Which form, by its key."""

    form_key: str


def discard_typed(session: Session, actor: Actor, request: DiscardTyped) -> str:
    """Delete it, if it is kept at all, and return its key."""
    require(actor, Permission.KEEP_ACCOUNT, Scope(person_id=actor.person_id))
    session.execute(
        delete(TypedForm).where(
            TypedForm.person_id == actor.person_id, TypedForm.form_key == request.form_key
        )
    )
    return request.form_key
