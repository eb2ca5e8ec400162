"""A redline as spans of Markdown: what a program can splice and a terminal can mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafting.text import Kind, Passage, Piece, Redline, Token, after_ranges, pieces, place, write

NEAR = 3
"""So many tokens beside a change may be written otherwise because of it."""
_CLOSING = re.compile(r"(?:\]\([^()\s]*\)|[*_`]| \|)+$")


@dataclass(slots=True)
class Part:
    """A stretch of the new text: what stays (no change), or what one change does there.

    Half-open ranges in code points: `old`, `old_end` of the Markdown before, `new`, `new_end` of
    the Markdown after. `move` is the move that brought it here; `follows` says that the part
    before it stands right before it in the old text too.
    """

    change: int | None
    old: int
    old_end: int
    new: int
    new_end: int
    move: int | None
    follows: bool


@dataclass(frozen=True, slots=True)
class Span:
    """One change: what stands in the Markdown before from `start` to `end`, and what comes for it.

    Of a move both are empty and `to` is the place it goes to.
    """

    start: int
    end: int
    removed: str
    inserted: str
    kind: Kind
    to: int | None = None


@dataclass(frozen=True, slots=True)
class Spans:
    """A redline in the Markdown of its two texts: spans by change, parts in the new order."""

    before: str
    after: str
    changes: tuple[Span, ...]
    parts: tuple[Part, ...]


def spans(redline: Redline) -> Spans:
    """Say each change in the Markdown of the two texts.

    Without moves, putting `inserted` for each span gives the words after. The Markdown may differ
    only in signs further off that follow from a change: the number of a later item, the `>` of a
    line that is now in a quotation.
    """
    cutter = _Cutter(redline)
    cutter.fit()
    cutter.balance()
    return Spans(cutter.before, cutter.after, tuple(cutter.spans()), tuple(cutter.parts))


class _Cutter:
    """Cuts two Markdown texts where the tokens of a redline begin, then moves the cuts a little."""

    def __init__(self, redline: Redline) -> None:
        self.redline = redline
        self.before, self.after = write(redline.before), write(redline.after)
        self.pieces = pieces(len(redline.before.flat), redline.changes)
        moves = _moves(redline)
        self.parts: list[Part] = []
        last = 0
        for piece in self.pieces:
            old, old_end = self._old(piece.start), self._old(piece.end)
            new, new_end = self._new(piece.low), self._new(piece.high)
            move = next((index for index, *ranges in moves if _inside(piece, *ranges)), None)
            follows = piece.start == last
            self.parts.append(Part(piece.change, old, old_end, new, new_end, move, follows))
            last = piece.end

    def _old(self, offset: int) -> int:
        return _cut(self.redline.before, self.before, offset)

    def _new(self, offset: int) -> int:
        return _cut(self.redline.after, self.after, offset)

    def fit(self) -> None:
        """Give to the changes beside a kept part what its Markdown says otherwise at its edges.

        Those are signs, not words: the stars of a bold word, the line end before a new block.
        """
        for index, (piece, part) in enumerate(zip(self.pieces, self.parts, strict=True)):
            if part.change is None and not self._alike_in_both(part):
                ahead = self.parts[index - 1] if index and part.follows else None
                behind = self.parts[index + 1] if index + 1 < len(self.parts) else None
                if ahead is not None and ahead.change is not None:
                    self._fit_ahead(ahead, part, piece)
                if behind is not None and behind.change is not None and behind.follows:
                    self._fit_behind(part, behind, piece)

    def _alike_in_both(self, part: Part) -> bool:
        old, new = self._texts(part)
        return old == new

    def _fit_ahead(self, ahead: Part, part: Part, piece: Piece) -> None:
        """Look at the first tokens of a kept part; the later half may belong to what follows."""
        for size in range(min(NEAR, (piece.end - piece.start + 1) // 2), 0, -1):
            ends = self._old(piece.start + size), self._new(piece.low + size)
            starts = self._old(piece.start + size - 1), self._new(piece.low + size - 1)
            old = self.before[max(starts[0], part.old) : ends[0]]
            new = self.after[max(starts[1], part.new) : ends[1]]
            if old != new and not _numbered(self._token(piece.start + size - 1), old, new):
                alike = _alike(old[::-1], new[::-1])
                ahead.old_end = part.old = ends[0] - alike
                ahead.new_end = part.new = ends[1] - alike
                return

    def _fit_behind(self, part: Part, behind: Part, piece: Piece) -> None:
        """Look at the last tokens of a kept part."""
        for size in range(min(NEAR, (piece.end - piece.start + 1) // 2), 0, -1):
            old_start = max(self._old(piece.end - size), part.old)
            new_start = max(self._new(piece.high - size), part.new)
            old = self.before[old_start : max(self._old(piece.end - size + 1), part.old)]
            new = self.after[new_start : max(self._new(piece.high - size + 1), part.new)]
            token = self._token(piece.end - size)
            if old != new and not _numbered(token, old, new):
                alike = _alike(old, new)
                if token.kind == "blank" and alike > len(token.text) > 0:
                    alike = len(token.text)
                behind.old = part.old_end = old_start + alike
                behind.new = part.new_end = new_start + alike
                return

    def _token(self, offset: int) -> Token:
        return self.redline.before.flat[offset]

    def balance(self) -> None:
        """Leave closing signs that stay outside of a change, or take the opening ones in."""
        for index, part in enumerate(self.parts[1:-1], 1):
            ahead, behind = self.parts[index - 1], self.parts[index + 1]
            if part.change is None or not part.follows or ahead.change is not None:
                continue
            if behind.follows and behind.change is None:
                old, new = self._texts(part)
                closing = _CLOSING.search(old[len(old) - _alike(old[::-1], new[::-1]) :])
                size = len(closing[0]) if closing else 0
                part.old_end = behind.old = part.old_end - size
                part.new_end = behind.new = part.new_end - size
            if any("](" in text and "[" not in text for text in self._texts(part)):
                size = self._texts(ahead)[1].endswith("[")
                ahead.old_end = part.old = part.old - size
                ahead.new_end = part.new = part.new - size

    def _texts(self, part: Part) -> tuple[str, str]:
        return self.before[part.old : part.old_end], self.after[part.new : part.new_end]

    def spans(self) -> Iterator[Span]:
        """Give the spans in the order of the redline's changes."""
        parts = {part.change: part for part in self.parts}
        for index, change in enumerate(self.redline.changes):
            if change.to is not None:
                to = self._old(change.to)
                yield Span(self._old(change.start), self._old(change.end), "", "", "move", to)
                continue
            part = parts[index]
            yield Span(part.old, part.old_end, *self._texts(part), change.kind)


def _cut(passage: Passage, text: str, offset: int) -> int:
    """Where a token begins; a break right after the words of the block before it."""
    at = max(place(passage, offset), 0)
    is_break = offset < len(passage.flat) and passage.flat[offset].kind == "break"
    if not is_break or not offset:
        return at
    line = at if text[at - 1] == "\n" and text[at] != "\n" else at + 1
    above = text.rfind("\n", 0, line - 1) + 1
    is_blank = above and not text[above : line - 1].strip(" >")
    return above - 1 if is_blank else line - 1


def _moves(redline: Redline) -> list[tuple[int, tuple[int, int], tuple[int, int]]]:
    """Per move its index, its old range and its new one, in tokens."""
    ranges = zip(redline.changes, after_ranges(redline), strict=True)
    return [
        (index, (change.start, change.end), new)
        for index, (change, new) in enumerate(ranges)
        if change.to is not None
    ]


def _inside(piece: Piece, old: tuple[int, int], new: tuple[int, int]) -> bool:
    if piece.start < piece.end:
        return old[0] <= piece.start < old[1]
    return new[0] <= piece.low and piece.high <= new[1]


def _numbered(token: Token, old: str, new: str) -> bool:
    """Whether a break is written with numbers: that another counts on is no change."""
    texts = (old, new)
    return token.kind == "break" and all(any(map(str.isalnum, text)) for text in texts)


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
