"""What an entry tells of the text itself: each new version as edits of the one before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from drafting.rules.journal import Json, Words
from drafting.rules.replay import edits_between
from drafting.store.base import Base
from drafting.store.models import Outline, Section, SectionVersion
from drafting.store.queries.sections import version_numbered


def tell_texts(session: Session, rows: Iterable[Base], *, whole: bool) -> dict[str, Json]:
    """Tell of new versions and orders among these rows; `whole`: of the newest alone."""
    versions = [row for row in rows if isinstance(row, SectionVersion)]
    outlines = [row for row in rows if isinstance(row, Outline)]
    if whole:
        versions = newest_of_each(versions)
        outlines = sorted(outlines, key=lambda row: row.number)[-1:]
    told: dict[str, Json] = {}
    if versions:
        told["texts"] = [told_version(session, row, whole=whole) for row in in_order(versions)]
    if outlines:
        told["orders"] = [{"number": row.number, "keys": row.keys} for row in outlines]
    return told


def in_order(versions: Sequence[SectionVersion]) -> Sequence[SectionVersion]:
    """Order versions so that each stands after the one that it follows."""
    return sorted(versions, key=lambda row: (row.section_id, row.number))


def section_of(session: Session, version: SectionVersion) -> Section:
    """Return the section of a version."""
    return session.get_one(Section, version.section_id)


def newest_of_each(versions: Sequence[SectionVersion]) -> list[SectionVersion]:
    """Return the newest version of each section."""
    return list({row.section_id: row for row in in_order(versions)}.values())


def told_version(session: Session, version: SectionVersion, *, whole: bool) -> Json:
    """Tell of one version: which words it takes out of the one before, and which it puts in."""
    section = section_of(session, version)
    before = None if whole else version_numbered(session, section.id, version.number - 1)
    edits = edits_between(before.markdown if before else "", version.markdown)
    return {
        "section": section.key,
        "version": version.number,
        "whole": before is None,
        "title": Words(version.title),
        "edits": [
            {"start": one.start, "end": one.end, "out": Words(one.out), "in": Words(one.put)}
            for one in edits
        ],
    }
