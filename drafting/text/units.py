"""Blocks as the finder sees them: units of one token, each blank glued to the word before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from drafting.text.passage import Block, Break, Passage, on_forget
from drafting.text.runs import Run, common_runs

Key = str | Break
"""What two units must share to be the same: the word and its blank, whatever marks lie over
them, or the break."""


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
    words: list[str] = []
    starts = [0]
    loose = False
    for at, token in enumerate(block.tokens, 1):
        if loose and token.kind == "blank":
            words[-1] += token.text
            loose = False
        else:
            words.append(token.text)
            starts.append(at)
            loose = True
    if loose:
        words[-1] += " "
    return Units([block.break_, *words], starts, letters(words))


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
        self.numbers = numbers
        for number in numbers:
            one = units(passage.blocks[number])
            start = passage.starts[number]
            self.firsts.append(len(self.keys))
            self.keys += one.keys
            self.offsets += [start + offset for offset in one.starts] if start else one.starts
            self.ends.append(len(self.keys))
        self.offsets.append(gap(passage, numbers[-1] + 1) if numbers else 0)

    def block_at(self, unit: int) -> int:
        """Which of the blocks, counted within the stretch, a unit stands in."""
        return bisect_right(self.firsts, unit) - 1


def gap(passage: Passage, block: int) -> int:
    """The token offset of the gap before a block; before the one after the last, the end."""
    return passage.starts[block] if block < len(passage.blocks) else len(passage.flat)
