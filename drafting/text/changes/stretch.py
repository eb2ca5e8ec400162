"""What of a text is compared, as units: blocks in a row, or a part of one."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from drafting.text.changes.units import Key, keys_of
from drafting.text.passages.passage import Passage
from drafting.text.passages.segments import Segment, between, tokens_of_segments
from drafting.text.passages.tokens import Break, Token
from drafting.text.passages.words import is_loose, tokens_of


class Stretch(ABC):
    """A break, and units of the block it opens or of this and the next ones.

    Offsets count the stretch's own tokens.
    """

    def __init__(self, keys: list[Key], start: int, skipped: int) -> None:
        self.keys = keys
        self.start = start
        """The offset of its break in the passage."""
        self.skipped = skipped
        """How many tokens after the break are left out because nothing changes there."""
        self.bare = False
        """Whether it is known that no word bears a mark."""

    @abstractmethod
    def offset(self, unit: int) -> int:
        """Where a unit begins; after the last one, the number of tokens."""

    @abstractmethod
    def between(self, low: int, high: int) -> Sequence[Token]:
        """The tokens of a half-open range of units."""

    @abstractmethod
    def marked(self, low: int, high: int) -> object:
        """What is equal where a half-open range of units has the same words and marks."""

    def outside(self, start: int, end: int) -> tuple[int, int]:
        """A range in offsets of the passage; never the break and words after what is left out."""
        low = self.start + start + (self.skipped if start else 0)
        return low, low + end - start


class Window(Stretch):
    """Words of one block, cut into tokens only where these are asked for."""

    def __init__(
        self,
        break_: Break,
        words: Sequence[str],
        segments: Sequence[Segment],
        start: int,
        skipped: int = 0,
    ) -> None:
        super().__init__([break_, *words], start, skipped)
        self.break_, self.words, self.segments = break_, words, segments
        self.bare = not any(marks for _, marks in segments)
        self.text = "".join([text for text, _ in segments])
        self.spaced = self.text.isprintable() and not is_loose(self.text)
        """Whether each space is a blank of its own and there are no other blanks."""
        self.places = list(accumulate(map(len, words), initial=0))
        """Where in the text each unit after the break begins; the last one may end after it."""
        self.padded = self.places[-1] > len(self.text)
        """Whether the last unit only counts as having a space."""
        self.last, self.blanks = 1, 0
        """The unit asked for last, and the blanks glued to units before it."""
        self.ends = list(accumulate([len(text) for text, _ in segments]))
        """Where in the text each segment ends."""

    def offset(self, unit: int) -> int:
        """Where a unit begins; after the last one, the number of tokens."""
        if unit < 2:
            return unit
        # From the unit asked for last it is mostly a short way.
        if unit > self.last:
            self.blanks += self._blanks(self.last, unit)
        else:
            self.blanks -= self._blanks(unit, self.last)
        self.last = unit
        return unit + self.blanks

    def _blanks(self, low: int, high: int) -> int:
        """How many of the units in a range have a blank of their own."""
        if self.spaced:
            return self.text.count(" ", self.places[low - 1], self.places[high - 1])
        words = self.words[low - 1 : min(high - 1, len(self.words) - self.padded)]
        return sum([word[-1].isspace() and not word.isspace() for word in words])

    def between(self, low: int, high: int) -> Sequence[Token]:
        """The tokens of a half-open range of units."""
        if not low:
            return (self.break_,)
        start, end = self.places[low - 1], self.places[high - 1]
        if not self.bare:
            return tokens_of_segments(self._inside(start, end))
        text = self.text[start:end]
        return tokens_of(text) if text else ()

    def marked(self, low: int, high: int) -> object:
        """The marks in a half-open range of units, and how far from its start each ends."""
        start, end = self.places[low - 1], min(self.places[high - 1], len(self.text))
        first, last = bisect_right(self.ends, start), bisect_left(self.ends, end)
        if first == last:
            return self.segments[first].marks
        marks = [segment.marks for segment in self.segments[first : last + 1]]
        return marks, [place - start for place in self.ends[first:last]]

    def _inside(self, start: int, end: int) -> Iterator[Segment]:
        """The segments in a range of letters."""
        first, last = bisect_right(self.ends, start), bisect_left(self.ends, end)
        before = self.ends[first - 1] if first else 0
        return between(self.segments[first : last + 1], start - before, end - before)


class Whole(Stretch):
    """Blocks in a row with all their tokens."""

    def __init__(self, passage: Passage, low: int, high: int) -> None:
        keys: list[Key] = []
        self.tokens: list[Token] = []
        for block in passage.blocks[low:high]:
            keys += keys_of(block)
            self.tokens.append(block.break_)
            self.tokens += block.tokens
        self.offsets = [*_begins(self.tokens), len(self.tokens)]
        super().__init__(keys, passage.starts[low], 0)

    def offset(self, unit: int) -> int:
        """Where a unit begins; after the last one, the number of tokens."""
        return self.offsets[unit]

    def between(self, low: int, high: int) -> Sequence[Token]:
        """The tokens of a half-open range of units."""
        return self.tokens[self.offsets[low] : self.offsets[high]]

    marked = between


def _begins(tokens: Iterable[Token]) -> Iterator[int]:
    """Where units begin: with every token but a blank after a word or punctuation mark."""
    loose = False
    for at, token in enumerate(tokens):
        is_blank = token.kind == "blank"
        if not (loose and is_blank):
            yield at
        loose = not is_blank and token.kind != "break"
