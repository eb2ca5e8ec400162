"""The one shape of a marked text: what was, what is, and the changes between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from drafting.text.passages.passage import Passage
from drafting.text.passages.tokens import Break, Token

Kind = Literal["insert", "delete", "replace", "move", "split", "join", "format"]


@dataclass(frozen=True, slots=True)
class Change:
    """One place of the old text that reads otherwise in the new one.

    `start` and `end` are a half-open range of the old passage's `flat`; `removed` are the tokens
    that stand there, `inserted` those that take their place. A move has both empty: its range is
    a run of whole blocks, `to` the gap before which they arrive (the offset of a block's break, or
    the length of the text), and other changes may lie inside the range.
    """

    start: int
    end: int
    removed: tuple[Token, ...]
    inserted: tuple[Token, ...]
    kind: Kind
    to: int | None = None


@dataclass(frozen=True, slots=True)
class Redline:
    """What every output draws: two passages and the changes between them, in order.

    Applying all changes to `before` gives `after`. A clean text is a redline without changes.
    Where several blocks are inserted at one gap, or moved to it, the order of `changes` is the
    order in which they stand there.
    """

    before: Passage
    after: Passage
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the new text: old tokens that stay (no change), or what a change puts there."""

    start: int
    end: int
    change: int | None
    low: int
    high: int
    """Its range in the new text."""


def change_of(start: int, end: int, removed: Sequence[Token], inserted: Sequence[Token]) -> Change:
    """Make the change that puts `inserted` for `removed`, with the kind that fits."""
    return Change(start, end, tuple(removed), tuple(inserted), _kind(removed, inserted))


def _kind(removed: Sequence[Token], inserted: Sequence[Token]) -> Kind:
    if len(removed) == len(inserted) and _texts(removed) == _texts(inserted):
        return "format"
    old_breaks, new_breaks = _breaks(removed), _breaks(inserted)
    if old_breaks != new_breaks and _words(removed) == _words(inserted):
        return "split" if new_breaks > old_breaks else "join"
    if not removed:
        return "insert"
    return "replace" if inserted else "delete"


def _breaks(tokens: Iterable[Token]) -> int:
    return [token.kind for token in tokens].count("break")


def _texts(tokens: Iterable[Token]) -> list[str]:
    """What tokens read; a break reads as any other break."""
    return [token.text for token in tokens]


def _words(tokens: Iterable[Token]) -> list[str]:
    return [token.text for token in tokens if token.kind not in ("blank", "break")]


def opens_block(change: Change) -> bool:
    """Whether the change puts whole blocks between two: an insertion that begins with a break."""
    inserted = change.inserted
    return change.start == change.end and bool(inserted) and isinstance(inserted[0], Break)


def is_cut(change: Change) -> bool:
    """Whether a change only takes out."""
    return change.to is None and bool(change.removed) and not change.inserted


def pieces(length: int, changes: Sequence[Change]) -> list[Piece]:
    """Say in the order of the new text what stays and what each change puts there.

    `length` is that of the old passage. Pieces of moved blocks stand where the blocks arrive.
    An insertion at a gap comes before the range that begins there; words come before blocks.

    Raises:
        ValueError: two changes overlap, or a move leads into a range that is changed or moved.
    """
    return _Walk(length, changes).out


def after_ranges(redline: Redline) -> tuple[tuple[int, int], ...]:
    """Where each change stands in the new text: half-open ranges of `after.flat`, in parallel.

    A deletion has an empty range where it was, a move the range its blocks have now.
    """
    walk = _Walk(len(redline.before.flat), redline.changes)
    for piece in walk.out:
        if piece.change is not None:
            walk.arrived[piece.change] = piece.low, piece.high
    return tuple(walk.arrived[index] for index in range(len(redline.changes)))


class _Walk:
    """One pass over the old text, in which a move's range is walked where it arrives."""

    def __init__(self, length: int, changes: Sequence[Change]) -> None:
        self.changes = changes
        self.out: list[Piece] = []
        self.arrived: dict[int, tuple[int, int]] = {}
        self.length = 0
        moves = sorted((c.start, c.end, i) for i, c in enumerate(changes) if c.to is not None)
        self.inside: dict[int, list[tuple[int, int, int]]] = {-1: []}
        self.inside.update((i, []) for _, _, i in moves)
        for event in sorted(self._events()):
            self.inside[self._owner(event, moves)].append(event)
        self._walk(0, length, -1)

    def _events(self) -> Iterable[tuple[int, int, int]]:
        """Places with a rank: words that arrive there, blocks that do, what stands there."""
        for i, change in enumerate(self.changes):
            if change.to is not None:
                yield change.to, 1, i
                yield change.start, 3, i
            elif change.start < change.end:
                yield change.start, 2, i
            else:
                yield change.start, 1 if opens_block(change) else 0, i

    def _owner(self, event: tuple[int, int, int], moves: Sequence[tuple[int, int, int]]) -> int:
        """The move in whose range an event lies, or -1."""
        place, rank, index = event
        after = bisect_right(moves, place, key=lambda move: move[0])
        for start, end, move in moves[max(after - 2, 0) : after]:
            after_start = place > start or (place == start and rank == 2)
            before_end = place < end or (place == end and rank == 0)
            if move != index and after_start and before_end:
                return move
        return -1

    def _walk(self, low: int, high: int, owner: int) -> None:
        at = low
        for place, rank, index in self.inside[owner]:
            change = self.changes[index]
            if place < at or (rank == 2 and change.end > high):
                raise ValueError("changes overlap")
            self._keep(at, place)
            at = place
            if rank == 1 and change.to is not None:
                self._arrive(index, owner)
            elif rank == 3:
                at = change.end
            else:
                self._put(change.start, change.end, index, len(change.inserted))
                at = change.end
        self._keep(at, high)

    def _keep(self, start: int, end: int) -> None:
        if start < end:
            self._put(start, end, None, end - start)

    def _put(self, start: int, end: int, change: int | None, size: int) -> None:
        self.out.append(Piece(start, end, change, self.length, self.length + size))
        self.length += size

    def _arrive(self, index: int, owner: int) -> None:
        if owner != -1:
            raise ValueError("a move leads into a moved range")
        change, before = self.changes[index], self.length
        self._walk(change.start, change.end, index)
        self.arrived[index] = before, self.length
