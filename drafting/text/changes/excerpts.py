"""A redline cut down to the blocks that change, each stretch a redline of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from drafting.text.changes.lying import blocks_of, reach
from drafting.text.changes.redline import Change, Redline, after_ranges, pieces
from drafting.text.passages.passage import Block, Passage
from drafting.text.passages.settle import item_numbers, settle, with_break
from drafting.text.passages.tokens import Break, Token


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Neighbouring blocks of a marked text in which something changes.

    `first` is the place of the first of them, `edited` that of the first whose words are edited.
    Both sides of `redline` are in normal form. Items keep the numbers that they have in the
    whole; those of a list inside another stand alone where nothing of the outer one is shown.
    """

    first: int
    edited: int
    redline: Redline


def excerpts(redline: Redline) -> list[Excerpt]:
    """Cut a marked text down to the blocks that change, each run of neighbours by itself."""
    scissors = _Scissors(redline)
    return [scissors.cut(low, high) for low, high in scissors.windows()]


def alone(passage: Passage, at: int) -> Passage:
    """Return one block of a passage in normal form as a text of its own, under its number."""
    blocks, numbers = passage.blocks[at : at + 1], item_numbers(passage)[at : at + 1]
    return _alone(blocks, numbers, _shared(blocks))


def runs(ranges: Iterable[range]) -> list[tuple[int, int]]:
    """Unite ranges that overlap or meet, in order (half-open)."""
    united: list[tuple[int, int]] = []
    for blocks in sorted(ranges, key=lambda blocks: (blocks.start, blocks.stop)):
        if united and blocks.start <= united[-1][1]:
            low, high = united.pop()
            united.append((low, max(high, blocks.stop)))
        else:
            united.append((blocks.start, blocks.stop))
    return united


class _Scissors:
    """Cuts windows out of the two texts of a redline; a window is a range of old blocks."""

    def __init__(self, redline: Redline) -> None:
        self.redline = redline
        self.before, self.after = redline.before, redline.after
        self.edited = [blocks_of(self.before, change).start for change in redline.changes]
        self.reach = [reach(self.before, change) for change in redline.changes]
        self.ranges = after_ranges(redline)
        self.pieces = pieces(len(self.before.flat), redline.changes)
        self.numbers = item_numbers(self.before), item_numbers(self.after)

    def windows(self) -> list[tuple[int, int]]:
        """The blocks to be seen, with those above them without which their form has no meaning."""
        windows = runs(self.reach)
        while (wider := runs(range(*self._with_outer(*window)) for window in windows)) != windows:
            windows = wider
        return windows

    def _with_outer(self, low: int, high: int) -> tuple[int, int]:
        while low > 0 and self._hangs(low, high):
            low -= 1
        return low, high

    def _hangs(self, low: int, high: int) -> bool:
        """Whether a first block stands deeper in lists than something that is shown below it."""
        first, last = self._arrived(low, high)
        sides = self.before.blocks[low:high], self.after.blocks[first:last]
        shared = len(_shared(*sides))
        return any("-" in _outer(side[0].break_)[shared:] for side in sides if side)

    def cut(self, low: int, high: int) -> Excerpt:
        """The window as a redline, with all changes that lie in it."""
        first, last = self._arrived(low, high)
        old, new = self.before.blocks[low:high], self.after.blocks[first:last]
        shared = _shared(old, new)
        before = _alone(old, self.numbers[0][low:high], shared)
        after = _alone(new, self.numbers[1][first:last], shared)
        start, arrived = self.before.gap(low), self.after.gap(first)
        inside = [at for at, blocks in enumerate(self.reach) if low <= blocks.start < high]
        changes = []
        for at in inside:
            begin, end = self.ranges[at]
            put = after.flat[begin - arrived : end - arrived]
            changes.append(_shifted(self.redline.changes[at], start, before, put))
        edited = min(self.edited[at] for at in inside)
        return Excerpt(low, edited, Redline(before, after, tuple(changes)))

    def _arrived(self, low: int, high: int) -> tuple[int, int]:
        """The new blocks (half-open) that stand for a window."""
        start, end = self.before.gap(low), self.before.gap(high)
        edges: list[int] = []
        for piece in self.pieces:
            if piece.change is not None:
                if low <= self.reach[piece.change].start < high:
                    edges += (piece.low, piece.high)
            elif piece.start < end and start < piece.end:
                shift = piece.low - piece.start
                edges += (max(piece.start, start) + shift, min(piece.end, end) + shift)
        starts = self.after.starts
        first, last = min(edges, default=0), max(edges, default=0)
        return bisect_left(starts, first), bisect_left(starts, last)


def _outer(break_: Break) -> str:
    """The containers in which a block stands, without the item that it opens itself."""
    return break_.path[: break_.path.rfind("-")] if break_.is_item else break_.path


def _shared(*sides: Sequence[Block]) -> str:
    """The containers in which all blocks stand."""
    paths = {_outer(block.break_) for side in sides for block in side} or {""}
    low, high = min(paths), max(paths)
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(low, high, strict=False))
    return low[: len(list(alike))]


def _alone(blocks: Sequence[Block], numbers: Sequence[str], shared: str) -> Passage:
    """Blocks as a text of their own, out of the lists that hold all of them."""
    kept = shared.replace("-", "")
    lifted = [
        with_break(block, _lifted(block.break_, number, kept, len(shared)))
        for block, number in zip(blocks, numbers, strict=True)
    ]
    return Passage(settle(lifted))


def _lifted(break_: Break, number: str, kept: str, shared: int) -> Break:
    path = kept + break_.path[shared:]
    return break_.changed(path=path, number=number) if break_.ordered else break_.changed(path=path)


def _shifted(change: Change, start: int, before: Passage, inserted: Sequence[Token]) -> Change:
    """The change as it reads in an excerpt that begins at this offset of the whole."""
    low, high = change.start - start, change.end - start
    if change.to is not None:
        return replace(change, start=low, end=high, to=change.to - start)
    return replace(
        change, start=low, end=high, removed=before.flat[low:high], inserted=tuple(inserted)
    )
