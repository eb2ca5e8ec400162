"""Changing the proposed split of a text that is being brought in."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.intakes import keep_step, step_back
from drafting.exchange.intake.arrange import Arrangement
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Intake
from drafting.store.queries.intakes import get_intake
from drafting.store.queries.statements import get_statement, lock_statement

HISTORY = {"undo": 1, "redo": -1}


@dataclass(frozen=True, slots=True)
class ReshapeIntake:
    """One step on the split that the page showed (`cursor`); the step may be undo or redo."""

    slug: str
    cursor: int
    wanted: Arrangement


def reshape_intake(session: Session, actor: Actor, request: ReshapeIntake) -> Intake:
    """Take the step. Raises: Stale when the page showed another split; BadInput."""
    statement = get_statement(session, request.slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    lock_statement(session, statement.id)
    intake = get_intake(session, statement.id)
    if request.wanted.step in HISTORY:
        step_back(intake, HISTORY[request.wanted.step])
    else:
        keep_step(intake, request.cursor, request.wanted)
    session.flush()
    return intake
