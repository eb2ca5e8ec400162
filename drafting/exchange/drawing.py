"""A redline cut into the blocks that any writer draws: what stays, what comes in, what goes out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from drafting.text import Break, Passage, Piece, Redline, Token, pieces


class State(StrEnum):
    """What happens to a token."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    REFORMED = "reformed"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring tokens of one state, of one change (its index; None for what stays).

    A break among the tokens is one that goes out without its block: two blocks become one there.
    """

    state: State
    tokens: tuple[Token, ...]
    change: int | None = None


@dataclass(frozen=True, slots=True)
class DrawnBlock:
    """One block as it is drawn.

    `before` and `after` are its indices in the two passages' blocks, None where it is not there;
    `opening` is what happens to its break: kept, reformed (the form was another), inserted (a new
    block, or the second half of a split) or deleted (the block goes, all of it). `change` is the
    change of the opening, `moved` that of the move that brought it here.
    """

    break_: Break
    opening: State
    runs: tuple[Run, ...]
    before: int | None
    after: int | None
    change: int | None = None
    moved: int | None = None
    old_break: Break | None = None

    @property
    def changes(self) -> tuple[int, ...]:
        """The indices of all changes that touch this block, in order."""
        found = {run.change for run in self.runs} | {self.change, self.moved}
        return tuple(sorted(index for index in found if index is not None))

    @property
    def new(self) -> bool:
        """Whether nothing of it stood before."""
        return self.opening is State.INSERTED and all(
            run.state is State.INSERTED for run in self.runs
        )


@dataclass(frozen=True, slots=True)
class Departure:
    """The place from which the blocks of a move went away; `before` are their old indices."""

    move: int
    before: range


@dataclass(frozen=True, slots=True)
class Drawn:
    """A redline ready to be drawn: blocks as in the new text, and places left by moves."""

    parts: tuple[DrawnBlock | Departure, ...]

    @property
    def blocks(self) -> tuple[DrawnBlock, ...]:
        """The blocks alone."""
        return tuple(part for part in self.parts if isinstance(part, DrawnBlock))


@dataclass(frozen=True, slots=True)
class _Step:
    """One token on its way into a block."""

    state: State
    token: Token
    change: int | None
    before: int | None
    moved: int | None
    old: Token | None = None


def draw(redline: Redline) -> Drawn:
    """Cut a redline into blocks; linear in the two texts (times the moves, which are few)."""
    cutter = _Cutter(redline.before)
    moves = [index for index, change in enumerate(redline.changes) if change.kind == "move"]
    waiting = [(redline.changes[index].end, _departure(redline, index)) for index in moves]
    waiting.sort(key=lambda pair: pair[0])
    for piece in pieces(len(redline.before.flat), redline.changes):
        moved = next((index for index in moves if _inside(redline, piece, index)), None)
        while moved is None and waiting and piece.start >= waiting[0][0]:
            cutter.depart(waiting.pop(0)[1])
        cutter.feed(_steps(redline, piece, moved))
    for _, departure in waiting:
        cutter.depart(departure)
    return cutter.drawn()


def _departure(redline: Redline, index: int) -> Departure:
    starts, change = redline.before.starts, redline.changes[index]
    first, last = bisect_left(starts, change.start), bisect_left(starts, change.end)
    return Departure(index, range(first, last))


def _inside(redline: Redline, piece: Piece, index: int) -> bool:
    """Whether a piece goes along with a move; words added at its very end do, blocks do not."""
    move = redline.changes[index]
    if piece.change is None or piece.start < piece.end:
        return move.start <= piece.start < move.end
    inserted = redline.changes[piece.change].inserted
    words = bool(inserted) and not isinstance(inserted[0], Break)
    return move.start < piece.start < move.end or (piece.start == move.end and words)


def _steps(redline: Redline, piece: Piece, moved: int | None) -> Iterator[_Step]:
    flat = redline.before.flat
    if piece.change is None:
        for at in range(piece.start, piece.end):
            yield _Step(State.KEPT, flat[at], None, at, moved)
        return
    change = redline.changes[piece.change]
    if change.kind == "format" and len(change.removed) == len(change.inserted):
        pairs = zip(change.removed, change.inserted, strict=True)
        for at, (old, new) in enumerate(pairs, change.start):
            yield _Step(State.REFORMED, new, piece.change, at, moved, old)
        return
    for at, token in enumerate(change.removed, change.start):
        yield _Step(State.DELETED, token, piece.change, at, moved)
    for token in change.inserted:
        yield _Step(State.INSERTED, token, piece.change, None, moved)


@dataclass(slots=True)
class _Open:
    """A block while its tokens arrive."""

    first: _Step
    steps: list[_Step] = field(default_factory=list)


class _Cutter:
    """Sorts steps into blocks."""

    def __init__(self, before: Passage) -> None:
        self._before = before
        self._parts: list[_Open | Departure] = []

    def depart(self, departure: Departure) -> None:
        self._parts.append(departure)

    def feed(self, steps: Iterable[_Step]) -> None:
        for step in steps:
            if isinstance(step.token, Break):
                self._parts.append(_Open(step))
            else:
                self._last().steps.append(step)

    def _last(self) -> _Open:
        return next(part for part in reversed(self._parts) if isinstance(part, _Open))

    def drawn(self) -> Drawn:
        parts: list[DrawnBlock | Departure] = []
        after = 0
        for part in self._joined():
            if isinstance(part, Departure):
                parts.append(part)
                continue
            goes = part.first.state is State.DELETED
            parts.append(self._block(part, None if goes else after))
            after += not goes
        return Drawn(tuple(parts))

    def _joined(self) -> list[_Open | Departure]:
        """Blocks whose break goes out while words of them stay belong to the block before."""
        found: list[_Open | Departure] = []
        last: _Open | None = None
        for part in self._parts:
            if isinstance(part, _Open) and last is not None and _joins(part):
                last.steps += [part.first, *part.steps]
                continue
            found.append(part)
            if isinstance(part, _Open) and part.first.state is not State.DELETED:
                last = part
        return found

    def _block(self, part: _Open, after: int | None) -> DrawnBlock:
        first = part.first
        before = None if first.before is None else self._index(first.before)
        assert isinstance(first.token, Break)  # `feed` opens blocks at breaks only
        old = first.old if isinstance(first.old, Break) else None
        runs = _runs(part.steps)
        return DrawnBlock(
            first.token, first.state, runs, before, after, first.change, first.moved, old
        )

    def _index(self, place: int) -> int:
        return bisect_right(self._before.starts, place) - 1


def _joins(part: _Open) -> bool:
    return part.first.state is State.DELETED and any(
        step.state is not State.DELETED for step in part.steps
    )


def _runs(steps: Iterable[_Step]) -> tuple[Run, ...]:
    runs: list[tuple[State, int | None, list[Token]]] = []
    for step in steps:
        if not runs or runs[-1][:2] != (step.state, step.change):
            runs.append((step.state, step.change, []))
        runs[-1][2].append(step.token)
    return tuple(Run(state, tuple(tokens), change) for state, change, tokens in runs)
