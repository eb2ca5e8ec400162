"""How alike two blocks are: the letters of the units that both hold."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from drafting.text.changes.runs import common_runs
from drafting.text.passages.passage import Block, Passage
from drafting.text.passages.units import LONG, Key, Units, says

ANCHOR = 12
"""Letters of words a block must hold to anchor the alignment by itself; short ones may recur."""
ALIKE = 0.4
"""Share of letters (twice the common ones over all) from which two blocks are one, edited."""
INSIDE = 0.5
"""Share of the shorter block's letters found in the longer one: a part split off or joined."""
WHOLE, SHORT = 0.99, 5
"""A block of at least so many letters that stands in the other as a whole is a part of it."""
RESPELT, MANY = 0.7, 8
"""Share of letters from which a long word became another; and how many are looked at."""


def shared(
    old: Passage, new: Passage, blocks: Sequence[int], new_blocks: Sequence[int]
) -> dict[tuple[int, int], int]:
    """For each pair of blocks the letters of the units they share."""
    one, two = _Row(old, blocks), _Row(new, new_blocks)
    found: dict[tuple[int, int], int] = defaultdict(int)
    for start, low, size in common_runs(one.keys, two.keys):
        i, j, at = start, low, start
        while at < start + size:
            here, there = one.block_at(i), two.block_at(j)
            length = min(one.ends[here] - i, two.ends[there] - j, start + size - at)
            pair = one.numbers[here], two.numbers[there]
            found[pair] += one.said[i + length] - one.said[i]
            i, j, at = i + length, j + length, at + length
    return found


class _Row:
    """The units of several blocks one after another."""

    def __init__(self, passage: Passage, numbers: Sequence[int]) -> None:
        self.numbers = numbers
        self.keys: list[Key] = []
        self.said = [0]
        """How much the units before each one say, and all of them."""
        self.ends: list[int] = []
        """The place after each block's last unit."""
        for number in numbers:
            units = passage.blocks[number].units
            self.keys += units.keys
            self.said += [self.said[-1] + letters for letters in units.said[1:]]
            self.ends.append(len(self.keys))

    def block_at(self, unit: int) -> int:
        """Which of the blocks, counted within the row, a unit stands in."""
        return bisect_right(self.ends, unit)


def belong(old: Passage, new: Passage, pair: tuple[int, int], weight: int) -> bool:
    """Whether two blocks share enough to be one, edited, or a part of the other."""
    one, two = old.blocks[pair[0]].units, new.blocks[pair[1]].units
    if weight == 0:
        return one.words == two.words
    return _enough(one, two, weight) or _enough(one, two, weight + LONG * _respelt(one, two))


def _enough(one: Units, two: Units, weight: int) -> bool:
    left, right = one.said[-1], two.said[-1]
    least = min(left, right)
    whole = weight >= WHOLE * least and least >= SHORT
    alike = 2 * weight >= ALIKE * (left + right)
    return whole or alike or (weight >= INSIDE * least and least >= ANCHOR)


def _respelt(one: Units, two: Units) -> int:
    """How many long words, addresses above all, became others that resemble them."""
    first = {word for word in one.words if len(word) >= LONG}
    second = {word for word in two.words if len(word) >= LONG}
    gone, come = sorted(first - second)[:MANY], sorted(second - first)[:MANY]
    return sum(any(_resemble(key, other) for other in come) for key in gone)


def _resemble(one: str, two: str) -> bool:
    return Indel.normalized_similarity(one, two) >= RESPELT


def phrases(block: Block) -> set[object]:
    """The runs of three units in a block, as what it is recognised by."""
    words = block.units.words
    return {tuple(words[k : k + 3]) for k in range(max(len(words) - 2, 1))}


def share(one: Block, two: Block) -> float:
    """Twice the common letters over all letters, each distinct unit counted once."""
    first, second = set(one.units.words), set(two.units.words)
    total = sum(map(says, first)) + sum(map(says, second))
    return 2 * sum(map(says, first & second)) / total if total >= 4 * ANCHOR else 0.0
