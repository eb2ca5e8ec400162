"""Finding what was taken into the text, and still stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, aliased, joinedload, selectinload

from drafting.rules.lifecycle import Outcome
from drafting.store.models import Amendment, Decision, Ruling, SectionVersion, Sponsor

TOOK = (Outcome.ACCEPTED, Outcome.IN_PART, Outcome.AS_MODIFIED)


def standing_rulings(session: Session, statement_id: int, until: datetime) -> Sequence[Ruling]:
    """Return the rulings that changed a section up to an instant, oldest first.

    What was reopened up to then is left out. Amendments come with group and sponsors.
    """
    again, answer = aliased(Decision), aliased(Ruling)
    reopened = exists(
        select(again.id)
        .join(answer, answer.decision_id == again.id)
        .where(again.reopens_id == Decision.id, again.at <= until)
        .where(answer.amendment_id == Ruling.amendment_id)
    )
    return session.scalars(
        select(Ruling)
        .join(Ruling.decision)
        .where(Decision.statement_id == statement_id, Decision.at <= until)
        .where(Ruling.outcome.in_(TOOK), Ruling.after_version_id.is_not(None), ~reopened)
        .options(
            joinedload(Ruling.amendment).options(
                joinedload(Amendment.group),
                selectinload(Amendment.sponsors).joinedload(Sponsor.group),
            )
        )
        .order_by(Ruling.id)
    ).all()


def versions_of(session: Session, rulings: Sequence[Ruling]) -> dict[int, SectionVersion]:
    """Return the versions before and after these rulings, by row number."""
    wanted = {ruling.before_version_id for ruling in rulings} | {
        ruling.after_version_id for ruling in rulings
    }
    rows = session.scalars(
        select(SectionVersion).where(SectionVersion.id.in_(one for one in wanted if one))
    )
    return {row.id: row for row in rows}
