"""The changes between two texts: exact for merging, tidied for reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from drafting.text.caches import on_forget
from drafting.text.find import Edit, Group, Shift, edits, find
from drafting.text.passage import Passage
from drafting.text.redline import Change, Redline, change_of, is_cut, opens_block
from drafting.text.tidy import calm, tidied
from drafting.text.tokens import Break


@lru_cache(maxsize=256)
def diff(old: Passage, new: Passage) -> Redline:
    """The changes that lead from `old` to `new`, marked as a person would.

    Taking all of them gives `new` exactly. The same two texts always give the same changes.
    """
    return Redline(old, new, _changes(old, new, tidy=True))


@lru_cache(maxsize=1024)
def exact(old: Passage, new: Passage) -> tuple[Change, ...]:
    """The smallest changes that lead from `old` to `new`, on which merging works.

    Unlike in `diff`, blocks that took the place of others are one replacement.
    """
    return tuple(_replaced(_changes(old, new, tidy=False), old))


on_forget(diff.cache_clear)
on_forget(exact.cache_clear)


def _changes(old: Passage, new: Passage, *, tidy: bool) -> tuple[Change, ...]:
    parts: list[tuple[int, int, int, Edit | Shift]] = []
    for part in find(old, new):
        ranges = _ranges(part, old, new, tidy) if isinstance(part, Group) else [part]
        for one in ranges:
            parts.append((*_place(one, new), len(parts), one))
    return tuple(_change(one, old, new) for *_, one in sorted(parts))


def _ranges(part: Group, old: Passage, new: Passage, tidy: bool) -> Sequence[Edit]:
    if tidy:
        return calm(*edits(part, tidied(part), old, new), old.flat, new.flat)
    words, marks = edits(part, part.hunks, old, new)
    return words + marks


def _place(one: Edit | Shift, new: Passage) -> tuple[int, int]:
    """Where a change stands in the list: words before arriving blocks, these before what stands."""
    if isinstance(one, Shift):
        return one.to, 1
    if one.start < one.end:
        return one.start, 2
    return one.start, 1 if isinstance(new.flat[one.low], Break) else 0


def _change(one: Edit | Shift, old: Passage, new: Passage) -> Change:
    if isinstance(one, Shift):
        return Change(one.start, one.end, (), (), "move", one.to)
    start, end, low, high = one
    return change_of(start, end, old.flat[start:end], new.flat[low:high])


def _replaced(changes: Sequence[Change], old: Passage) -> Iterator[Change]:
    """Join whole blocks taken out with those put in right after them."""
    edges = {*old.starts, len(old.flat)}
    run: list[Change] = []
    for change in changes:
        gone = is_cut(change) and {change.start, change.end} <= edges
        follows = bool(run) and run[-1].end == change.start
        if not (follows and (opens_block(change) or (gone and not opens_block(run[-1])))):
            yield from _one(run)
            run = []
        if run or gone:
            run.append(change)
        else:
            yield change
    yield from _one(run)


def _one(run: Sequence[Change]) -> Iterator[Change]:
    """A run of blocks taken out and then put in as one replacement; its first break may stay."""
    if not run or not opens_block(run[-1]):
        yield from run
        return
    removed = [token for change in run for token in change.removed]
    inserted = [token for change in run for token in change.inserted]
    same = int(removed[0] == inserted[0])
    yield change_of(run[0].start + same, run[-1].end, removed[same:], inserted[same:])
