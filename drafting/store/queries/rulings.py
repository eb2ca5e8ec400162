"""Finding what was taken into the text before a published draft, and still stood in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload

from drafting.rules.lifecycle import Outcome
from drafting.store.models import (
    Amendment,
    AmendmentPart,
    Decision,
    Edition,
    Ruling,
    SectionVersion,
)

TOOK = (Outcome.ACCEPTED, Outcome.IN_PART, Outcome.AS_MODIFIED)


def taken_before(session: Session, until: Edition) -> Sequence[Ruling]:
    """Return the rulings that changed the text before a draft, oldest first, reopened ones too.

    They come with their decision, amendment and its group, and their part with its base.
    """
    changed = or_(Ruling.after_version_id.is_not(None), Ruling.after_outline_id.is_not(None))
    return session.scalars(
        select(Ruling)
        .join(Ruling.decision)
        .where(Decision.statement_id == until.statement_id, is_before(Decision, until))
        .where(Ruling.outcome.in_(TOOK), changed)
        .options(
            joinedload(Ruling.part).options(
                selectinload(AmendmentPart.section_version), selectinload(AmendmentPart.outline)
            ),
            contains_eager(Ruling.decision),
            joinedload(Ruling.amendment).joinedload(Amendment.group),
        )
        .order_by(Ruling.id)
    ).all()


def reopened_before(session: Session, until: Edition) -> frozenset[tuple[int, int]]:
    """Return which answers were reopened before a draft: decision and amendment by row number."""
    rows = session.execute(
        select(Decision.reopens_id, Ruling.amendment_id)
        .join(Ruling, Ruling.decision_id == Decision.id)
        .where(Decision.statement_id == until.statement_id, is_before(Decision, until))
        .where(Decision.reopens_id.is_not(None))
    )
    return frozenset((decision, amendment) for decision, amendment in rows if decision)


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


def versions_by_section(
    session: Session, section_ids: Collection[int]
) -> Mapping[int, Sequence[SectionVersion]]:
    """Return all versions of these sections by the section's row number, oldest first."""
    found: dict[int, list[SectionVersion]] = {number: [] for number in section_ids}
    rows = session.scalars(
        select(SectionVersion)
        .where(SectionVersion.section_id.in_(section_ids))
        .order_by(SectionVersion.number)
    )
    for version in rows:
        found[version.section_id].append(version)
    return found
