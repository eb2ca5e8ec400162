"""Finds the words of blocks again in typed text, with the marks they had."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, groupby
from operator import itemgetter
from typing import NamedTuple

from drafting.text.changes.runs import common_runs, encoded
from drafting.text.passages.passage import Block
from drafting.text.passages.tokens import CELL_EDGE, HARD_BREAK, Mark, Token
from drafting.text.passages.words import cut

Marks = tuple[Mark, ...]
NEW = (-1, -1)
"""Where text that the base does not have comes from, instead of a block and a token of it."""


class _Unit(NamedTuple):
    """A piece of text that is no blank: of which block, from where to where."""

    text: str
    block: int
    start: int
    end: int


def retyped(blocks: Sequence[Block], texts: Sequence[str]) -> list[Typed]:
    """Find the words of blocks in typed texts, in order; each text with what was found in it."""
    old = [unit for k, block in enumerate(blocks) for unit in _units(block.text, k)]
    new = [unit for k, text in enumerate(texts) for unit in _units(text, k)]
    runs = common_runs(*encoded([unit.text for unit in old], [unit.text for unit in new]))
    kept = {j + k: old[i + k] for i, j, size in runs for k in range(size)}
    marked = [_Marked(block) for block in blocks]
    typed = [Typed(marked) for _ in texts]
    for place, unit in enumerate(new):
        typed[unit.block].add(unit, kept.get(place))
    return typed


def _units(text: str, block: int) -> Iterator[_Unit]:
    start = 0
    for piece in cut(text):
        end = start + len(piece)
        if not piece.isspace():
            yield _Unit(piece, block, start, end)
        start = end


class _Marked:
    """A block by its letters: what marks lie over any of them."""

    def __init__(self, block: Block) -> None:
        self.text = block.text
        self.tokens = block.tokens
        lengths = [len(token.text) for token in block.tokens]
        self.starts = list(accumulate(lengths, initial=0))

    def slice(self, start: int, end: int) -> Iterator[tuple[int, str, Marks]]:
        """The text from `start` to `end` in pieces: the number of its token, text and marks."""
        place = bisect_right(self.starts, start) - 1
        while start < end:
            token, until = self.tokens[place], min(end, self.starts[place + 1])
            yield place, self.text[start:until], token.marks
            start, place = until, place + 1


class Typed:
    """A typed block: its words, and which of them are words of the base."""

    def __init__(self, base: Sequence[_Marked]) -> None:
        self.base = base
        self.units: list[_Unit] = []
        self.origins: list[_Unit | None] = []
        self.shares: Counter[int] = Counter()
        """How many letters come from each block of the base; under -1 those that are new."""

    def add(self, unit: _Unit, origin: _Unit | None) -> None:
        """Add the next word, with what it was in the base."""
        self.units.append(unit)
        self.origins.append(origin)
        self.shares[origin.block if origin else -1] += unit.end - unit.start

    def tokens(self, text: str, *, is_row: bool) -> Iterator[Token]:
        """The words with their marks, not yet in normal form."""
        for source, found in groupby(self._pieces(text, is_row=is_row), key=itemgetter(0)):
            pieces = list(found)
            if source == NEW:
                yield from (Token(piece, marks) for _, piece, marks in pieces)
            else:
                yield Token("".join([piece for _, piece, _ in pieces]), pieces[0][2])

    def _pieces(self, text: str, *, is_row: bool) -> Iterator[tuple[tuple[int, int], str, Marks]]:
        """Stretches of text with the block and token of the base they come from (-1: new)."""
        around = self._marks_around()
        for place, unit in enumerate(self.units):
            origin = self.origins[place]
            before = self.units[place - 1].end if place else 0
            if gap := text[before : unit.start]:
                yield from self._blank(place, gap, around[place], is_row=is_row)
            if origin is None:
                yield NEW, unit.text, around[place]
            else:
                for number, piece, marks in self.base[origin.block].slice(origin.start, origin.end):
                    yield (origin.block, number), piece, marks

    def _blank(
        self, place: int, gap: str, marks: Marks, *, is_row: bool
    ) -> Iterator[tuple[tuple[int, int], str, Marks]]:
        """What stands before a word: the blank of the base if it is still the same one."""
        origin, last = self.origins[place], self.origins[place - 1] if place else None
        if origin and last and origin.block == last.block and last.end <= origin.start:
            base = self.base[origin.block]
            if base.text[last.end : origin.start] == gap:
                for number, piece, own in base.slice(last.end, origin.start):
                    yield (origin.block, number), piece, own
                return
        if is_row and CELL_EDGE in gap:
            yield from [(NEW, CELL_EDGE, ())] * gap.count(CELL_EDGE)
        elif HARD_BREAK in gap and self.has_lines:
            yield NEW, HARD_BREAK, marks
        else:
            yield NEW, gap.replace(HARD_BREAK, " ").replace(CELL_EDGE, " "), marks

    @cached_property
    def has_lines(self) -> bool:
        """Whether words of it stood in a block of several lines."""
        known = (old for old, size in self.shares.items() if old >= 0 and size)
        return any(HARD_BREAK in self.base[old].text for old in known)

    def _marks_around(self) -> list[Marks]:
        """Per word the marks that the nearest kept words on both sides have.

        At a kept word these are it and the kept one before.
        """
        before: list[Marks | None] = []
        last: Marks | None = None
        for origin in self.origins:
            before.append(last)
            if origin:
                last = self._marks(origin, origin.end - 1)
        after: list[Marks | None] = []
        last = None
        for origin in reversed(self.origins):
            last = self._marks(origin, origin.start) if origin else last
            after.append(last)
        return [_common(one, two) for one, two in zip(before, reversed(after), strict=True)]

    def _marks(self, origin: _Unit, place: int) -> Marks:
        return next(self.base[origin.block].slice(place, place + 1))[2]


def _common(one: Marks | None, two: Marks | None) -> Marks:
    if not one or not two:
        return ()
    return tuple(mark for mark in one if mark in two and mark.kind != "note")
