"""What several sides put at one place, compared before it is called a conflict."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from drafting.text.changes.redline import Change, change_of, pieces
from drafting.text.passages.passage import Passage
from drafting.text.passages.tokens import Token


def reading(base: Passage, changes: Sequence[Change], start: int, end: int) -> tuple[Token, ...]:
    """What a range of the base becomes by changes that lie in it, moves to it included."""
    moved = [change for change in changes if change.to is not None and start <= change.to <= end]
    out: list[Token] = []
    for piece in pieces(len(base.flat), changes):
        low, high = max(piece.start, start), min(piece.end, end)
        if piece.change is not None:
            out.extend(changes[piece.change].inserted)
        elif any(move.start <= piece.start and piece.end <= move.end for move in moved):
            out.extend(base.flat[piece.start : piece.end])
        elif low < high:
            out.extend(base.flat[low:high])
    return tuple(out)


def agreed(
    base: Passage, start: int, end: int, rows: Collection[Sequence[Change]]
) -> Change | None:
    """The one change to make when the sides differ only in what one of them leaves as it is.

    What all sides begin or end with alike is no matter of choice; of what remains, a side whose
    rest stands in the base has changed nothing there.
    """
    stands = tuple(base.flat[start:end])
    distinct = list(dict.fromkeys(reading(base, row, start, end) for row in rows))
    tokens = distinct[0] if len(distinct) == 1 else _one_left(stands, distinct)
    return None if tokens is None else change_of(start, end, stands, tokens)


def _one_left(
    stands: tuple[Token, ...], distinct: Sequence[tuple[Token, ...]]
) -> tuple[Token, ...] | None:
    head, tail = common_ends(distinct)
    if not head and not tail:
        return None
    rests = [side[head : len(side) - tail] for side in distinct]
    unchanged = [k for k, rest in enumerate(rests) if rest and _is_in(stands, rest, head, tail)]
    left = [side for k, side in enumerate(distinct) if k not in unchanged]
    return left[0] if len(left) == 1 else None


def _is_in(stands: tuple[Token, ...], rest: tuple[Token, ...], head: int, tail: int) -> bool:
    """Whether the rest of a side stands in the base: at the edge where nothing was put."""
    if not head:
        return stands[: len(rest)] == rest
    if not tail:
        return stands[len(stands) - len(rest) :] == rest
    return any(stands[k : k + len(rest)] == rest for k in range(len(stands) - len(rest) + 1))


def common_ends(rows: Sequence[Sequence[object]]) -> tuple[int, int]:
    """How many first items and, after those, how many last items all rows share."""
    head = _common(rows)
    return head, _common([row[head:][::-1] for row in rows])


def _common(rows: Iterable[Sequence[object]]) -> int:
    size = 0
    for column in zip(*rows, strict=False):
        if any(item != column[0] for item in column):
            break
        size += 1
    return size


def holds(longer: Sequence[Change], row: Sequence[Change]) -> bool:
    """Whether the one sequence holds all of the other in its order."""
    rest = iter(longer)
    return all(change in rest for change in row)
