"""New items behind what hangs on the item that they were typed after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from drafting.text.passages.passage import Block


class Placed(NamedTuple):
    """A block in its form, whether a person put it in, and the number that was typed for it."""

    block: Block
    fresh: bool
    number: str = ""


def rehung(placed: Sequence[Placed]) -> list[Placed]:
    """Let no old block hang on a new item, which comes after all that hung on the one before it."""
    found: list[Placed] = []
    waiting: list[tuple[str, list[Placed]]] = []
    for fresh, run in groupby(placed, lambda one: one.fresh):
        for one in [] if fresh else run:
            while waiting and not _hangs(one, waiting[-1][0]):
                found += waiting.pop()[1]
            found.append(one)
        if fresh:
            new = list(run)
            at = _first_to_wait(found, new, placed, len(found) + sum(len(w) for _, w in waiting))
            found += new[:at]
            if new[at:]:
                _wait(waiting, new[at:])
    return [*found, *_rest(waiting)]


def _rest(waiting: list[tuple[str, list[Placed]]]) -> Iterator[Placed]:
    while waiting:
        yield from waiting.pop()[1]


def _first_to_wait(
    found: Sequence[Placed], new: Sequence[Placed], placed: Sequence[Placed], at: int
) -> int:
    """The first of new items on which the old block after them would hang; else their count."""
    after = placed[at + len(new)] if at + len(new) < len(placed) else None
    before = next((one for one in reversed(found) if not one.fresh), None)
    if after is None or before is None:
        return len(new)
    paths = (one.block.break_.path for one in new)
    waits = (
        k
        for k, path in enumerate(paths)
        if new[k].block.break_.is_item
        and _hangs(after, path)
        and before.block.break_.path.startswith(path)
    )
    return next(waits, len(new))


def _wait(waiting: list[tuple[str, list[Placed]]], new: list[Placed]) -> None:
    """Let new items wait, those that wait for the most behind all others."""
    path = min((one.block.break_.path for one in new), key=len)
    for at, (other, run) in enumerate(waiting):
        if other == path:
            waiting[at] = (path, [*run, *new])
            return
        if len(other) > len(path):
            waiting.insert(at, (path, new))
            return
    waiting.append((path, new))


def _hangs(one: Placed, path: str) -> bool:
    """Whether a block stands in an item with this path without opening it."""
    break_ = one.block.break_
    return break_.path.startswith(path) and (len(break_.path) > len(path) or not break_.opens)
