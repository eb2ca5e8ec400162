"""Blocks as they are compared: what lies between the ends that two versions share, or all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Postfix, Prefix

from drafting.text.changes.runs import Run, common_runs
from drafting.text.changes.stretch import Stretch, Whole
from drafting.text.passages.passage import Block
from drafting.text.passages.segments import Segment, between, size_of
from drafting.text.passages.units import Units, words_of
from drafting.text.passages.words import divides

ENOUGH = 0.45
"""Share of letters that must be first or last ones on both sides for blocks to be compared only in
between; enough to say that they belong together."""
MARGIN = 40
"""Letters that stay and are looked at beside those that differ, so that an edit can slide."""


class Pair(NamedTuple):
    """Two stretches and the runs they share, counted from the unit after the first break."""

    one: Stretch
    two: Stretch
    runs: Sequence[Run]

    def exchanged(self) -> Pair:
        """The same with old and new exchanged."""
        return Pair(self.two, self.one, [(j, i, size) for i, j, size in self.runs])


def compared(one: Sequence[Block], two: Sequence[Block]) -> Pair:
    """Compare blocks in a row unit by unit; two single ones only between the ends they share."""
    if len(one) == len(two) == 1 and one[0].settled and two[0].settled:
        return between_ends(one[0], two[0]) or in_full(one[0], two[0])
    left, right = Whole(one), Whole(two)
    return Pair(left, right, common_runs(left.keys[1:], right.keys[1:]))


def in_full(one: Block, two: Block) -> Pair:
    """Compare all of two blocks."""
    left, right = one.units, two.units
    return Pair(left, right, common_runs(left.words, right.words))


def between_ends(one: Block, two: Block) -> Pair | None:
    """Compare two blocks between the ends they share; None if these are short."""
    ends = _common_ends(one, two)
    if not ends:
        return None
    low, tail = ends
    skipped = size_of(between(one.segments, 0, low)) if low else 0
    left, right = _window(one, low, tail, skipped), _window(two, low, tail, skipped)
    return Pair(left, right, common_runs(left.words, right.words))


def _window(block: Block, low: int, tail: int, skipped: int) -> Units:
    """A block without its first and last letters, so many."""
    text = block.text[low : len(block.text) - tail]
    inside = between(block.segments, low, low + len(text))
    return Units(block.break_, text, inside, words_of(inside), skipped)


def _common_ends(one: Block, two: Block) -> tuple[int, int] | None:
    """How many first and last letters of two blocks need not be compared, cut between words.

    None unless enough letters are the same at both ends, marks included.
    """
    text, size, other = one.text, len(one.text), len(two.text)
    least = ENOUGH / 2 * (size + other)
    head, tail = Prefix.similarity(text, two.text), Postfix.similarity(text, two.text)
    if head + tail < least:
        return None
    head = _alike(one.segments, two.segments, head)
    tail = _alike(one.segments[::-1], two.segments[::-1], tail)
    tail = min(tail, size - head, other - head)
    if head + tail < least:
        return None
    low = text.rfind(" ", 0, max(head - MARGIN, 0)) + 1
    high = text.find(" ", size - max(tail - MARGIN, 0)) + 1
    if not divides(text, low):
        low = 0
    return low, size - high if high and divides(text, high) else 0


def _alike(one: Sequence[Segment], two: Sequence[Segment], most: int) -> int:
    """How many letters stay in two rows of segments up to the first difference, marks included.

    Of their text alone stay at most so many, which is known.
    """
    size = 0
    for left, right in zip(one, two, strict=False):
        if left.marks != right.marks:
            break
        size += min(len(left.text), len(right.text))
        if len(left.text) != len(right.text):
            break
    return min(size, most)
