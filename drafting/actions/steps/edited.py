"""How a section reads after some edits, and what becomes of one in which no word is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy.orm import Session

from drafting.errors import N_, BadInput, NotVisible
from drafting.rules.edits import (
    DroppedSection,
    Edit,
    Emptied,
    ParagraphEdit,
    SectionEdit,
    Wording,
)
from drafting.rules.places import with_block
from drafting.store.models import AmendmentPart, SectionVersion, Statement
from drafting.store.models.amendments import PartKind
from drafting.store.queries.bases import find_bases
from drafting.store.queries.sections import present_outline
from drafting.text import Passage, read


def proposed(version: SectionVersion, asked: Sequence[ParagraphEdit | SectionEdit]) -> Passage:
    """Return the section as it would read; paragraphs are put in from the last to the first."""
    passage = read(version.markdown)
    for edit in asked:
        if isinstance(edit, SectionEdit):
            return read(edit.markdown)
    blocks = {place_in(version, edit.paragraph): edit.words for edit in paragraphs(asked)}
    for index in sorted(blocks, reverse=True):
        passage = with_block(passage, index, blocks[index])
    return passage


def paragraphs(asked: Iterable[ParagraphEdit | SectionEdit]) -> Iterator[ParagraphEdit]:
    """Yield the edits of single blocks."""
    return (edit for edit in asked if isinstance(edit, ParagraphEdit))


def place_in(version: SectionVersion, key: str) -> int:
    """Return which block has this key, also under the key of one it was joined with.

    Raises: NotVisible.
    """
    present = version.aliases.get(key, key)
    if present not in version.keys:
        raise NotVisible
    return version.keys.index(present)


def with_drops(session: Session, statement: Statement, wording: Wording) -> tuple[Edit, ...]:
    """Return the edits; those that empty a section drop it where its title is to go as well."""
    outline = present_outline(session, statement.id)
    if wording.emptied is not Emptied.DROP or outline is None:
        return wording.edits
    bases = find_bases(session, statement.id, wording.edits)
    by_version: dict[SectionVersion, list[ParagraphEdit | SectionEdit]] = defaultdict(list)
    for edit, version in bases.versions.items():
        if isinstance(edit, ParagraphEdit | SectionEdit):
            by_version[version].append(edit)
    emptied = {
        version.section.key: edits
        for version, edits in by_version.items()
        if empties(read(version.markdown), proposed(version, edits))
    }
    gone = {edit for edits in emptied.values() for edit in edits}
    drops = (DroppedSection(outline.number, key) for key in emptied)
    return (*(edit for edit in wording.edits if edit not in gone), *drops)


def empties(before: Passage, after: Passage) -> bool:
    """Say whether all words of a text go."""
    return bool(before.blocks) and not after.blocks


def check_emptied(wording: Wording, parts: Iterable[AmendmentPart]) -> None:
    """Ask what becomes of the title of a section that loses its words. Raises: BadInput."""
    if wording.emptied is None and wording.edits and any(map(is_emptied, parts)):
        raise BadInput(
            N_("No word is left in this section. Say whether its title stays."), field="emptied"
        )


def is_emptied(part: AmendmentPart) -> bool:
    """Say whether a part takes every word out of its section; its version must be loaded."""
    version = part.section_version
    if part.kind is not PartKind.TEXT or version is None:
        return False
    return empties(read(version.markdown), read(part.markdown or ""))
