"""A merge of two texts in conflict, as two whole texts: each with one side's words there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from drafting.text import Conflict, Passage, exact, merge, take


@dataclass(frozen=True, slots=True)
class Place:
    """Blocks that differ between the two texts: half-open ranges of their `blocks`."""

    ours: tuple[int, int]
    theirs: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alternatives:
    """What both sides agree on stands in both texts; without conflicts the texts are equal."""

    ours: Passage
    theirs: Passage
    conflicts: tuple[Conflict, ...]

    def places(self) -> Iterator[Place]:
        """Say where somebody must choose, in order."""
        matcher = SequenceMatcher(None, self.ours.blocks, self.theirs.blocks, autojunk=False)
        for name, low, high, other_low, other_high in matcher.get_opcodes():
            if name != "equal":
                yield Place((low, high), (other_low, other_high))


def alternatives(base: Passage, ours: Passage, theirs: Passage) -> Alternatives:
    """Merge two texts; where they are in conflict, once with the words of each."""
    merged = merge(base, [ours, theirs])
    if not merged.conflicts:
        return Alternatives(merged.passage, merged.passage, ())
    first, second = _with(base, ours, theirs), _with(base, theirs, ours)
    if first is None or second is None or first == second:
        first, second = ours, theirs
    return Alternatives(first, second, merged.conflicts)


def _with(base: Passage, side: Passage, other: Passage) -> Passage | None:
    """The merge in which every conflict goes to one side: the other gives up what it asks there.

    None when the two cannot be told apart so.
    """
    kept = list(exact(base, other))
    while (merged := merge(base, [side, take(base, kept)])).conflicts:
        given_up = {
            change
            for conflict in merged.conflicts
            for wish in conflict.sides
            if 1 in wish.proposals
            for change in wish.changes
        }
        fewer = [change for change in kept if change not in given_up]
        if len(fewer) == len(kept):
            return None
        kept = fewer
    return merged.passage
