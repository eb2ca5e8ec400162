"""Blocks as the finder sees them: units of one token, each blank glued to the word before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from drafting.text.caches import on_forget
from drafting.text.passage import Block, Passage
from drafting.text.runs import Run, common_runs
from drafting.text.tokens import Break, Token

Key = str | Break
"""What two units must share to be the same: the word and its blank, whatever marks lie over
them, or the break."""


MOST = 0.6
"""Share of tokens, first and last ones, that two blocks must share to be compared in between."""
MARGIN = 24
"""Tokens that stay and are looked at beside those that differ."""
LONG = 20
"""Letters from which a word says no more by being longer."""


class Units(NamedTuple):
    """The units of one block, its break first."""

    keys: list[Key]
    """The last one of a block has no blank and counts as having a space, so that a sentence can
    be put in after it."""
    starts: list[int]
    """Offset of each unit from the block's break, in tokens."""
    letters: int
    """How much the units say; see `letters`."""


@lru_cache(maxsize=20_000)
def units(block: Block) -> Units:
    """The units of a block, kept for the blocks seen last; not to be changed."""
    words, starts = _cut(block.tokens, 0, len(block.tokens))
    return Units([block.break_, *words], [0, *starts], letters(words))


def _cut(tokens: Sequence[Token], start: int, end: int) -> tuple[list[str], list[int]]:
    """The units of a range of a block's tokens, and their offsets from the block's break."""
    words: list[str] = []
    starts: list[int] = []
    loose = False
    for at, token in enumerate(tokens[start:end], start + 1):
        if loose and token.kind == "blank":
            words[-1] += token.text
            loose = False
        else:
            words.append(token.text)
            starts.append(at)
            loose = True
    if loose and end == len(tokens):
        words[-1] += " "
    return words, starts


on_forget(units.cache_clear)


@lru_cache(maxsize=5_000)
def block_runs(one: Block, two: Block) -> list[Run]:
    """The units that two blocks share, counted from the one after the break."""
    return common_runs(units(one).keys[1:], units(two).keys[1:])


on_forget(block_runs.cache_clear)


def letters(keys: Sequence[Key]) -> int:
    """How much units say, in letters with their blanks.

    A break says nothing, and the longest word or address no more than a long word.
    """
    sizes = [len(key) for key in keys if isinstance(key, str)]
    if sizes and max(sizes) > LONG:
        sizes = [min(size, LONG) for size in sizes]
    return sum(sizes)


class Stretch:
    """The units of several blocks, with the way back to blocks and token offsets."""

    def __init__(self, passage: Passage, numbers: Sequence[int]) -> None:
        self.keys: list[Key] = []
        self.offsets: list[int] = []
        self.firsts: list[int] = []
        """The place of each block's break among the units."""
        self.ends: list[int] = []
        """The place after each block's last unit."""
        self.numbers: Sequence[int] = numbers
        for number in numbers:
            one = units(passage.blocks[number])
            start = passage.starts[number]
            self.firsts.append(len(self.keys))
            self.keys += one.keys
            self.offsets += [start + offset for offset in one.starts] if start else one.starts
            self.ends.append(len(self.keys))
        self.offsets.append(gap(passage, numbers[-1] + 1) if numbers else 0)

    @classmethod
    def around(cls, block: Block, start: int, low: int, high: int) -> Stretch:
        """A block that begins at `start`, of which only the tokens from `low` to `high` matter."""
        words, starts = _cut(block.tokens, low, high)
        found = cls.__new__(cls)
        found.keys = [block.break_, *words]
        found.offsets = [start, *[start + offset for offset in starts], start + high + 1]
        found.firsts, found.ends, found.numbers = [0], [len(found.keys)], ()
        return found

    def block_at(self, unit: int) -> int:
        """Which of the blocks, counted within the stretch, a unit stands in."""
        return bisect_right(self.firsts, unit) - 1


def windows(old: Block, start: int, new: Block, low: int) -> tuple[Stretch, Stretch] | None:
    """Two blocks of which most is the same at both ends, as stretches of what is between.

    None if they share less. Some units that are the same stand on each side, so that an edit can
    slide.
    """
    one, two = old.tokens, new.tokens
    head = _same(one, two, 1)
    rest = min(len(one), len(two)) - head
    tail = min(_same(one, two, -1), rest)
    if head + tail < MOST * max(len(one), len(two)):
        return None
    first, last = max(head - MARGIN, 0), max(tail - MARGIN, 0)
    while first and one[first].kind == "blank":
        first -= 1
    while last and one[-last].kind == "blank":
        last -= 1
    return (
        Stretch.around(old, start, first, len(one) - last),
        Stretch.around(new, low, first, len(two) - last),
    )


def _same(one: Sequence[Token], two: Sequence[Token], step: int) -> int:
    """How many first (or, with a step of -1, last) tokens are the same, found by halving."""
    if step < 0:
        one, two = one[::-1], two[::-1]
    low, high = 0, min(len(one), len(two))
    if one[:high] == two[:high]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if one[low:middle] == two[low:middle]:
            low = middle
        else:
            high = middle
    return low


def gap(passage: Passage, block: int) -> int:
    """The token offset of the gap before a block; before the one after the last, the end."""
    return passage.starts[block] if block < len(passage.blocks) else len(passage.flat)
