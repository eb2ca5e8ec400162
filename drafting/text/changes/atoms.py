"""A replacement cut into the smallest changes it holds: word for word where words resemble."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from drafting.text.changes.redline import Change, change_of
from drafting.text.passages.tokens import Token

TABLE = 2500
"""Pairs of tokens compared at most; a longer replacement stays whole."""
ALIKE = 0.6
"""Share of common letters from which one word is another one, respelt."""


def atoms(change: Change) -> Iterator[Change]:
    """The change in parts: pairs of words that resemble each other, and what lies between."""
    pairs = _pairs(change.removed, change.inserted)
    at = new_at = 0
    for i, j in [*pairs, (len(change.removed), len(change.inserted))]:
        if at < i or new_at < j:
            yield _part(change, at, i, new_at, j)
        if i < len(change.removed) and change.removed[i] != change.inserted[j]:
            yield _part(change, i, i + 1, j, j + 1)
        at, new_at = i + 1, j + 1


def _part(change: Change, at: int, to: int, new_at: int, new_to: int) -> Change:
    removed, inserted = change.removed[at:to], change.inserted[new_at:new_to]
    return change_of(change.start + at, change.start + to, removed, inserted)


def _pairs(old: Sequence[Token], new: Sequence[Token]) -> list[tuple[int, int]]:
    """The pairs of tokens, in order on both sides, that resemble each other most together."""
    if not old or not new or len(old) * len(new) > TABLE:
        return []
    likeness = [[_likeness(one, two) for two in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = likeness[i][j] and likeness[i][j] + best[i + 1][j + 1]
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    out = []
    i = j = 0
    while i < len(old) and j < len(new):
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            out.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return out


def _likeness(one: Token, two: Token) -> float:
    if one.kind != two.kind:
        return 0.0
    if one == two:
        return 1.0 if one.kind == "word" else 0.1
    if one.kind != "word":
        return 0.0
    alike = Indel.normalized_similarity(one.text, two.text)
    return alike if alike >= ALIKE else 0.0
