"""What two versions of a block share at both ends, and the middle in which they are compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from rapidfuzz.distance import Postfix, Prefix

from drafting.text.changes.runs import Run, common_runs
from drafting.text.changes.stretch import Window
from drafting.text.changes.units import block_runs, close, units, words_of
from drafting.text.passages.caches import on_forget
from drafting.text.passages.passage import Block, Passage
from drafting.text.passages.segments import Segment, between, size_of
from drafting.text.passages.words import divides

MOST = 0.45
"""Share of letters that must be first or last ones on both sides for blocks to be compared only in
between; enough to say that they belong together."""
MARGIN = 40
"""Letters that stay and are looked at beside those that differ, so that an edit can slide."""


def windows(old: Passage, i: int, new: Passage, j: int) -> tuple[Window, Window, list[Run]]:
    """What of two blocks lies between the ends they share, all of it if these are short.

    With it go the runs of units, counted from the one after the break, that both have in common.
    """
    one, two = old.blocks[i], new.blocks[j]
    start, low = old.starts[i], new.starts[j]
    ends = common_ends(one, two)
    if not ends:
        left = Window(one.break_, units(one).words, one.segments, start)
        right = Window(two.break_, units(two).words, two.segments, low)
        return left, right, block_runs(one, two)
    skipped = size_of(between(one.segments, 0, ends[0]))
    left, right = _window(one, ends, start, skipped), _window(two, ends, low, skipped)
    return left, right, common_runs(left.words, right.words)


def _window(block: Block, ends: tuple[int, int], start: int, skipped: int) -> Window:
    """A block without its first and last letters, so many."""
    head, tail = ends
    inside = tuple(between(block.segments, head, len(block.text) - tail))
    words = words_of(inside)
    if not tail:
        close(words)
    return Window(block.break_, words, inside, start, skipped)


@lru_cache(maxsize=5_000)
def common_ends(one: Block, two: Block) -> tuple[int, int] | None:
    """How many first and last letters of two blocks need not be compared, cut between words.

    None unless most letters are the same at both ends, marks included.
    """
    if not (one.settled and two.settled):
        return None
    text, size = one.text, len(one.text)
    head = _alike(one.segments, two.segments, Prefix.similarity)
    tail = _alike(one.segments[::-1], two.segments[::-1], Postfix.similarity)
    tail = min(tail, size - head, len(two.text) - head)
    if 2 * (head + tail) < MOST * (size + len(two.text)):
        return None
    low = text.rfind(" ", 0, max(head - MARGIN, 0)) + 1
    high = text.find(" ", size - max(tail - MARGIN, 0)) + 1
    if not divides(text, low):
        low = 0
    return low, size - high if high and divides(text, high) else 0


on_forget(common_ends.cache_clear)


def _alike(
    one: Sequence[Segment], two: Sequence[Segment], similarity: Callable[[str, str], int]
) -> int:
    """How many letters stay in two rows of segments up to the first difference, marks included."""
    size = 0
    for left, right in zip(one, two, strict=False):
        if left == right:
            size += len(left.text)
            continue
        return size + (similarity(left.text, right.text) if left.marks == right.marks else 0)
    return size
