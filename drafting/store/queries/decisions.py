"""Finding decisions with their rulings, and the versions that a decision may change."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import CursorResult, select, update
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from drafting.rules.lifecycle import Status
from drafting.store.models import (
    Amendment,
    Decision,
    Entry,
    Outline,
    Ruling,
    Section,
    SectionVersion,
)
from drafting.store.touched import touch


def whole() -> tuple[ORMOption, ...]:
    """Load with a decision its rulings, what they answer, and the texts before and after."""
    rulings = selectinload(Decision.rulings)
    return (
        rulings.joinedload(Ruling.amendment).joinedload(Amendment.group),
        rulings.joinedload(Ruling.part),
        joinedload(Decision.reopens),
    )


def decisions_on(session: Session, amendment_id: int) -> Sequence[Decision]:
    """Return every decision that answers an amendment, whole, oldest first."""
    answering = select(Ruling.decision_id).where(Ruling.amendment_id == amendment_id)
    return session.scalars(
        select(Decision).where(Decision.id.in_(answering)).options(*whole()).order_by(Decision.id)
    ).all()


def last_decision(session: Session, amendment_id: int) -> Decision | None:
    """Return the decision from which an amendment's present state follows, whole."""
    found = decisions_on(session, amendment_id)
    return found[-1] if found else None


def last_rulings(
    session: Session, amendment_ids: Collection[int]
) -> dict[int, tuple[Decision, list[Ruling]]]:
    """Return the last decision on each of these amendments, with its rulings on it."""
    rows = session.scalars(
        select(Ruling)
        .where(Ruling.amendment_id.in_(amendment_ids))
        .options(joinedload(Ruling.decision))
        .order_by(Ruling.id)
    )
    found: dict[int, tuple[Decision, list[Ruling]]] = {}
    for ruling in rows:
        standing = found.get(ruling.amendment_id)
        if standing is None or standing[0].id != ruling.decision_id:
            found[ruling.amendment_id] = (ruling.decision, [])
        found[ruling.amendment_id][1].append(ruling)
    return found


def heads(session: Session, statement_id: int) -> dict[int, SectionVersion]:
    """Return the present version of every section by its row number, dropped ones too."""
    rows = session.scalars(
        select(SectionVersion)
        .join(SectionVersion.section)
        .options(contains_eager(SectionVersion.section))
        .where(Section.statement_id == statement_id, SectionVersion.number == Section.head)
        .execution_options(populate_existing=True)
    )
    return {version.section_id: version for version in rows}


def find_section(session: Session, statement_id: int, key: str) -> Section | None:
    """Return the section of this key, None where it was never made."""
    return session.scalar(
        select(Section).where(Section.statement_id == statement_id, Section.key == key)
    )


def versions(session: Session, version_ids: Collection[int]) -> dict[int, SectionVersion]:
    """Return versions by their row number, sections loaded."""
    rows = session.scalars(
        select(SectionVersion)
        .where(SectionVersion.id.in_(version_ids))
        .options(joinedload(SectionVersion.section))
    )
    return {version.id: version for version in rows}


def outlines(session: Session, outline_ids: Collection[int]) -> dict[int, Outline]:
    """Return orders of sections by their row number."""
    rows = session.scalars(select(Outline).where(Outline.id.in_(outline_ids)))
    return {outline.id: outline for outline in rows}


def seq_of(session: Session, decision: Decision) -> int:
    """Return the number of a decision's entry in the record."""
    return session.scalars(select(Entry.seq).where(Entry.id == decision.entry_id)).one()


def named_by(session: Session, amendment_id: int) -> Sequence[Amendment]:
    """Return the amendments that were answered because this one was taken."""
    return session.scalars(
        select(Amendment)
        .where(Amendment.named_by_id == amendment_id)
        .where(Amendment.status.in_((Status.FULFILLED, Status.OVERTAKEN)))
        .order_by(Amendment.number)
    ).all()


def compare_and_set(
    session: Session, amendment: Amendment, revision: int, was: Status, becomes: Status
) -> bool:
    """Move an amendment on, only if it still is what was seen; say whether it was."""
    session.flush()
    result = session.execute(
        update(Amendment)
        .where(Amendment.id == amendment.id)
        .where(Amendment.revision == revision, Amendment.status == was)
        .values(status=becomes)
        .execution_options(synchronize_session="fetch")
    )
    touch(session, amendment)
    return isinstance(result, CursorResult) and result.rowcount == 1
