"""The changes between two texts: exact for merging, tidied for reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from drafting.text.changes.find import Group, Shift, edits, find
from drafting.text.changes.redline import Change, Redline, change_of, is_cut, opens_block
from drafting.text.changes.tidy import calm, tidied
from drafting.text.passages.caches import on_forget
from drafting.text.passages.passage import Passage


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
    found: list[Change] = []
    for part in find(old, new):
        if isinstance(part, Group):
            found.extend(_of_group(part, tidy))
        elif isinstance(part, Shift):
            found.append(Change(part.start, part.end, (), (), "move", part.to))
        else:
            start, end, block = part
            tokens = (block.break_, *block.tokens)
            sides = (tokens, ()) if start < end else ((), tokens)
            found.append(change_of(start, end, *sides))
    return tuple(sorted(found, key=_place))


def _of_group(part: Group, tidy: bool) -> Iterator[Change]:
    words, marks = edits(part, tidied(part) if tidy else part.hunks)
    for edit in calm(words, marks) if tidy else words + marks:
        start, end = part.old.outside(edit.start, edit.end)
        yield change_of(part.start + start, part.start + end, edit.removed, edit.inserted)


def _place(change: Change) -> tuple[int, int]:
    """Where a change stands in the list: words before arriving blocks, these before what stands."""
    if change.to is not None:
        return change.to, 1
    return change.start, 2 if change.start < change.end else int(opens_block(change))


def _replaced(changes: Sequence[Change], old: Passage) -> Iterator[Change]:
    """Join whole blocks taken out with those put in right after them."""
    edges = {*old.starts, old.size}
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
