"""End sessions: the present one (*Leave*), another one of the person's own, or all."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.sign_ins import end_sign_ins as end
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import SignIn
from drafting.store.queries.sign_ins import get_sign_in


@dataclass(frozen=True, slots=True)
class EndSignIns:
    """One session by its number, or all of them."""

    sign_in: int | None = None


def end_sign_ins(session: Session, actor: Actor, request: EndSignIns) -> None:
    """End them at once, on every device. Raises: NotVisible for a session of somebody else."""
    require(actor, Permission.KEEP_ACCOUNT, Scope(person_id=actor.person_id))
    if request.sign_in is None:
        end(session, actor.at, SignIn.person_id == actor.person_id)
        return
    sign_in = get_sign_in(session, actor.person_id, request.sign_in)
    end(session, actor.at, SignIn.id == sign_in.id)
