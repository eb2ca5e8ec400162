"""Naming a row for people, where it is not what the record says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from drafting.rules.labels import amendment_label, edition_label
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
from drafting.store.models.editions import EditionKind


def told_name(session: Session, row: Base) -> str:
    """Name a row by what people call it; by its table where what it belongs to is gone."""
    try:
        return NAMES[type(row)](session, row)
    except NoResultFound:
        return f"A row of {row.__tablename__}"


def amendment_of(session: Session, number: int) -> str:
    """Name an amendment by its row."""
    amendment = session.get(Amendment, number)
    return amendment_label((amendment.number if amendment else None) or 0)


def revision_name(session: Session, row: AmendmentRevision) -> str:
    """Name a revision: *A12, revision 2*."""
    return f"{amendment_of(session, row.amendment_id)}, revision {row.number},"


def part_name(session: Session, row: AmendmentPart) -> str:
    """Name a part of a revision."""
    revision = session.get_one(AmendmentRevision, row.revision_id)
    return f"{revision_name(session, revision)} part {row.position + 1}"


def version_name(session: Session, row: SectionVersion) -> str:
    """Name a version of a section."""
    section = session.get_one(Section, row.section_id)
    return f"Section {section.key!a}, version {row.number},"


def answer_name(session: Session, row: Decision) -> str:
    """Name an answer by its entry."""
    entry = session.get(Entry, row.entry_id) if row.entry_id else None
    return f"The answer of entry {entry.seq if entry else '?'}"


def ruling_name(session: Session, row: Ruling) -> str:
    """Name what an answer says of one part of an amendment."""
    decision = session.get_one(Decision, row.decision_id)
    return f"{answer_name(session, decision)} to {amendment_of(session, row.amendment_id)}"


def edition_name(row: Edition) -> str:
    """Name a published draft."""
    return edition_label(row.number, final=row.kind is EditionKind.FINAL)


def inside_edition(session: Session, row: EditionSection | EditionParagraph) -> str:
    """Name a place in a published draft."""
    kind = "section" if isinstance(row, EditionSection) else "paragraph"
    return f"{edition_name(session.get_one(Edition, row.edition_id))}, {kind} {row.position + 1},"


NAMES: Mapping[type[Base], Callable[[Session, Any], str]] = {
    Statement: lambda _session, _row: "The text’s own row",
    Group: lambda _session, row: f"Group {row.mark!a}",
    Round: lambda _session, row: f"Session {row.name!a}",
    Section: lambda _session, row: f"Section {row.key!a}",
    SectionVersion: version_name,
    Outline: lambda _session, row: f"Order of sections {row.number}",
    Amendment: lambda _session, row: amendment_label(row.number or 0),
    AmendmentRevision: revision_name,
    AmendmentPart: part_name,
    Sponsor: lambda session, row: f"Who joined {amendment_of(session, row.amendment_id)}",
    Decision: answer_name,
    Ruling: ruling_name,
    Edition: lambda _session, row: edition_name(row),
    EditionSection: inside_edition,
    EditionParagraph: inside_edition,
    Question: lambda session, row: f"A question on {amendment_of(session, row.amendment_id)}",
    Entry: lambda _session, row: f"What is kept of entry {row.seq}",
}
