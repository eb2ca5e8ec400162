"""Where what was asked stands in the present text, once it was answered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from drafting.actions.steps.parts import readable
from drafting.rules.lifecycle import Outcome
from drafting.store.models import AmendmentPart, Ruling, SectionVersion
from drafting.store.models.amendments import PartKind
from drafting.store.queries.decisions import versions
from drafting.store.session import Session
from drafting.text import Excerpt, Passage, blocks_at, diff, excerpts, index, read

TAKEN = frozenset({Outcome.ACCEPTED, Outcome.IN_PART, Outcome.AS_MODIFIED})


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the present text: its anchor, its ¶ number if it has one, else its words."""

    anchor: str
    label: str
    words: str

    @property
    def name(self) -> str:
        """What the place is called in plain text."""
        return self.words or f"¶{self.label}"


@dataclass(frozen=True, slots=True)
class Present:
    """The text as it stands: the old versions that are asked about, each section, the numbers."""

    old: Mapping[int, SectionVersion]
    sections: Sequence[SectionVersion]
    labels: Mapping[str, str]

    def of_section(self, number: int | None) -> SectionVersion | None:
        """Return the present version of a section, if it stands."""
        return next((row for row in self.sections if row.section_id == number), None)

    def of_part(self, part: AmendmentPart) -> SectionVersion | None:
        """Return the section that a part names, if it stands."""
        for row in self.sections:
            if row.section_id == part.section_id or row.section.key == part.section_key:
                return row
        return None


def present_of(
    session: Session,
    rulings: Iterable[Ruling],
    parts: Iterable[AmendmentPart],
    sections: Sequence[SectionVersion],
    labels: Mapping[str, str],
) -> Present:
    """Load what these answers are compared with."""
    ids = {
        number
        for ruling in rulings
        for number in (ruling.before_version_id, ruling.after_version_id)
    } | {part.section_version_id for part in parts}
    return Present(versions(session, {one for one in ids if one is not None}), sections, labels)


def spots(
    rulings: Iterable[Ruling], parts: Mapping[int, AmendmentPart], present: Present
) -> tuple[Spot, ...]:
    """Say where that which was answered stands now; each place once."""
    found = []
    for ruling in rulings:
        part = parts.get(ruling.part_id or 0)
        if ruling.outcome in TAKEN:
            found += words_taken(ruling, present)
            found += order_taken(part, present) if part is not None else []
        elif ruling.outcome is Outcome.REJECTED and part is not None:
            found += left(part, present)
    return tuple(dict.fromkeys(found))


def words_taken(ruling: Ruling, present: Present) -> list[Spot]:
    """Return the paragraphs, and the title, that read as this answer made them."""
    if ruling.before_version_id is None or ruling.after_version_id is None:
        return []
    before, after = (
        present.old[ruling.before_version_id],
        present.old[ruling.after_version_id],
    )
    now = present.of_section(after.section_id)
    if now is None:
        return []
    keys = changed_keys(before, after, readable(ruling.taken))
    found = [paragraph_spot(key, now, present) for key in keys if key in now.keys]
    if before.title != after.title == now.title:
        found.insert(0, section_spot(now, _("Title of the section “%(title)s”", title=now.title)))
    return found


def order_taken(part: AmendmentPart, present: Present) -> list[Spot]:
    """Return where a section stands that was added or moved."""
    row = present.of_part(part)
    if row is None or part.kind not in {PartKind.ADD, PartKind.MOVE}:
        return []
    if part.kind is PartKind.ADD:
        return [section_spot(row, _("In the new section “%(title)s”", title=row.title))]
    at = present.sections.index(row)
    if at == 0:
        return [section_spot(row, _("Section “%(title)s” stands first", title=row.title))]
    after = present.sections[at - 1].title
    words = _("Section “%(title)s” stands after “%(other)s”", title=row.title, other=after)
    return [section_spot(row, words)]


def left(part: AmendmentPart, present: Present) -> list[Spot]:
    """Return what was only to be taken out, was not, and reads as it did."""
    row = present.of_part(part)
    if row is None:
        return []
    if part.kind is PartKind.DROP:
        return [section_spot(row, _("Section “%(title)s” stands", title=row.title))]
    base = present.old.get(part.section_version_id or 0)
    changes = readable(part.changes)
    if part.kind is not PartKind.TEXT or base is None or any(one.get("after") for one in changes):
        return []
    passage, now = read(base.markdown), read(row.markdown).blocks
    at = dict.fromkeys(place for one in changes for place in blocks_taken(passage, one))
    stands = dict(zip(row.keys, now, strict=False))
    return [
        paragraph_spot(base.keys[place], row, present, stands=True)
        for place in at
        if stands.get(base.keys[place]) == passage.blocks[place]
    ]


def paragraph_spot(
    key: str, row: SectionVersion, present: Present, *, stands: bool = False
) -> Spot:
    """Name a paragraph by its number, and one that has none by its section."""
    label = present.labels.get(key, "")
    if stands and label:
        return Spot(f"p-{key}", label, _("¶%(number)s stands", number=label))
    return Spot(f"p-{key}", label, "" if label else row.title)


def section_spot(row: SectionVersion, words: str) -> Spot:
    """Name a place that is a whole section, or its title."""
    return Spot(f"s-{row.section.key}", "", words)


def changed_keys(
    before: SectionVersion, after: SectionVersion, taken: Sequence[Mapping[str, Any]]
) -> list[str]:
    """Return the keys of the paragraphs that read otherwise, by what was taken."""
    was = read(before.markdown)
    now = read(after.markdown)
    old = set(was.blocks)
    new = [key for key, block in zip(after.keys, now.blocks, strict=False) if block not in old]
    mine = {block.text for cut in cuts_of(was, now, taken) for block in cut.redline.after.blocks}
    texts = {key: block.text for key, block in zip(after.keys, now.blocks, strict=False)}
    return [key for key in new if texts[key] in mine]


def cuts_of(before: Passage, now: Passage, taken: Collection[Mapping[str, Any]]) -> list[Excerpt]:
    """Return what a decision changed in the paragraphs in which what was taken lies.

    Others that were answered in the same act may have changed more of the section.
    """
    cuts = excerpts(diff(before, now))
    touched = {at for row in taken for at in blocks_taken(before, row)}
    return [cut for cut in cuts if touched & set(reach(cut))] or cuts


def blocks_taken(passage: Passage, row: Mapping[str, Any]) -> range:
    """Return the blocks in which a stored change lies."""
    return blocks_at(passage, index(passage, row["start"]), index(passage, row["end"]))


def reach(cut: Excerpt) -> range:
    """Return the blocks that an excerpt shows."""
    return range(cut.first, cut.first + max(len(cut.redline.before.blocks), 1))
