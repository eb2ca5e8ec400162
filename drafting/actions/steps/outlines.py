"""Giving the order of sections its next version."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from drafting.rules.actors import Actor
from drafting.store.models import Decision, Outline, Statement
from drafting.store.models.sections import Source
from drafting.store.queries.sections import present_outline


def advance_outline(
    session: Session,
    statement: Statement,
    keys: Sequence[str],
    *,
    source: Source,
    actor: Actor,
    decision: Decision | None = None,
    reason: str = "",
) -> Outline:
    """Make the next version of the order; the present one is returned when nothing changes.

    Under the statement's lock. What is pending is carried by `carry_pending`, not here.
    """
    present = present_outline(session, statement.id)
    if present is not None and present.keys == list(keys):
        return present
    outline = Outline(
        statement_id=statement.id,
        number=present.number + 1 if present else 1,
        keys=list(keys),
        source=source,
        reason=reason,
        decision_id=decision.id if decision else None,
        at=actor.at,
    )
    session.add(outline)
    session.flush()
    return outline
