"""What each block is called after a change: keys that stay with their paragraphs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from drafting.text.changes.redline import Redline, pieces
from drafting.text.passages.passage import Block, Passage


class Keys(NamedTuple):
    """The key of each block of a redline's `after`, and what other keys lead to them."""

    keys: tuple[str, ...]
    aliases: dict[str, str]
    """For each block that was joined to another its key, and the key under which it now stands."""


def keys(
    old_keys: Sequence[str],
    redline: Redline,
    fresh: Iterator[str],
    former: Mapping[Block, str] | None = None,
) -> Keys:
    """Name the blocks of `redline.after`, of which `old_keys` names those of `redline.before`.

    An edited, moved or one-for-one replaced block keeps its key, a split keeps it on its first
    part, a join keeps the first key and makes the second an alias. A block that stands in
    `former`, where blocks of earlier versions have their keys, gets that one back; all others
    draw from `fresh`, which must never give a key that the statement knew.

    Raises:
        ValueError: there is not one old key for each block.
    """
    if len(old_keys) != len(redline.before.blocks):
        raise ValueError("one key for each block is needed")
    descent = _Descent(redline)
    named = {new: old_keys[old] for new, old in descent.origins.items()}
    taken = set(named.values())
    for new, block in enumerate(redline.after.blocks):
        if new not in named:
            back = (former or {}).get(block)
            named[new] = back if back and back not in taken else next(fresh)
            taken.add(named[new])
    aliases = {old_keys[old]: named[new] for old, new in descent.joined.items()}
    return Keys(tuple(named[new] for new in range(len(named))), aliases)


class _Descent:
    """From which old block each new one comes."""

    def __init__(self, redline: Redline) -> None:
        self.before, self.after = redline.before, redline.after
        self.origins: dict[int, int] = {}
        """For new blocks the old one that they are."""
        self.homes: dict[int, int] = {}
        """For old blocks the new one in which words of theirs stand without their break."""
        gone: list[int] = []
        come: list[int] = []
        for piece in pieces(len(self.before.flat), redline.changes):
            if piece.change is None:
                self._replace(gone, come)
                gone, come = [], []
                self._keep(piece.start, piece.end, piece.low)
            else:
                gone += _breaks(self.before, piece.start, piece.end)
                come += _breaks(self.after, piece.low, piece.high)
        self._replace(gone, come)
        kept = set(self.origins.values())
        self.joined = {old: new for old, new in self.homes.items() if old not in kept}
        """Old blocks that are no block any more, with the one in which their words stand."""

    def _replace(self, gone: Sequence[int], come: Sequence[int]) -> None:
        """Blocks replaced at one place one for one are the same blocks."""
        if len(gone) == len(come):
            self.origins.update(zip(come, gone, strict=True))

    def _keep(self, start: int, end: int, low: int) -> None:
        shift = low - start
        breaks = _breaks(self.before, start, end)
        for old in breaks:
            self.origins[bisect_left(self.after.starts, self.before.starts[old] + shift)] = old
        until = self.before.starts[breaks[0]] if breaks else end
        if any(token.kind == "word" for token in self.before.flat[start:until]):
            old = bisect_right(self.before.starts, start) - 1
            self.homes.setdefault(old, bisect_right(self.after.starts, low) - 1)


def _breaks(passage: Passage, start: int, end: int) -> range:
    """The blocks whose breaks lie in a range of tokens."""
    return range(bisect_left(passage.starts, start), bisect_left(passage.starts, end))
