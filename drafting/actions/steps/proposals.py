"""Turning typed edits into the parts of an amendment, and naming what they change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from sqlalchemy.orm import Session

from drafting.actions.steps.edited import check_emptied, proposed, with_drops
from drafting.actions.steps.insisting import copied_parts
from drafting.actions.steps.keys import fresh_keys
from drafting.actions.steps.parts import (
    changes_between,
    given,
    outline_passage,
    redline_of,
    title_passage,
)
from drafting.errors import N_, BadInput, NotVisible, Refused, Unchanged
from drafting.rules.edits import (
    DroppedSection,
    Edit,
    MovedSection,
    NewSection,
    ParagraphEdit,
    SectionEdit,
    Wording,
    inserted_after,
    without,
)
from drafting.rules.headings import (
    MOST,
    Sentence,
    heading_of,
    in_a_row,
    section_heading,
    title_heading,
)
from drafting.rules.places import keys_of_changes
from drafting.store.models import AmendmentPart, AmendmentRevision, SectionVersion, Statement
from drafting.store.models.amendments import PartKind
from drafting.store.models.sections import SectionKind
from drafting.store.queries.bases import Bases, find_bases
from drafting.store.queries.sections import present_outline
from drafting.text import Passage, read, write

LONGEST_TITLE = 300
MOST_PARTS = 3
"""As many parts stand in a heading; the others are counted."""


def build_parts(edits: Sequence[Edit], bases: Bases, keys: Iterator[str]) -> list[AmendmentPart]:
    """Make the parts that these edits ask for, in order; `keys` are for sections that are new.

    Raises: Unchanged when they change nothing.
    """
    parts = [*text_parts(edits, bases), *outline_parts(edits, bases, keys)]
    if not parts:
        raise Unchanged
    for position, part in enumerate(parts):
        part.position = position
    return parts


def text_parts(edits: Sequence[Edit], bases: Bases) -> Iterator[AmendmentPart]:
    """Make the parts that change words or titles of sections, one a section and kind."""
    by_version: dict[SectionVersion, list[ParagraphEdit | SectionEdit]] = defaultdict(list)
    for edit in edits:
        if isinstance(edit, ParagraphEdit | SectionEdit):
            by_version[bases.versions[edit]].append(edit)
    for version, asked in by_version.items():
        yield from words_part(version, proposed(version, asked))
        for edit in asked:
            if isinstance(edit, SectionEdit) and edit.title is not None:
                yield from title_part(version, " ".join(edit.title.split()))


def check_welcome(parts: Iterable[AmendmentPart]) -> None:
    """Go on only where changes are welcome. Raises: Refused."""
    sections = (part.section for part in parts if part.section is not None)
    if any(section.kind is not SectionKind.TEXT for section in sections):
        raise Refused(N_("This section takes no changes."))


def check_standing(session: Session, statement: Statement, parts: Sequence[AmendmentPart]) -> None:
    """Go on only where a draft's sections still stand and take changes. Raises: Refused."""
    outline = present_outline(session, statement.id)
    for section in (part.section for part in parts if part.section is not None):
        if outline is not None and section.key not in outline.keys:
            raise Refused(N_("This section was taken out of the text. Your draft is kept."))
        if section.kind is not SectionKind.TEXT:
            raise Refused(N_("This section takes no more changes. Your draft is kept."))


def words_part(version: SectionVersion, passage: Passage) -> Iterator[AmendmentPart]:
    """Make the part for other words, where they are other."""
    base = read(version.markdown)
    if passage == base:
        return
    yield AmendmentPart(
        kind=PartKind.TEXT,
        section=version.section,
        section_version=version,
        markdown=write(passage),
        changes=changes_between(base, passage),
    )


def title_part(version: SectionVersion, title: str) -> Iterator[AmendmentPart]:
    """Make the part for another title, where it is another."""
    before, after = title_passage(version.title), title_passage(checked_title(title))
    if before == after:
        return
    yield AmendmentPart(
        kind=PartKind.TITLE,
        section=version.section,
        section_version=version,
        title=title,
        changes=changes_between(before, after, PartKind.TITLE),
    )


def checked_title(title: str) -> str:
    """Return a usable title. Raises: BadInput."""
    if not title.strip():
        raise BadInput(N_("Give the section a title."), field="title")
    if len(title) > LONGEST_TITLE:
        raise BadInput(N_("This title is too long."), field="title")
    return title


def outline_parts(
    edits: Sequence[Edit], bases: Bases, keys: Iterator[str]
) -> Iterator[AmendmentPart]:
    """Make the parts that add, drop or move sections."""
    for edit in edits:
        if isinstance(edit, NewSection):
            yield from added(edit, bases, next(keys))
        elif isinstance(edit, DroppedSection | MovedSection):
            yield from rearranged(edit, bases)


def added(edit: NewSection, bases: Bases, key: str) -> Iterator[AmendmentPart]:
    """Make the part for a section more."""
    passage = read(edit.markdown)
    title = checked_title(" ".join(edit.title.split()))
    if not passage.blocks:
        raise BadInput(N_("Write the words of the new section."), field="markdown")
    outline = bases.outlines[edit.base]
    order = inserted_after(outline.keys, key, edit.after)
    yield AmendmentPart(
        kind=PartKind.ADD,
        outline=outline,
        section_key=key,
        title=title,
        markdown=write(passage),
        outline_keys=order,
        changes=changes_between(outline_passage(outline.keys), outline_passage(order)),
    )


def rearranged(edit: DroppedSection | MovedSection, bases: Bases) -> Iterator[AmendmentPart]:
    """Make the part for a section less, or elsewhere; its title goes with it, to be named."""
    version = bases.heads[edit.section]
    outline = bases.outlines[edit.base]
    if edit.section not in outline.keys:
        raise NotVisible
    moved = isinstance(edit, MovedSection)
    order = (
        inserted_after(outline.keys, edit.section, edit.after)
        if isinstance(edit, MovedSection)
        else without(outline.keys, edit.section)
    )
    if order == outline.keys:
        return
    yield AmendmentPart(
        kind=PartKind.MOVE if moved else PartKind.DROP,
        section=version.section,
        outline=outline,
        section_key=edit.section,
        title=version.title,
        outline_keys=order,
        changes=changes_between(outline_passage(outline.keys), outline_passage(order)),
    )


def parts_for(
    session: Session, statement: Statement, wording: Wording, before: AmendmentRevision | None
) -> list[AmendmentPart]:
    """Make the parts that a form asks for, where changes are welcome.

    Raises: NotVisible, Unchanged, Refused, BadInput.
    """
    parts = parts_said(session, statement, wording, before)
    if wording.edits:
        check_welcome(parts)
    check_emptied(wording, parts)
    return parts


def parts_said(
    session: Session, statement: Statement, wording: Wording, before: AmendmentRevision | None
) -> list[AmendmentPart]:
    """Make the parts that a form says; a section that was new before keeps its key.

    Raises: NotVisible, Unchanged, BadInput.
    """
    if not wording.edits and before is not None:
        return copied_parts(before)
    edits = with_drops(session, statement, wording)
    new = [part.section_key for part in before.parts if part.kind is PartKind.ADD] if before else []
    keys = chain(filter(None, new), fresh_keys(session, statement.id))
    return build_parts(edits, find_bases(session, statement.id, edits), keys)


def name_parts(parts: Sequence[AmendmentPart], labels: Mapping[str, str]) -> Sentence:
    """Name what an amendment asks, part by part; `labels` gives ¶ numbers by key.

    What the parts are bound to must be loaded.
    """
    heading = in_a_row([name_part(part, labels) for part in parts[:MOST_PARTS]])
    left = len(parts) - MOST_PARTS
    more = {"first": heading, "count": left}
    return Sentence(N_("%(first)s; and %(count)s more"), more) if left > 0 else heading


def name_part(part: AmendmentPart, labels: Mapping[str, str]) -> Sentence:
    """Name what one part asks."""
    if part.kind is PartKind.TEXT:
        numbers = [labels.get(key, "") for key in given(part.section_version).keys]
        return heading_of(redline_of(part), numbers, base_title(part))
    if part.kind is PartKind.TITLE:
        return title_heading(base_title(part), part.title or "")
    old, new = (place_in_order(part, keys) for keys in orders_of(part))
    return section_heading(part.kind.value, part.title or "", old, new)


def orders_of(part: AmendmentPart) -> tuple[Sequence[str], Sequence[str]]:
    """Return the order of sections that a part was written on, and the one it asks for."""
    return given(part.outline).keys, part.outline_keys or ()


def place_in_order(part: AmendmentPart, keys: Sequence[str]) -> int:
    """Return the place of a part's section in an order, counted from one; 0 where it is not."""
    return keys.index(part.section_key) + 1 if part.section_key in keys else 0


def labels_of_part(part: AmendmentPart, labels: Mapping[str, str]) -> list[str]:
    """Return the ¶ numbers of the blocks that a part changes, one a change."""
    version = part.section_version
    if version is None or part.kind is not PartKind.TEXT:
        return []
    return [labels.get(key, "") for key in keys_of_changes(redline_of(part), version.keys)]


def base_title(part: AmendmentPart) -> str:
    """Return the title of the section as it was when the part was written."""
    return part.section_version.title if part.section_version else ""


def own_heading(parts: Sequence[AmendmentPart], labels: Mapping[str, str], written: str) -> str:
    """Return the heading that a person wrote; empty where it says what would be made anyhow."""
    own = " ".join(written.split())[:MOST]
    return "" if own == str(name_parts(parts, labels))[:MOST] else own


def heading_now(revision: AmendmentRevision, labels: Mapping[str, str]) -> Sentence | str:
    """Return the author's own heading, else the one made from the changes and present numbers."""
    if revision.heading or not revision.parts:
        return revision.heading
    return name_parts(revision.parts, labels)
