"""Finding the versions on which edits were written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from drafting.errors import NotVisible
from drafting.rules.edits import Edit, MovedSection, NewSection, ParagraphEdit, SectionEdit
from drafting.store.models import Outline, Section, SectionVersion
from drafting.store.queries.sections import section_of_paragraph


@dataclass(frozen=True, slots=True)
class Bases:
    """The versions that edits name: of sections by edit, of the outline by number.

    `heads` holds the present version of each section that an edit of the outline names.
    """

    versions: Mapping[Edit, SectionVersion]
    outlines: Mapping[int, Outline]
    heads: Mapping[str, SectionVersion]


def find_bases(session: Session, statement_id: int, edits: Sequence[Edit]) -> Bases:
    """Return what the edits were written on. Raises: NotVisible when one names nothing."""
    versions: dict[Edit, SectionVersion] = {}
    outlines: dict[int, Outline] = {}
    heads: dict[str, SectionVersion] = {}
    for edit in edits:
        if isinstance(edit, ParagraphEdit | SectionEdit):
            key = section_key(session, statement_id, edit)
            versions[edit] = find_version(session, statement_id, key, edit.base)
            continue
        outlines[edit.base] = find_outline(session, statement_id, edit.base)
        if not isinstance(edit, NewSection):
            heads[edit.section] = find_version(session, statement_id, edit.section)
        if isinstance(edit, NewSection | MovedSection) and edit.after:
            heads[edit.after] = find_version(session, statement_id, edit.after)
    return Bases(versions, outlines, heads)


def section_key(session: Session, statement_id: int, edit: ParagraphEdit | SectionEdit) -> str:
    """Return the key of the section that an edit is in. Raises: NotVisible."""
    if isinstance(edit, SectionEdit):
        return edit.section
    return section_of_paragraph(session, statement_id, edit.paragraph).key


def find_version(
    session: Session, statement_id: int, key: str, number: int | None = None
) -> SectionVersion:
    """Return a version of a section (the present one by default), section loaded.

    Raises: NotVisible.
    """
    wanted = Section.head if number is None else number
    found = session.scalar(
        select(SectionVersion)
        .join(SectionVersion.section)
        .options(contains_eager(SectionVersion.section))
        .where(Section.statement_id == statement_id, Section.key == key)
        .where(SectionVersion.number == wanted)
        .execution_options(populate_existing=True)
    )
    if found is None:
        raise NotVisible
    return found


def find_outline(session: Session, statement_id: int, number: int) -> Outline:
    """Return one version of the order. Raises: NotVisible."""
    found = session.scalar(
        select(Outline).where(Outline.statement_id == statement_id, Outline.number == number)
    )
    if found is None:
        raise NotVisible
    return found
