"""Finding sections, their versions, and the order they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, contains_eager

from drafting.errors import NotVisible
from drafting.store.models import Outline, Paragraph, Section, SectionVersion


def get_section(session: Session, statement_id: int, key: str) -> Section:
    """Return a section by its key. Raises: NotVisible."""
    found = session.scalar(
        select(Section).where(Section.statement_id == statement_id, Section.key == key)
    )
    if found is None:
        raise NotVisible
    return found


def head_of(session: Session, section: Section) -> SectionVersion:
    """Return the present version of a section."""
    return session.scalars(
        select(SectionVersion).where(
            SectionVersion.section_id == section.id, SectionVersion.number == section.head
        )
    ).one()


def get_version(session: Session, section: Section, number: int) -> SectionVersion:
    """Return one version of a section. Raises: NotVisible."""
    found = session.scalar(
        select(SectionVersion).where(
            SectionVersion.section_id == section.id, SectionVersion.number == number
        )
    )
    if found is None:
        raise NotVisible
    return found


def version_numbered(session: Session, section_id: int, number: int) -> SectionVersion | None:
    """Return one version of a section, None where there is no such."""
    return session.scalar(
        select(SectionVersion).where(
            SectionVersion.section_id == section_id, SectionVersion.number == number
        )
    )


def present_outline(session: Session, statement_id: int) -> Outline | None:
    """Return the present order of sections, None before a text was brought in."""
    return session.scalar(
        select(Outline)
        .where(Outline.statement_id == statement_id)
        .order_by(Outline.number.desc())
        .limit(1)
    )


def present_versions(session: Session, statement_id: int) -> Sequence[SectionVersion]:
    """Return the present version of every section in the outline, in order, sections loaded."""
    outline = present_outline(session, statement_id)
    if outline is None:
        return ()
    rows = session.scalars(
        select(SectionVersion)
        .join(SectionVersion.section)
        .options(contains_eager(SectionVersion.section))
        .where(Section.statement_id == statement_id, SectionVersion.number == Section.head)
    ).all()
    by_key = {version.section.key: version for version in rows}
    return [by_key[key] for key in outline.keys if key in by_key]


def section_of_paragraph(session: Session, statement_id: int, key: str) -> Section:
    """Return the section in which a paragraph's key was given. Raises: NotVisible."""
    found = session.scalar(
        select(Section)
        .join(Paragraph, Paragraph.section_id == Section.id)
        .where(Paragraph.statement_id == statement_id, Paragraph.key == key)
    )
    if found is None:
        raise NotVisible
    return found


def key_is_taken(session: Session, statement_id: int, key: str) -> bool:
    """Say whether a paragraph or a section of the statement ever had this key."""
    paragraphs = select(func.count()).where(
        Paragraph.statement_id == statement_id, Paragraph.key == key
    )
    sections = select(func.count()).where(Section.statement_id == statement_id, Section.key == key)
    return bool(session.scalar(paragraphs) or session.scalar(sections))


def list_versions(session: Session, section: Section) -> Sequence[SectionVersion]:
    """Return all versions of a section, the oldest first."""
    return session.scalars(
        select(SectionVersion)
        .where(SectionVersion.section_id == section.id)
        .order_by(SectionVersion.number)
    ).all()
