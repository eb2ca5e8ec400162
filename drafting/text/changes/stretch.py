"""What of two texts is compared: the units of one block, or of blocks in a row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from drafting.text.passages.passage import Block
from drafting.text.passages.tokens import Break, Mark, Token
from drafting.text.passages.units import Key, Units
from drafting.text.passages.words import has_blank


class Whole:
    """Blocks in a row with all their tokens; units and offsets are counted from the first break."""

    bare = False
    """Whether it is known that no word bears a mark."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.keys: list[Key] = []
        self.tokens: list[Token] = []
        self.said = [0]
        """How much the units before each one say, and all of them."""
        for block in blocks:
            units = block.units
            self.keys += units.keys
            self.said += [self.said[-1] + letters for letters in units.said[1:]]
            self.tokens.append(block.break_)
            self.tokens += block.tokens
        self.offsets = [*_begins(self.tokens), len(self.tokens)]

    def offset(self, unit: int) -> int:
        """Where a unit begins; after the last one, the number of tokens."""
        return self.offsets[unit]

    def outside(self, start: int, end: int) -> tuple[int, int]:
        """A range of offsets, in which nothing is left out."""
        return start, end

    def between(self, low: int, high: int) -> Sequence[Token]:
        """The tokens of a half-open range of units."""
        return self.tokens[self.offsets[low] : self.offsets[high]]

    def marked(self, low: int, high: int) -> list[tuple[int, int, tuple[Mark, ...]]]:
        """The marks in a range of units, each with the token in it that has them."""
        return [(at, at + 1, token.marks) for at, token in enumerate(self.between(low, high))]

    def at(self, low: int, start: int, end: int) -> tuple[int, int]:
        """The units that hold a range of tokens, which are counted from a unit on."""
        offset = self.offsets[low]
        first = bisect_right(self.offsets, offset + start) - 1
        return first, bisect_left(self.offsets, offset + end)

    def ends_bare(self, unit: int) -> bool:
        """Whether a unit only counts as having a blank."""
        key = self.keys[unit]
        alone = self.offsets[unit + 1] - self.offsets[unit] == 1
        return alone and isinstance(key, str) and has_blank(key)

    def letters(self, low: int, high: int) -> int:
        """How much a half-open range of units says, in letters."""
        return self.said[high] - self.said[low]

    def has_break(self, low: int, high: int) -> bool:
        """Whether a half-open range of units holds a break."""
        return any(isinstance(key, Break) for key in self.keys[low:high])


Stretch = Units | Whole


def _begins(tokens: Iterable[Token]) -> Iterator[int]:
    """Where units begin: with every token but a blank after a word or punctuation mark."""
    loose = False
    for at, token in enumerate(tokens):
        is_blank = token.kind == "blank"
        if not (loose and is_blank):
            yield at
        loose = not is_blank and token.kind != "break"
