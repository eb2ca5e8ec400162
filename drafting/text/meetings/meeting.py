"""When two changes of one text meet: the one place that says so, for all who ask."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from drafting.text.changes.lying import blocks_at
from drafting.text.changes.redline import Change, Redline, is_cut, opens_block
from drafting.text.passages.marks import agree, delta
from drafting.text.passages.passage import Passage
from drafting.text.passages.tokens import Break, Token


def is_marks(change: Change) -> bool:
    """Whether a change leaves every word as it is and changes marks alone."""
    return change.kind == "format" and not any(isinstance(t, Break) for t in change.removed)


def is_form(change: Change) -> bool:
    """Whether a change replaces the break of one block by another and nothing else."""
    return change.kind == "format" and len(change.removed) == 1 and _opens(change.removed)


def _opens(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and isinstance(tokens[0], Break)


def is_swap(change: Change) -> bool:
    """Whether a change puts something in the place of something."""
    return bool(change.removed) and bool(change.inserted)


def shape(change: Change) -> Hashable:
    """Changes of one shape share the same tokens with others, meet the same and clash with them.

    Where two share no token, what they put in is not asked.
    """
    what = opens_block(change), is_cut(change), is_marks(change), is_form(change)
    return change.start, change.end, change.to, *what


def share(one: Change, two: Change) -> bool:
    """Whether two ranges share a token, or the one lies at a gap inside the other."""
    return one.start < two.end and two.start < one.end


class Ground:
    """The text on which changes are compared, each with its blank glued to the word before."""

    def __init__(self, base: Passage) -> None:
        self.flat = base.flat
        self.base = base

    def block(self, change: Change) -> tuple[int, int]:
        """The first and the last block that a change touches."""
        blocks = blocks_at(self.base, change.start, change.end)
        return blocks.start, blocks.stop - 1

    def judged(self, change: Change) -> tuple[int, int]:
        """The range of a change in whole words with their blanks."""
        start, end = change.start, change.end
        if start == end:
            return self._judged_gap(start) if not opens_block(change) else (start, end)
        if self._blank(start):
            start = start + 1 if end > start + 1 else start - 1
        if self._blank(end) and not self._blank(end - 1):
            end += 1
        return start, end

    def reach(self, change: Change) -> Sequence[tuple[int, int]]:
        """Where a change may meet others: closed ranges, of which a move has one at its gap too."""
        if change.to is not None:
            return (change.start, change.end), (change.to, change.to)
        low, high = self.judged(change)
        return ((min(low, change.start), max(high, change.end)),)

    def _judged_gap(self, start: int) -> tuple[int, int]:
        """An insertion: behind the blank, or up to the end of the stops that follow it."""
        if self._blank(start):
            return start + 1, start + 1
        end = start
        while end < len(self.flat) and self.flat[end].kind == "punctuation":
            end += 1
        return start, end + 1 if end > start and self._blank(end) else end

    def _blank(self, offset: int) -> bool:
        return offset < len(self.flat) and self.flat[offset].kind == "blank"

    def touch(self, one: Change, two: Change) -> bool:
        """Whether two changes share a token or a gap of one block.

        Blocks that are put in touch nothing in the blocks beside them.
        """
        if one.to is not None or two.to is not None:
            return _moves_touch(one, two)
        if opens_block(one) or opens_block(two):
            return _arrival_touches(one, two)
        if is_form(one) or is_form(two):
            return share(one, two)
        start, end = self.judged(one)
        low, high = self.judged(two)
        if self._overlap(one, two):
            return True
        first, second = self.block(one), self.block(two)
        same = first[0] <= second[1] and second[0] <= first[1]
        return same and start <= high and low <= end

    def _overlap(self, one: Change, two: Change) -> bool:
        """Whether two changes share a token, or words judged with their blanks."""
        start, end = self.judged(one)
        low, high = self.judged(two)
        return share(one, two) or (start < high and low < end)

    def clash(self, one: Change, two: Change) -> bool:
        """Whether two different changes cannot both be made without a choice between them.

        Arrivals of blocks at one gap are not judged here: their order is (`merge`).
        """
        marks = is_marks(one) and is_marks(two)
        if not marks and is_swap(one) and is_swap(two) and not self._overlap(one, two):
            return False
        if not self.touch(one, two) or _agree(one, two):
            return False
        return not marks or _marks_clash(one, two)


def _agree(one: Change, two: Change) -> bool:
    """Whether two changes that touch can both be made by what they are."""
    if one.to is not None or two.to is not None:
        return False
    if (opens_block(one) and opens_block(two)) or (is_cut(one) and is_cut(two)):
        return True
    return _marks_over_words(one, two) or _marks_over_words(two, one)


def _arrival_touches(one: Change, two: Change) -> bool:
    """Blocks arriving touch what takes out both sides of their gap, and other arrivals there."""
    if opens_block(one) and opens_block(two):
        return one.start == two.start
    arrival, other = (one, two) if opens_block(one) else (two, one)
    return other.start < arrival.start < other.end


def _moves_touch(one: Change, two: Change) -> bool:
    if one.to is None:
        one, two = two, one
    assert one.to is not None
    if two.to is not None:
        apart = one.end <= two.start or two.end <= one.start
        into = two.start < one.to < two.end or one.start < two.to < one.end
        return not apart or into or one.to == two.to
    if two.start < one.to < two.end or (opens_block(two) and two.start == one.to):
        return True
    if two.end <= one.start or one.end <= two.start:
        return False
    inside = one.start <= two.start and two.end <= one.end
    return not inside or _takes_block(two)


def _takes_block(change: Change) -> bool:
    """Whether a change takes out a block from its break on."""
    return is_cut(change) and _opens(change.removed)


def _marks_over_words(one: Change, two: Change) -> bool:
    """Whether the first changes marks alone, and the second words in the range of that.

    Words that reach beyond the range agree with it if the new ones bear all marks it changes.
    """
    breaks = any(isinstance(token, Break) for token in two.removed + two.inserted)
    if not is_marks(one) or is_marks(two) or breaks:
        return False
    if two.start == two.end:
        return one.start < two.start < one.end
    if one.start <= two.start and two.end <= one.end:
        return True
    low, high = max(one.start, two.start), min(one.end, two.end)
    was = {
        (kind, before)
        for k in range(low - one.start, high - one.start)
        for kind, (before, _) in delta(one.removed[k], one.inserted[k]).items()
    }
    bears = {(mark.kind, mark.target) for token in two.inserted for mark in token.marks}
    return bool(was) and was <= bears


def _marks_clash(one: Change, two: Change) -> bool:
    for offset in range(max(one.start, two.start), min(one.end, two.end)):
        base = one.removed[offset - one.start]
        first = delta(base, one.inserted[offset - one.start])
        if not agree(first, delta(base, two.inserted[offset - two.start])):
            return True
    return False


def meets(one: Redline, two: Redline) -> bool:
    """Whether two proposals on one base touch: share a word or a gap of one block."""
    ground = Ground(one.before)
    return any(ground.touch(a, b) for a in one.changes for b in two.changes if a != b)


def place(change: Change) -> tuple[int, int, int]:
    """Where a change stands in a list of changes: arrivals before the range that begins there."""
    offset = change.start if change.to is None else change.to
    rank = 1 if change.to is not None or opens_block(change) else 2 if change.removed else 0
    return offset, rank, change.end
