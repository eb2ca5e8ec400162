"""Taking changes into a text: all of them, none, or any part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from drafting.text.changes.redline import Change, Redline, pieces
from drafting.text.markdown.normal import normal
from drafting.text.passages.passage import Block, Passage
from drafting.text.passages.tokens import Break, Token


def take(old: Passage, changes: Sequence[Change]) -> Passage:
    """The text that `old` becomes when these of its changes are taken: edits first, then moves.

    The result is in normal form. Several arrivals at one gap stand in the order given.

    Raises:
        ValueError: the changes overlap; those of one redline never do.
    """
    return normal(splice(old, changes)) if changes else old


def leads(redline: Redline) -> bool:
    """Whether these are changes that lead from the one text to the other, and can be drawn."""
    edges = {*redline.before.starts, len(redline.before.flat)}
    moves = [change for change in redline.changes if change.to is not None]
    if any(not {move.start, move.end, move.to} <= edges for move in moves):
        return False
    try:
        return take(redline.before, redline.changes) == redline.after
    except ValueError:
        return False


def splice(old: Passage, changes: Sequence[Change]) -> Passage:
    """Put the changes in, letter for letter, without bringing the result into normal form."""
    builder = _Builder(old)
    for piece in pieces(len(old.flat), changes):
        if piece.change is None:
            builder.keep(piece.start, piece.end)
        else:
            builder.put(changes[piece.change].inserted)
    return builder.passage()


class _Builder:
    """Collects a passage from stretches, with untouched blocks as they are."""

    def __init__(self, old: Passage) -> None:
        self.old = old
        self.blocks: list[Block] = []
        self.loose: list[Token] = []

    def put(self, tokens: Sequence[Token]) -> None:
        if not tokens:
            return
        if isinstance(tokens[0], Break):
            self._close()
        elif not self.loose and self.blocks:
            last = self.blocks.pop()
            self.loose = [last.break_, *last.tokens]
        self.loose.extend(tokens)

    def keep(self, start: int, end: int) -> None:
        """Keep a range of the old text."""
        starts, flat = self.old.starts, self.old.flat
        first = bisect_left(starts, start)
        edge = starts[first] if first < len(starts) else len(flat)
        self.put(flat[start : min(edge, end)])
        if edge >= end:
            return
        self._close()
        last = bisect_left(starts, end)
        at_edge = end == len(flat) or (last < len(starts) and starts[last] == end)
        whole = last if at_edge else last - 1
        self.blocks.extend(self.old.blocks[first:whole])
        if not at_edge:
            self.put(flat[starts[whole] : end])

    def _close(self) -> None:
        if self.loose:
            self.blocks.extend(Passage.of_flat(self.loose).blocks)
            self.loose = []

    def passage(self) -> Passage:
        self._close()
        return Passage(tuple(self.blocks))
