"""A block as versions of it are compared: units of one token, each with the blank after it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from drafting.text.passages.segments import Segment, is_note
from drafting.text.passages.tokens import Break, Mark, Token
from drafting.text.passages.words import (
    dense,
    has_blank,
    is_loose,
    token_of,
    tokens_of_units,
    units_of,
)

Key = str | Break
"""What two units must share to be the same: the word and its blank, whatever marks lie over
them, or the break."""

SIGN = 3
"""Letters that a sign of a script without spaces says as much as."""
LONG = 20
"""Letters from which a word says no more by being longer."""
SHORT = 4_000
"""Letters of a text in which blanks are counted anew each time rather than kept in a table."""


class Units:
    """A break and units of the block that it opens, all of them or those between two ends.

    Units are counted from the break, which is the first. Offsets count the tokens of these units.
    Never changed.
    """

    def __init__(
        self,
        break_: Break,
        text: str,
        segments: Sequence[Segment],
        words: list[str],
        skipped: int = 0,
    ) -> None:
        self.break_, self.text, self.segments, self.words = break_, text, segments, words
        self.skipped = skipped
        """How many tokens after the break are left out because nothing changes there."""
        self.bare = not segments or (len(segments) == 1 and not segments[0].marks)
        """Whether no word bears a mark."""
        self.padded = bool(words) and not words[-1][-1].isspace()
        """Whether the last unit has a blank only as if a sentence could follow."""
        if self.padded:
            words[-1] += " "
        self.keys: list[Key] = [break_, *words]
        self._spaced = text.isprintable() and not is_loose(text)
        """Whether each space is a blank of its own and there are no other blanks."""
        self.places = [0, *accumulate(map(len, words), initial=0)]
        """Where in the text each unit begins, and the last one ends."""
        self._ends = [] if self.bare else list(accumulate([len(part) for part, _ in segments]))
        """Where in the text each segment ends."""

    def offset(self, unit: int) -> int:
        """Where a unit begins; after the last one, the number of tokens."""
        if unit and self._spaced and len(self.text) < SHORT:
            return unit + self.text.count(" ", 0, self.places[unit])
        return self._offsets[unit]

    @cached_property
    def _offsets(self) -> list[int]:
        sizes = [1 + has_blank(word) for word in self.words]
        if self.padded:
            sizes[-1] -= 1
        return [0, *accumulate(sizes, initial=1)]

    def outside(self, start: int, end: int) -> tuple[int, int]:
        """A range of offsets as the block counts them; it begins and ends on one side of a gap."""
        low = start + self.skipped if start else 0
        return low, low + end - start

    def ends_bare(self, unit: int) -> bool:
        """Whether this unit only counts as having a blank."""
        return self.padded and unit == len(self.words)

    def between(self, low: int, high: int) -> Sequence[Token]:
        """The tokens of a half-open range of units."""
        if not low:
            return (self.break_,)
        marks: tuple[Mark, ...] = ()
        if not self.bare and low < high:
            first, last = self._reach(low, high)
            marks = self.segments[first].marks
            if first < last or is_note(marks):
                return self._cut(low, high, first)
        tokens = tokens_of_units(self.words[low - 1 : high - 1], marks)
        if self.padded and low < high == len(self.keys):
            tokens.pop()
        return tokens

    def _reach(self, low: int, high: int) -> tuple[int, int]:
        """The first and the last segment that a range of units has words in."""
        start, end = self.places[low], min(self.places[high], len(self.text))
        return bisect_right(self._ends, start), bisect_left(self._ends, end)

    def _cut(self, low: int, high: int, at: int) -> list[Token]:
        """The tokens of a range of units that lies in several segments from this one on.

        A unit is never cut anew: where its words end may depend on what stands before it.
        """
        tokens: list[Token] = []
        for unit in range(low, high):
            start, word = self.places[unit], self.words[unit - 1]
            text = word.rstrip() if has_blank(word) else word
            while self._ends[at] <= start:
                at += 1
            tokens.append(token_of(text, self.segments[at].marks))
            if len(text) < len(word) and start + len(text) < len(self.text):
                follows = self.segments[at + (self._ends[at] == start + len(text))]
                tokens.append(token_of(word[len(text) :], follows.marks))
        return tokens

    def marked(self, low: int, high: int) -> list[tuple[int, int, tuple[Mark, ...]]]:
        """The marks in a range of units, each with the range of letters in it that has them."""
        first, last = self._reach(low, high)
        start = self.places[low]
        size = self.places[high] - start
        if first == last:
            return [(0, size, self.segments[first].marks)]
        ends = [place - start for place in self._ends[first:last]]
        marks = [segment.marks for segment in self.segments[first : last + 1]]
        return list(zip([0, *ends], [*ends, size], marks, strict=True))

    def at(self, low: int, start: int, end: int) -> tuple[int, int]:
        """The units that hold a range of letters, which are counted from a unit on."""
        place = self.places[low]
        return bisect_right(self.places, place + start) - 1, bisect_left(self.places, place + end)

    def has_break(self, low: int, high: int) -> bool:
        """Whether a half-open range of units holds a break."""
        return low == 0 < high

    def letters(self, low: int, high: int) -> int:
        """How much a half-open range of units says, in letters; see `says`."""
        return self.said[high] - self.said[low]

    @cached_property
    def said(self) -> list[int]:
        """How much the units before each one say, and all of them."""
        if max(map(len, self.words), default=0) <= LONG and not dense(self.text):
            return self.places
        return [0, *accumulate(map(says, self.words), initial=0)]


def says(word: str) -> int:
    """How much a unit says, in letters with its blank.

    The longest word or address says no more than a long word, and a sign of a script that writes
    no spaces as much as a short one.
    """
    return min(len(word), LONG) + (SIGN - 1) * dense(word)


def words_of(segments: Sequence[Segment]) -> list[str]:
    """The units of marked text in normal form."""
    if len(segments) == 1 and not segments[0].marks:
        return units_of(segments[0].text)
    words: list[str] = []
    for text, marks in segments:
        found = [text] if is_note(marks) else units_of(text)
        if words and found[0].isspace() and not words[-1][-1].isspace():
            words[-1] += found.pop(0)
        words += found
    return words
