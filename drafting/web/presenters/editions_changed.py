"""What changed, in short: how many changes and where; the rest folded; what stands elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from drafting.rules.numbering import Number
from drafting.store.models import Edition, SectionVersion
from drafting.store.models.sections import SectionKind
from drafting.web.presenters.editions_names import edition_name

Block = TypeVar("Block")
LEAST = 2
"""So many blocks without a change at least are folded; one alone is shorter than its summary."""


@dataclass(frozen=True, slots=True)
class Run(Generic[Block]):
    """Blocks next to each other, `folded` where none of them changed."""

    blocks: tuple[Block, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something changed: its anchor, and its ¶ number, or the title of its section."""

    anchor: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Changed:
    """How many changes there are, and where, in order."""

    count: int
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class EditionChoice:
    """A published draft that the text may be held against."""

    number: int
    name: str


def runs_of(blocks: Iterable[Block], changed: Callable[[Block], bool]) -> tuple[Run[Block], ...]:
    """Cut blocks into those that changed and those that can be folded."""
    found = []
    for is_changed, run in groupby(blocks, changed):
        kept = tuple(run)
        found.append(Run(kept, folded=not is_changed and len(kept) >= LEAST))
    return tuple(found)


def titles_gone(edition: Edition, versions: Sequence[SectionVersion]) -> tuple[str, ...]:
    """Return the titles of sections that stand no longer; a frame was never part of the text."""
    here = {version.section_id for version in versions}
    return tuple(
        row.version.title
        for row in edition.sections
        if row.section_id not in here and row.kind is not SectionKind.FRAME
    )


def gone_after(numbers: Iterable[Number]) -> Mapping[str, Sequence[Number]]:
    """Return the numbers of what was taken out, by the key that they stand after."""
    found: dict[str, list[Number]] = {}
    last = ""
    for number in numbers:
        if number.taken_out:
            found.setdefault(last, []).append(number)
        else:
            last = number.key
    return found


def choice_of(edition: Edition) -> EditionChoice:
    """Return a published draft as a choice."""
    return EditionChoice(edition.number, edition_name(edition))


def chosen(editions: Sequence[EditionChoice], number: int | None) -> EditionChoice | None:
    """Return the draft of this number, else the newest."""
    if not editions:
        return None
    return next((one for one in editions if one.number == number), editions[0])
