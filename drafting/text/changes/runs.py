"""The exact finder's core: common runs of two encoded sequences, in bounded time and memory."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain, pairwise

from rapidfuzz.distance import LCSseq, Postfix, Prefix

PART = 500
"""Units between two cuts of a long stretch at least."""
PHRASES = (4, 2, 1)
"""Lengths of the phrases at which a long stretch is cut, tried in this order."""

Run = tuple[int, int, int]
"""Where a common run begins in the one and in the other sequence, and its length."""

SMALL = 250_000
"""Cells up to which the finder takes units as they are, by their hash values, which are 64 bits
of which the seed is secret; coding them would take longer than finding."""

TABLE = 25_000_000
"""Cells of one table of the finder (a bit each, 5 ms); longer stretches are cut at anchors."""


def encoded(one: Sequence[Hashable], two: Sequence[Hashable]) -> tuple[str, str]:
    """Two sequences as strings in which equal units have equal code points.

    Which code a unit gets has no influence on any result: codes are only compared. Units that
    stand on one side alone share one code; so do, should ever a million distinct ones stand on
    both, the last of these.
    """
    other = set(two)
    shared = [unit for unit in dict.fromkeys(one) if unit in other]
    codes = dict(zip(shared, map(chr, _codes()), strict=False))
    return (
        "".join([codes.get(unit, "\0") for unit in one]),
        "".join([codes.get(unit, "\1") for unit in two]),
    )


def _codes() -> Iterator[int]:
    """The code points to give away, which leave out the surrogates and two for lone units."""
    return chain(range(2, 0xD800), range(0xE000, 0x110000))


def common_runs(one: Sequence[Hashable], two: Sequence[Hashable]) -> list[Run]:
    """The runs of a longest common subsequence of two sequences of units, in order.

    Exchanged, they give the same runs the other way round.
    """
    if _later(one, two):
        return [(i, j, size) for j, i, size in _ordered(two, one)]
    return _ordered(one, two)


def _ordered(one: Sequence[Hashable], two: Sequence[Hashable]) -> list[Run]:
    """The runs of two sequences in the order in which they are searched; small ones uncoded."""
    if len(one) * len(two) > SMALL:
        return _runs(*encoded(one, two))
    blocks = LCSseq.opcodes(one, two).as_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]


def _later(one: Sequence[Hashable], two: Sequence[Hashable]) -> bool:
    """Which of two different sequences is searched in which, whatever their roles."""
    if len(one) != len(two):
        return len(one) > len(two)
    pair = next((pair for pair in zip(one, two, strict=True) if pair[0] != pair[1]), None)
    return pair is not None and repr(pair[0]) > repr(pair[1])


def _runs(a: str, b: str) -> list[Run]:
    """The runs of a longest common subsequence of `a` and `b`, in order.

    Stretches too long for one table are cut at what occurs once in both; the result is then a
    common subsequence that need not be the longest.
    """
    out: list[Run] = []
    stack = [(0, len(a), 0, len(b))]
    while stack:
        low_a, high_a, low_b, high_b = stack.pop()
        head, low_a, low_b, high_a, high_b, tail = _trim(a, b, low_a, high_a, low_b, high_b)
        if head[2]:
            out.append(head)
        if tail[2]:
            stack.append((tail[0], tail[0] + tail[2], tail[1], tail[1] + tail[2]))
        if low_a == high_a or low_b == high_b:
            continue
        if (high_a - low_a) * (high_b - low_b) <= TABLE:
            out.extend(_table(a, b, low_a, high_a, low_b, high_b))
        else:
            stack.extend(reversed(_cut(a, b, low_a, high_a, low_b, high_b)))
    return _joined(out)


def _trim(
    a: str, b: str, low_a: int, high_a: int, low_b: int, high_b: int
) -> tuple[Run, int, int, int, int, Run]:
    one, two = a[low_a:high_a], b[low_b:high_b]
    head = Prefix.similarity(one, two)
    tail = min(Postfix.similarity(one, two), len(one) - head, len(two) - head)
    start_a, start_b = low_a + head, low_b + head
    end_a, end_b = high_a - tail, high_b - tail
    return (low_a, low_b, head), start_a, start_b, end_a, end_b, (end_a, end_b, tail)


def _table(a: str, b: str, low_a: int, high_a: int, low_b: int, high_b: int) -> list[Run]:
    blocks = LCSseq.opcodes(a[low_a:high_a], b[low_b:high_b]).as_matching_blocks()
    return [(m.a + low_a, m.b + low_b, m.size) for m in blocks if m.size]


def _cut(
    a: str, b: str, low_a: int, high_a: int, low_b: int, high_b: int
) -> list[tuple[int, int, int, int]]:
    """Cut a stretch at phrases that occur once on both sides, or in the middle without any."""
    parts = []
    from_a, from_b = low_a, low_b
    for i, j in _anchors(a[low_a:high_a], b[low_b:high_b]):
        to_a, to_b = low_a + i, low_b + j
        if min(to_a - from_a, to_b - from_b) >= PART:
            parts.append((from_a, to_a, from_b, to_b))
            from_a, from_b = to_a, to_b
    if not parts:
        from_a, from_b = (low_a + high_a) // 2, (low_b + high_b) // 2
        parts.append((low_a, from_a, low_b, from_b))
    return [*parts, (from_a, high_a, from_b, high_b)]


def _anchors(one: str, two: str) -> list[tuple[int, int]]:
    for size in PHRASES:
        pairs = unique_pairs(_phrases(one, size), _phrases(two, size))
        if pairs:
            return pairs
    return []


def _phrases(text: str, size: int) -> list[str]:
    return [text[k : k + size] for k in range(len(text) - size + 1)]


def _joined(runs: Iterable[Run]) -> list[Run]:
    out: list[Run] = []
    for i, j, size in runs:
        if out and out[-1][0] + out[-1][2] == i and out[-1][1] + out[-1][2] == j:
            out[-1] = (out[-1][0], out[-1][1], out[-1][2] + size)
        else:
            out.append((i, j, size))
    return out


def unique_pairs(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Places of what occurs exactly once in each, as long a chain as keeps both in order."""
    return longest_chain(all_unique_pairs(a, b))


def all_unique_pairs(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Places of what occurs exactly once in each, ordered by the first, not by the second."""
    once_a, once_b = _once(a), _once(b)
    return [(i, once_b[unit]) for unit, i in once_a.items() if unit in once_b]


def _once(units: Sequence[Hashable]) -> dict[Hashable, int]:
    places = range(len(units))
    last = dict(zip(units, places, strict=True))
    first = dict(zip(reversed(units), reversed(places), strict=True))
    return {unit: i for unit, i in last.items() if first[unit] == i}


def longest_chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of `pairs` (ordered by the first number) that rises in the second too."""
    if all(one[1] < two[1] for one, two in pairwise(pairs)):
        return list(pairs)
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        at = bisect_left(tops, j)
        before.append(ends[at - 1] if at else -1)
        tops[at : at + 1] = [j]
        ends[at : at + 1] = [index]
    chain: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def heaviest_chain(triples: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """The heaviest part of (place, other place, weight), ordered by place, that rises in both."""
    order = sorted({j for _, j, _ in triples})
    best: list[tuple[int, int]] = [(0, -1)] * (len(order) + 1)
    before: list[int] = []
    for index, (_, j, weight) in enumerate(triples):
        rank = bisect_left(order, j)
        total, last = _best_below(best, rank)
        before.append(last)
        _raise_from(best, rank + 1, (total + weight, index))
    index = _best_below(best, len(order))[1]
    chain: list[tuple[int, int]] = []
    while index >= 0:
        chain.append(triples[index][:2])
        index = before[index]
    return chain[::-1]


def _best_below(best: Sequence[tuple[int, int]], rank: int) -> tuple[int, int]:
    """The heaviest chain that ends in one of the first `rank` places (a Fenwick tree of maxima)."""
    found = (0, -1)
    while rank > 0:
        found = max(found, best[rank])
        rank &= rank - 1
    return found


def _raise_from(best: list[tuple[int, int]], rank: int, value: tuple[int, int]) -> None:
    while rank < len(best):
        best[rank] = max(best[rank], value)
        rank += rank & -rank
