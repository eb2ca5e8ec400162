"""What stands in the fields of a page for writing when a draft is opened or sent words revised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import groupby

from drafting.actions.steps.edited import place_in
from drafting.actions.steps.parts import OUTLINE_KINDS, given, redline_of
from drafting.actions.steps.ruling import asked_words
from drafting.actions.steps.standing import stand
from drafting.errors import Refused
from drafting.rules.edits import (
    DroppedSection,
    Edit,
    MovedSection,
    NewSection,
    ParagraphEdit,
    SectionEdit,
    Wording,
)
from drafting.rules.lifecycle import Fate
from drafting.rules.places import edited_block
from drafting.store.models import (
    Amendment,
    AmendmentPart,
    AmendmentRevision,
    SectionVersion,
    Statement,
)
from drafting.store.models.amendments import PartKind
from drafting.store.models.sections import SectionKind
from drafting.store.queries.amendments import latest
from drafting.store.queries.bases import find_version
from drafting.store.queries.sections import present_outline, section_of_paragraph
from drafting.store.session import Session
from drafting.text import Passage, read, write
from drafting.web.presenters.amendments_start import (
    Start,
    key_before,
    paragraph_start,
    section_start,
)

KEEP = Start(kind="keep", base=0)
ASKED = frozenset({Fate.CARRIED, Fate.IN_QUESTION})


def start_from(session: Session, statement: Statement, amendment: Amendment) -> Start:
    """Return the fields for a draft or something sent, on the present text where it fits there."""
    revision = latest(amendment)
    start = start_of_parts(session, statement, revision, sent=amendment.number is not None)
    wording = Wording(
        edits=tuple(edits_of(start)),
        reason=revision.reason,
        heading=revision.heading,
        editorial=revision.editorial,
    )
    return replace(start, wording=wording)


def start_of_parts(
    session: Session, statement: Statement, revision: AmendmentRevision, *, sent: bool
) -> Start:
    """Return fields for every part; where one can no longer be written, all stay as they are."""
    starts = [start_of(session, statement, parts, sent=sent) for parts in grouped(revision)]
    if len(starts) == 1:
        return starts[0]
    if any(start.kind == KEEP.kind for start in starts):
        return KEEP
    return Start(kind="parts", base=0, parts=tuple(starts))


def grouped(revision: AmendmentRevision) -> Iterator[list[AmendmentPart]]:
    """Yield what is written in one place: a section's words and title; each part of the order."""
    for version, parts in groupby(revision.parts, key=lambda part: part.section_version_id):
        if version is None:
            yield from ([part] for part in parts)
        else:
            yield list(parts)


def start_of(
    session: Session, statement: Statement, parts: Sequence[AmendmentPart], *, sent: bool
) -> Start:
    """Return the fields for what is written in one place."""
    first = parts[0]
    if first.kind in OUTLINE_KINDS:
        return start_of_outline_part(session, statement, first)
    if [part.kind for part in parts] != [PartKind.TEXT]:
        return start_of_section(parts)
    anew = start_of_anew(session, statement, first) if sent else None
    if anew is not None:
        return anew
    start = start_of_text(session, statement, first)
    return written_anew(session, statement, start) if start.moved and sent else start


def start_of_outline_part(session: Session, statement: Statement, part: AmendmentPart) -> Start:
    """Return the fields for a part that adds a section, on its own base, or drops or moves one."""
    if part.kind is not PartKind.ADD:
        return start_of_rearranging(session, statement, part)
    return Start(
        kind="add",
        base=given(part.outline).number,
        section_title=part.title or "",
        words=part.markdown or "",
        title=part.title or "",
        after=key_asked(part),
    )


def start_of_rearranging(session: Session, statement: Statement, part: AmendmentPart) -> Start:
    """Return the fields for dropping or moving a section, on the present order.

    Where the section is gone or takes no changes any more, the part stays as it is.
    """
    section, outline = given(part.section), present_outline(session, statement.id)
    if outline is None or section.key not in outline.keys or section.kind is not SectionKind.TEXT:
        return KEEP
    after = key_asked(part)
    return Start(
        kind=part.kind.value,
        base=outline.number,
        section=section.key,
        section_title=part.title or "",
        after=after if after in ("", *outline.keys) else key_before(outline.keys, section.key),
        moved=outline.id != part.outline_id,
    )


def key_asked(part: AmendmentPart) -> str:
    """Return the key of the section after which a part puts its own; empty for the first place."""
    keys, key = part.outline_keys or [], part.section_key or ""
    return key_before(keys, key) if key in keys else ""


def edits_of(start: Start) -> Iterator[Edit]:
    """Yield the edits that the fields as they stand make; none for parts that stay."""
    after = start.after or None
    if start.kind == "parts":
        for part in start.parts:
            yield from edits_of(part)
    elif start.kind == "paragraph":
        yield ParagraphEdit(start.base, start.paragraph, start.words)
    elif start.kind == "section":
        yield SectionEdit(start.section, start.base, start.words, start.title)
    elif start.kind == "add":
        yield NewSection(start.base, after, start.title, start.words)
    elif start.kind == "drop":
        yield DroppedSection(start.base, start.section)
    elif start.kind == "move":
        yield MovedSection(start.base, start.section, after)


def written_anew(session: Session, statement: Statement, start: Start) -> Start:
    """Return the fields over the present words of the paragraph, where it still stands.

    What was asked stays in the field: what is sent now is measured against the present text.
    """
    present = find_version(session, statement.id, start.section)
    if start.kind != "paragraph" or start.paragraph not in present.keys:
        return start
    index = present.keys.index(start.paragraph)
    return replace(paragraph_start(present, index, start.words), moved=True)


def start_of_text(session: Session, statement: Statement, part: AmendmentPart) -> Start:
    """Return the fields for other words: of one paragraph where only that is changed."""
    version, proposed, moved = on_the_present(session, statement, part)
    return replace(fields_for(version, proposed), moved=moved)


def fields_for(version: SectionVersion, proposed: Passage) -> Start:
    """Return the fields that make this of a section: its one paragraph, or all of it."""
    edit = edited_block(read(version.markdown), proposed)
    if edit is None:
        return section_start(version, write(proposed), version.title)
    return paragraph_start(version, edit.index, edit.words)


def start_of_anew(session: Session, statement: Statement, part: AmendmentPart) -> Start | None:
    """Return the fields with what was asked, put into the text that moved under these words.

    None where nothing is in question, or the words fit nowhere.
    """
    present = find_version(session, statement.id, given(part.section).key)
    passage = read(present.markdown)
    standing = stand(part, passage)
    wanted = [sign for sign, fate in standing.fates.items() if fate in ASKED]
    if not standing.in_question or standing.redline is None:
        return None
    with suppress(Refused):
        redline, _changes = asked_words(part, standing, passage, wanted)
        return replace(fields_for(present, redline.after), moved=True, anew=True)
    return None


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
    """Return the fields with what was typed in them, over the versions that were shown.

    Where others have asked for other parts meanwhile, the fields are those that were typed in.
    """
    if not wording.edits and start.kind != "parts":
        return start
    pairs = beside(start.parts or (start,), wording.edits)
    if pairs is None:
        pairs = [(empty(session, statement, edit), edit) for edit in wording.edits]
    typed = tuple(with_edit(session, statement, part, edit) for part, edit in pairs)
    return typed[0] if len(typed) == 1 else Start(kind="parts", base=0, parts=typed)


def beside(
    parts: Sequence[Start], edits: Sequence[Edit]
) -> Sequence[tuple[Start, Edit | None]] | None:
    """Put each part beside what was typed for it; only a drop can have nothing.

    None where something was typed for a part that is not among these.
    """
    left, pairs = list(edits), []
    for part in parts:
        fits = bool(left) and asks(part, left[0])
        pairs.append((part, left.pop(0) if fits else None))
    return None if left else pairs


def asks(part: Start, edit: Edit) -> bool:
    """Say whether an edit can have been typed in the fields of a part."""
    if isinstance(edit, DroppedSection | MovedSection):
        kind = "drop" if isinstance(edit, DroppedSection) else "move"
        return (part.kind, part.section) == (kind, edit.section)
    if isinstance(edit, NewSection):
        return part.kind == "add"
    return part.kind in ("paragraph", "section")


def empty(session: Session, statement: Statement, edit: Edit) -> Start:
    """Return the fields in which an edit was typed, before anything is put into them."""
    if isinstance(edit, NewSection):
        return Start(kind="add", base=edit.base, section_title=edit.title)
    if isinstance(edit, DroppedSection | MovedSection):
        kind = "drop" if isinstance(edit, DroppedSection) else "move"
        title = find_version(session, statement.id, edit.section).title
        return Start(kind=kind, base=edit.base, section=edit.section, section_title=title)
    return KEEP


def with_edit(session: Session, statement: Statement, start: Start, edit: Edit | None) -> Start:
    """Return the fields of one place with what was typed in them."""
    if edit is None:
        return replace(start, goes=start.kind != "drop")
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
    if isinstance(edit, MovedSection):
        return replace(start, base=edit.base, after=edit.after or "")
    return replace(start, base=edit.base)
