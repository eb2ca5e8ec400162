"""What stands in the fields of a page for writing when a change is begun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafting.actions.steps.edited import place_in
from drafting.errors import N_, Forbidden, NotVisible
from drafting.rules.edits import Wording
from drafting.rules.places import words_of
from drafting.store.models import Section, SectionVersion, Statement
from drafting.store.models.sections import SectionKind
from drafting.store.queries.bases import find_version
from drafting.store.queries.sections import (
    present_outline,
    present_versions,
    section_of_paragraph,
)
from drafting.store.session import Session
from drafting.text import read


@dataclass(frozen=True, slots=True)
class Start:
    """The fields of a page for writing.

    `kind` is what the fields change (paragraph, section, add, drop, move; parts: several of these,
    each in `parts`; keep: only what stands beside the words). `original` are the words as they
    stand, `words` those in the field; for a section both are Markdown. `base` numbers the version
    (of the section, or of the order) that is shown. `moved` is true when the text has changed
    under words written before; `anew` where what was asked is put into the present text all the
    same. `goes` is false for a drop that is no longer asked for.
    """

    kind: str
    base: int
    section: str = ""
    section_id: int | None = None
    section_title: str = ""
    paragraph: str = ""
    original: str = ""
    words: str = ""
    title: str = ""
    after: str = ""
    moved: bool = False
    anew: bool = False
    goes: bool = True
    parts: tuple[Start, ...] = ()
    wording: Wording = field(default_factory=lambda: Wording(()))


@dataclass(frozen=True, slots=True)
class Place:
    """Where the page was opened: a paragraph, a section, the outline, a draft, or what was sent."""

    statement: str
    kind: str = ""
    paragraph: str = ""
    section: str = ""
    after: str = ""
    draft: str = ""
    number: int | None = None


def start_at(session: Session, statement: Statement, place: Place) -> Start:
    """Return the fields for a new change at a place.

    Raises: NotVisible, Forbidden where a section takes no changes.
    """
    if place.kind == "paragraph":
        section = section_of_paragraph(session, statement.id, place.paragraph)
        version = find_version(session, statement.id, section.key)
        check_takes_changes(version.section)
        return paragraph_start(version, place_in(version, place.paragraph), None)
    if place.kind == "section":
        version = find_version(session, statement.id, place.section)
        check_takes_changes(version.section)
        return section_start(version, version.markdown, version.title)
    return outline_start(session, statement, place)


def check_takes_changes(section: Section) -> None:
    """Go on only where changes are welcome. Raises: Forbidden."""
    if section.kind is not SectionKind.TEXT:
        raise Forbidden(N_("This section takes no changes."))


def paragraph_start(version: SectionVersion, index: int, words: str | None) -> Start:
    """Return the fields for one block of a version, with other words in them where given."""
    original = words_of(read(version.markdown), index, index + 1)
    return Start(
        kind="paragraph",
        base=version.number,
        section=version.section.key,
        section_id=version.section.id,
        section_title=version.title,
        paragraph=version.keys[index],
        original=original,
        words=original if words is None else words,
    )


def section_start(version: SectionVersion, markdown: str, title: str) -> Start:
    """Return the fields for a whole section."""
    return Start(
        kind="section",
        base=version.number,
        section=version.section.key,
        section_id=version.section.id,
        section_title=version.title,
        original=version.markdown,
        words=markdown,
        title=title,
    )


def outline_start(session: Session, statement: Statement, place: Place) -> Start:
    """Return the fields for adding, dropping or moving a section."""
    outline = present_outline(session, statement.id)
    if outline is None:
        raise NotVisible
    start = Start(kind=place.kind, base=outline.number, after=place.after)
    if place.kind == "add":
        return replace(start, after=place.after or last_text(session, statement))
    version = find_version(session, statement.id, place.section)
    if version.section.key not in outline.keys:
        raise NotVisible
    check_takes_changes(version.section)
    return replace(
        start,
        section=version.section.key,
        section_id=version.section.id,
        section_title=version.title,
        original=version.markdown,
        after=key_before(outline.keys, version.section.key),
    )


def last_text(session: Session, statement: Statement) -> str:
    """Return the key of the last section that stands in the final text; empty for none."""
    keys = [
        version.section.key
        for version in present_versions(session, statement.id)
        if version.section.kind is not SectionKind.FRAME
    ]
    return keys[-1] if keys else ""


def key_before(keys: Sequence[str], key: str) -> str:
    """Return the key that stands before another; empty for the first."""
    place = keys.index(key)
    return keys[place - 1] if place else ""


def standing_words(start: Start) -> str:
    """Return what stands in the fields now, of all parts."""
    words = (start.words, *(part.words for part in start.parts))
    return "\n\n".join(one for one in words if one)
