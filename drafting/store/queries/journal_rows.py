"""The rows that pages show and the record vouches for; drafts are in no record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from drafting.store.base import Base
from drafting.store.models import (
    Amendment,
    AmendmentPart,
    AmendmentRevision,
    Decision,
    Edition,
    EditionParagraph,
    EditionSection,
    Entry,
    Group,
    Outline,
    Question,
    Round,
    Ruling,
    Section,
    SectionVersion,
    Sponsor,
    Statement,
)
from drafting.store.models.amendments import SponsorState

OWN = (Group, Round, Section, Outline, Decision, Edition, Question)
"""Tables whose rows name their statement."""

PARENTS: Mapping[type[Base], tuple[type[Base], str]] = {
    SectionVersion: (Section, "section_id"),
    AmendmentRevision: (Amendment, "amendment_id"),
    AmendmentPart: (AmendmentRevision, "revision_id"),
    Sponsor: (Amendment, "amendment_id"),
    Ruling: (Decision, "decision_id"),
    EditionSection: (Edition, "edition_id"),
    EditionParagraph: (Edition, "edition_id"),
}
"""Tables whose rows belong to a row of another."""

COVERED = frozenset({Statement, Amendment, Entry, *OWN, *PARENTS})


def list_covered(session: Session, statement_id: int) -> Iterator[Base]:
    """Yield every row of a statement that the record vouches for."""
    yield from session.scalars(select(Statement).where(Statement.id == statement_id))
    for query in (*own_queries(statement_id), *inner_queries(statement_id)):
        yield from session.scalars(query)


def own_queries(statement_id: int) -> Iterator[Select[Any]]:
    """Ask for rows that name their statement."""
    for model in OWN:
        yield select(model).where(model.statement_id == statement_id).order_by(model.id)
    yield (
        select(Amendment)
        .where(Amendment.statement_id == statement_id, Amendment.number.is_not(None))
        .order_by(Amendment.id)
    )
    yield select(Entry).where(Entry.statement_id == statement_id, Entry.form == 1)


def inner_queries(statement_id: int) -> Iterator[Select[Any]]:
    """Ask for rows that belong to another; those of drafts are left out."""
    sent = select(Amendment.id).where(
        Amendment.statement_id == statement_id, Amendment.number.is_not(None)
    )
    revisions = select(AmendmentRevision.id).where(AmendmentRevision.amendment_id.in_(sent))
    sections = select(Section.id).where(Section.statement_id == statement_id)
    decisions = select(Decision.id).where(Decision.statement_id == statement_id)
    editions = select(Edition.id).where(Edition.statement_id == statement_id)
    yield select(SectionVersion).where(SectionVersion.section_id.in_(sections))
    yield select(AmendmentRevision).where(AmendmentRevision.amendment_id.in_(sent))
    yield select(AmendmentPart).where(AmendmentPart.revision_id.in_(revisions))
    yield select(Sponsor).where(Sponsor.amendment_id.in_(sent))
    yield select(Ruling).where(Ruling.decision_id.in_(decisions))
    yield select(EditionSection).where(EditionSection.edition_id.in_(editions))
    yield select(EditionParagraph).where(EditionParagraph.edition_id.in_(editions))


def owner_of(session: Session, row: Base) -> Base | None:
    """Return the row that names the statement of a row; None where none is covered."""
    owner: Base | None = row
    while owner is not None and type(owner) in PARENTS:
        model, column = PARENTS[type(owner)]
        owner = session.get(model, getattr(owner, column))
    return owner if type(owner) in COVERED else None


def is_covered(session: Session, statement_id: int, row: Base) -> bool:
    """Say whether the record of this statement vouches for a row; for none of a draft."""
    if isinstance(row, Entry) and row.form != 1:
        return False
    owner = owner_of(session, row)
    if isinstance(owner, Amendment) and owner.number is None:
        return False
    whose = getattr(owner, "id" if isinstance(owner, Statement) else "statement_id", None)
    return whose == statement_id


def is_unspoken(row: Base) -> bool:
    """Say whether a row holds nothing yet that the record tells of: asked within a group."""
    return isinstance(row, Sponsor) and row.state is not SponsorState.JOINED
