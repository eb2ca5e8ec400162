"""What stands in the fields when a change is begun, a draft opened, or sent words revised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from drafting.actions.steps.parts import redline_of
from drafting.actions.steps.proposals import place_in
from drafting.actions.steps.standing import stand
from drafting.errors import N_, Forbidden, NotVisible
from drafting.rules.edits import NewSection, ParagraphEdit, SectionEdit, Wording
from drafting.rules.lifecycle import Fate
from drafting.rules.places import edited_block, words_of
from drafting.store.models import (
    Amendment,
    AmendmentPart,
    AmendmentRevision,
    Section,
    SectionVersion,
    Statement,
)
from drafting.store.models.amendments import PartKind
from drafting.store.models.sections import SectionKind
from drafting.store.queries.amendments import latest
from drafting.store.queries.bases import find_version
from drafting.store.queries.sections import (
    present_outline,
    present_versions,
    section_of_paragraph,
)
from drafting.store.session import Session
from drafting.text import Passage, read, write

OUTLINE_STARTS = {PartKind.ADD: "add", PartKind.DROP: "drop", PartKind.MOVE: "move"}


@dataclass(frozen=True, slots=True)
class Start:
    """The fields of a page for writing.

    `kind` is what the fields change (paragraph, section, add, drop, move; keep: only what stands
    beside the words). `original` are the words as they stand, `words` those in the field; for a
    section both are Markdown. `base` numbers the version (of the section, or of the order) that
    is shown. `moved` is true when the text has changed under words written before.
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


def start_from(session: Session, statement: Statement, amendment: Amendment) -> Start:
    """Return the fields for a draft or something sent, on the present text where it fits there."""
    revision = latest(amendment)
    start = start_of_parts(session, statement, revision)
    if start.moved and amendment.number is not None:
        start = written_anew(session, statement, start)
    wording = Wording(
        edits=edits_of(start),
        reason=revision.reason,
        heading=revision.heading if revision.heading_written else "",
        editorial=revision.editorial,
    )
    return replace(start, wording=wording)


def written_anew(session: Session, statement: Statement, start: Start) -> Start:
    """Return the fields over the present words of the paragraph, where it still stands.

    What was asked stays in the field: what is sent now is measured against the present text.
    """
    present = find_version(session, statement.id, start.section)
    if start.kind != "paragraph" or start.paragraph not in present.keys:
        return start
    index = present.keys.index(start.paragraph)
    return replace(paragraph_start(present, index, start.words), moved=True)


def edits_of(start: Start) -> tuple[ParagraphEdit | SectionEdit, ...]:
    """Return the edit that the fields as they stand make; none for parts that stay."""
    if start.kind == "paragraph":
        return (ParagraphEdit(start.base, start.paragraph, start.words),)
    if start.kind == "section":
        return (SectionEdit(start.section, start.base, start.words, start.title),)
    return ()


def start_of_parts(session: Session, statement: Statement, revision: AmendmentRevision) -> Start:
    """Choose the page that can change these parts; where none can, the parts stay as they are."""
    kinds = [part.kind for part in revision.parts]
    first = revision.parts[0]
    if first.kind in OUTLINE_STARTS and len(kinds) == 1:
        return start_of_outline_part(first)
    if first.section is not None and {part.section_id for part in revision.parts} == {
        first.section_id
    }:
        if kinds == [PartKind.TEXT]:
            return start_of_text(session, statement, first)
        if set(kinds) <= {PartKind.TEXT, PartKind.TITLE}:
            return start_of_section(revision.parts)
    return Start(kind="keep", base=0)


def start_of_outline_part(part: AmendmentPart) -> Start:
    """Return the fields for a part that adds, drops or moves a section, on its own base."""
    assert part.outline is not None
    keys = part.outline_keys or []
    key = part.section_key or ""
    return Start(
        kind="keep" if part.kind is not PartKind.ADD else "add",
        base=part.outline.number,
        section=part.section.key if part.section else "",
        section_title=part.title or "",
        words=part.markdown or "",
        title=part.title or "",
        after=key_before(keys, key) if key in keys else "",
    )


def start_of_text(session: Session, statement: Statement, part: AmendmentPart) -> Start:
    """Return the fields for other words: of one paragraph where only that is changed."""
    version, proposed, moved = on_the_present(session, statement, part)
    edit = edited_block(read(version.markdown), proposed)
    if edit is None:
        start = section_start(version, write(proposed), version.title)
    else:
        start = paragraph_start(version, edit.index, edit.words)
    return replace(start, moved=moved)


def on_the_present(
    session: Session, statement: Statement, part: AmendmentPart
) -> tuple[SectionVersion, Passage, bool]:
    """Return the version to show, the section as asked, and whether the text moved under it.

    The present version where every change fits there, else the one the words were written on.
    """
    assert part.section is not None
    assert part.section_version is not None
    present = find_version(session, statement.id, part.section.key)
    own = redline_of(part)
    if present.id == part.section_version.id:
        return present, own.after, False
    standing = stand(part, read(present.markdown))
    if standing.redline is not None and set(standing.fates.values()) <= {Fate.CARRIED}:
        return present, standing.redline.after, False
    return part.section_version, own.after, True


def start_of_section(parts: Sequence[AmendmentPart]) -> Start:
    """Return the fields for a section's title, and its words where they are changed too."""
    version = parts[0].section_version
    assert version is not None
    words = next((part.markdown for part in parts if part.markdown is not None), version.markdown)
    title = next((part.title for part in parts if part.title), version.title)
    moved = parts[0].section is not None and parts[0].section.head != version.number
    return replace(section_start(version, words, title), moved=moved)


def start_typed(session: Session, statement: Statement, start: Start, wording: Wording) -> Start:
    """Return the fields with what was typed in them, over the version that was shown."""
    for edit in wording.edits:
        if isinstance(edit, ParagraphEdit):
            section = section_of_paragraph(session, statement.id, edit.paragraph)
            version = find_version(session, statement.id, section.key, edit.base)
            index = place_in(version, edit.paragraph)
            return replace(paragraph_start(version, index, edit.words), moved=start.moved)
        if isinstance(edit, SectionEdit):
            version = find_version(session, statement.id, edit.section, edit.base)
            title = version.title if edit.title is None else edit.title
            return replace(section_start(version, edit.markdown, title), moved=start.moved)
        if isinstance(edit, NewSection):
            return replace(
                start, base=edit.base, title=edit.title, words=edit.markdown, after=edit.after or ""
            )
    return start
