"""Of the places where an insertion or deletion could stand, the one a reader expects."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.text.changes.stretch import Stretch
from drafting.text.passages.tokens import Break

STOPS = frozenset(".?!…。．？！؟۔।॥")
PAUSES = frozenset(",;:—–、，；：،؛")

Hunk = tuple[int, int, int, int]
"""A range of old units and the range of new units that takes its place."""


def slid(hunks: Sequence[Hunk], old: Stretch, new: Stretch) -> list[Hunk]:
    """Slide pure insertions and deletions to the best among equal places; what then meets is one.

    A run with a break in it begins with a break, a sentence begins after a stop. Of places as
    good the first is taken, so that equal edits of two proposals are found equal.
    """
    out: list[Hunk] = []
    for index, hunk in enumerate(hunks):
        before = out[-1] if out else (0, 1, 0, 1)
        after = hunks[index + 1] if index + 1 < len(hunks) else (len(old.keys), 0, len(new.keys), 0)
        i, to_i, j, to_j = hunk
        if i == to_i or j == to_j:
            shift = _shift(hunk, before, after, old, new)
            i, to_i, j, to_j = i + shift, to_i + shift, j + shift, to_j + shift
        if out and (before[1], before[3]) == (i, j):
            out[-1] = (before[0], to_i, before[2], to_j)
        else:
            out.append((i, to_i, j, to_j))
    return out


def _shift(hunk: Hunk, before: Hunk, after: Hunk, old: Stretch, new: Stretch) -> int:
    i, to_i, j, to_j = hunk
    room = min(i - before[1], j - before[3]), min(after[0] - to_i, after[2] - to_j)
    if i == to_i:
        return _best(new, j, to_j, room)
    return _best(old, i, to_i, room)


def _best(side: Stretch, low: int, high: int, room: tuple[int, int]) -> int:
    keys = side.keys
    least = most = 0
    while -least < room[0] and keys[low + least - 1] == keys[high + least - 1]:
        least -= 1
    while most < room[1] and keys[low + most] == keys[high + most]:
        most += 1
    if least == most:
        return 0
    shifts = range(least, most + 1)
    scores = [_score(side, low + shift) + _score(side, high + shift) for shift in shifts]
    return least + scores.index(max(scores))


def _score(side: Stretch, place: int) -> int:
    """How natural a boundary before this unit is: of blocks, sentences, clauses, words."""
    if place == len(side.keys) or isinstance(side.keys[place], Break):
        return 5
    before = side.keys[place - 1]
    if isinstance(before, Break):
        return 4
    text = before.rstrip()
    if text == before:
        return 0
    return 3 if text in STOPS else 2 if text in PAUSES else 1
