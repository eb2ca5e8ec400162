"""Finding what was taken into the text before a published draft, and still stood in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session, aliased, contains_eager, joinedload

from drafting.rules.lifecycle import Outcome
from drafting.store.models import (
    Amendment,
    Decision,
    Edition,
    Ruling,
    Section,
    SectionVersion,
)

TOOK = (Outcome.ACCEPTED, Outcome.IN_PART, Outcome.AS_MODIFIED)


def standing_rulings(
    session: Session, until: Edition, since: Edition | None = None
) -> Sequence[Ruling]:
    """Return the rulings that changed the text before a draft, after an earlier one, oldest first.

    What was reopened before it is left out. They come with decision and amendment, with its group.
    """
    again, answer = aliased(Decision), aliased(Ruling)
    reopened = exists(
        select(again.id)
        .join(answer, answer.decision_id == again.id)
        .where(again.reopens_id == Decision.id, is_before(again, until))
        .where(answer.amendment_id == Ruling.amendment_id)
    )
    query = (
        select(Ruling)
        .join(Ruling.decision)
        .where(Decision.statement_id == until.statement_id, is_before(Decision, until))
        .where(Ruling.outcome.in_(TOOK), ~reopened)
        .where(or_(Ruling.after_version_id.is_not(None), Ruling.after_outline_id.is_not(None)))
        .options(
            joinedload(Ruling.part),
            contains_eager(Ruling.decision),
            joinedload(Ruling.amendment).joinedload(Amendment.group),
        )
        .order_by(Ruling.id)
    )
    if since is not None:
        query = query.where(~is_before(Decision, since))
    return session.scalars(query).all()


def answers_before(session: Session, edition: Edition) -> Mapping[int, Sequence[Ruling]]:
    """Return the rulings of the last decision before a draft on each amendment.

    Their decisions come with all their rulings.
    """
    rows = session.scalars(
        select(Ruling)
        .join(Ruling.decision)
        .where(Decision.statement_id == edition.statement_id, is_before(Decision, edition))
        .options(contains_eager(Ruling.decision).selectinload(Decision.rulings))
        .order_by(Ruling.id)
    )
    found: dict[int, list[Ruling]] = {}
    for ruling in rows:
        standing = found.get(ruling.amendment_id)
        if standing is None or standing[0].decision_id != ruling.decision_id:
            standing = found[ruling.amendment_id] = []
        standing.append(ruling)
    return found


def is_before(decision: type[Decision], edition: Edition) -> ColumnElement[bool]:
    """Ask for decisions that a published draft holds: by the journal's order, not by clocks."""
    if edition.entry_id is None:
        return decision.at <= edition.published_at
    return decision.entry_id < edition.entry_id


def versions_of(session: Session, rulings: Collection[Ruling]) -> dict[int, SectionVersion]:
    """Return the versions before and after these rulings, by row number."""
    wanted = {ruling.before_version_id for ruling in rulings} | {
        ruling.after_version_id for ruling in rulings
    }
    rows = session.scalars(
        select(SectionVersion).where(SectionVersion.id.in_(one for one in wanted if one))
    )
    return {row.id: row for row in rows}


def versions_by_section(
    session: Session, statement_id: int, keys: Collection[str]
) -> Sequence[SectionVersion]:
    """Return all versions of the sections of these keys, oldest first, sections loaded."""
    return session.scalars(
        select(SectionVersion)
        .join(SectionVersion.section)
        .options(contains_eager(SectionVersion.section))
        .where(Section.statement_id == statement_id, Section.key.in_(keys))
        .order_by(SectionVersion.section_id, SectionVersion.number)
    ).all()
