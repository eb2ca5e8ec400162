"""Which of several things in a row stand elsewhere now."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def moved_between(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """Return the fewest keys that must have moved, of those that stand in both orders."""
    places = {key: at for at, key in enumerate(before)}
    common = [key for key in after if key in places]
    ends: list[int] = []
    ranks = []
    for at in (places[key] for key in common):
        rank = bisect_left(ends, at)
        ends[rank : rank + 1] = [at]
        ranks.append(rank)
    wanted, stayed = len(ends) - 1, set()
    for key, rank in zip(reversed(common), reversed(ranks), strict=True):
        if rank == wanted:
            stayed.add(key)
            wanted -= 1
    return frozenset(common) - stayed
