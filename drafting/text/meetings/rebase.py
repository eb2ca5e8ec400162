"""Carrying stored changes onto a text that has moved on, and saying what became of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import Literal

from drafting.text.changes.diff import diff, exact
from drafting.text.changes.redline import Change, Redline, after_ranges, is_cut, opens_block, pieces
from drafting.text.changes.take import splice
from drafting.text.markdown.normal import normal
from drafting.text.meetings.meeting import Ground, is_form, is_marks
from drafting.text.meetings.overlay import adapted
from drafting.text.passages.caches import on_forget
from drafting.text.passages.marks import delta, followed, remarked
from drafting.text.passages.passage import Block, Passage

Fate = Literal["carried", "fulfilled", "overtaken", "in question"]


@dataclass(frozen=True, slots=True)
class Rebased:
    """A proposal on a new base.

    `.passage` is how it now reads; `.fates` runs parallel to the changes of the redline given;
    `.redline` leads from the new base to `.passage` by the carried changes alone, in order, and
    `.origins` says of each of them which of the old changes it is.
    """

    passage: Passage
    fates: tuple[Fate, ...]
    redline: Redline
    origins: tuple[int, ...]


def rebase(redline: Redline, new_base: Passage) -> Rebased:
    """Carry the changes of a redline onto a newer version of its `before`.

    Changes are carried as they are stored, never derived anew. One that meets another edit is in
    question and stays out; one that only deletes what is gone, or stands in the new base already,
    is fulfilled; one whose whole block is gone is overtaken. Blocks put in are always carried.
    """
    count = len(redline.changes)
    if redline.before == new_base:
        return Rebased(redline.after, _all("carried", count), redline, tuple(range(count)))
    if redline.after == new_base:
        return Rebased(new_base, _all("fulfilled", count), Redline(new_base, new_base, ()), ())
    course = _course(redline.before, new_base)
    fates = [course.fate(change) for change in redline.changes]
    carried: dict[int, Change] = {}
    for index, change in enumerate(redline.changes):
        if fates[index] == "carried":
            now = course.carried(change)
            if now is None:
                fates[index] = "in question"
            elif now.to is not None and now.start <= now.to <= now.end:
                fates[index] = "fulfilled"  # what the blocks were to pass is gone
            else:
                carried[index] = now
    known = redline.after.blocks
    found = _made(new_base, carried, known)
    if found is None:
        found = _one_by_one(new_base, carried, fates, known)
    passage, changes = found
    if passage == new_base:  # what is left of them, all together, changes nothing any more
        fates, changes = ["fulfilled" if fate == "carried" else fate for fate in fates], {}
    now_redline = Redline(new_base, passage, tuple(changes.values()))
    return Rebased(passage, tuple(fates), now_redline, tuple(changes))


def _all(fate: Fate, count: int) -> tuple[Fate, ...]:
    return tuple([fate] * count)


_Made = tuple[Passage, dict[int, Change]]
"""A text, and the changes as they stand in it, by their number."""


def _made(base: Passage, changes: dict[int, Change], known: Sequence[Block]) -> _Made | None:
    """The text with these changes, if all their words can be put in as they are.

    Breaks may take another form there, as when an item arrives under another one. Blocks that
    come out as `known` ones are in normal form already.
    """
    if not changes:
        return base, changes
    try:
        spliced = splice(base, tuple(changes.values()))
    except ValueError:
        return None
    same = {block: block for block in known}
    blocks = (b if b.settled else same.get(b, b) for b in spliced.blocks)
    passage = normal(Passage(tuple(blocks)))
    if passage == spliced:
        return passage, changes
    return _settled(base, spliced, passage, changes)


def _settled(
    base: Passage, spliced: Passage, passage: Passage, changes: dict[int, Change]
) -> _Made | None:
    """The changes as normal form leaves them, if only breaks and blocks put in came out anew."""
    rows = list(changes.values())
    ranges = after_ranges(Redline(base, spliced, tuple(rows)))
    if len(passage.blocks) != len(spliced.blocks):
        return None
    new = [
        range(low, high)
        for change, (low, high) in zip(rows, ranges, strict=True)
        if change.to is None and opens_block(change)
    ]
    for start, one, two in zip(spliced.starts, spliced.blocks, passage.blocks, strict=True):
        if one.tokens != two.tokens and not any(start in place for place in new):
            return None
    settled = {}
    for (index, change), place in zip(changes.items(), ranges, strict=True):
        low, high = (_moved_on(spliced, passage, offset) for offset in place)
        comes = low < high and change.to is None
        settled[index] = replace(change, inserted=passage.flat[low:high] if comes else ())
    return passage, settled


def _moved_on(spliced: Passage, passage: Passage, offset: int) -> int:
    """An offset of the text before normal form in the text after it, block by block."""
    if offset == len(spliced.flat):
        return len(passage.flat)
    block = bisect_right(spliced.starts, offset) - 1
    return passage.starts[block] + offset - spliced.starts[block]


def _one_by_one(
    base: Passage, carried: dict[int, Change], fates: list[Fate], known: Sequence[Block]
) -> _Made:
    """Carry what can be made beside those before it; what cannot is in question.

    Blocks that are put in come first, as they are always carried.
    """
    kept: dict[int, Change] = {}
    for index in sorted(carried, key=lambda k: (not opens_block(carried[k]), k)):
        tried = {**kept, index: carried[index]}
        if _made(base, dict(sorted(tried.items())), known) is None:
            fates[index] = "in question"
        else:
            kept = tried
    return _made(base, dict(sorted(kept.items())), known) or (base, {})


@lru_cache(maxsize=64)
def _course(old: Passage, new: Passage) -> _Course:
    return _Course(old, new)


on_forget(_course.cache_clear)


class _Course:
    """What happened between two versions, and where each token of the old one stands now."""

    def __init__(self, old: Passage, new: Passage) -> None:
        self.old = old
        self.new = new
        self.ground = Ground(old)
        self.edits = exact(old, new)
        self.known = frozenset(self.edits) | frozenset(diff(old, new).changes)
        self.moves = [edit for edit in self.edits if edit.to is not None]
        self.within: dict[int, list[Change]] = defaultdict(list)
        for edit in self.edits:
            first, last = self.ground.block(edit)
            for block in range(first, last + 1):
                self.within[block].append(edit)
        self.places = [-1] * len(old.flat)
        self.gone = bytearray(len(old.flat))
        self.came: dict[int, tuple[int, int]] = {}
        """For tokens that are replaced, the range of what stands there instead."""
        self._follow()

    def _follow(self) -> None:
        for piece in pieces(len(self.old.flat), self.edits):
            change = None if piece.change is None else self.edits[piece.change]
            if change is None or change.kind == "format":
                self.places[piece.start : piece.end] = range(piece.low, piece.high)
                continue
            for offset in range(piece.start, piece.end):
                self.came[offset] = piece.low, piece.high
            if is_cut(change):
                self.gone[piece.start : piece.end] = b"\1" * (piece.end - piece.start)

    def fate(self, change: Change) -> Fate:
        if change in self.known or self._only_deletes_what_is_gone(change) or self._bears(change):
            return "fulfilled"
        if change.to is None and opens_block(change):
            return "carried"
        if self._block_gone(change):
            return "overtaken"
        met = any(self._meet(change, edit) for edit in self._around(change))
        return "in question" if met else "carried"

    def _around(self, change: Change) -> Iterable[Change]:
        """The edits in the blocks of a change, and all moves; of a move all edits."""
        if change.to is not None:
            return self.edits
        first, last = self.ground.block(change)
        blocks = range(first, last + 1)
        return chain(self.moves, *(self.within.get(block, ()) for block in blocks))

    def _bears(self, change: Change) -> bool:
        """Whether the words stay and bear the marks already that the change gives them."""
        places = self.places[change.start : change.end]
        rows = zip(places, change.removed, change.inserted, strict=False)
        return is_marks(change) and all(
            place >= 0 and remarked(self.new.flat[place], delta(old, new)) == self.new.flat[place]
            for place, old, new in rows
        )

    def _only_deletes_what_is_gone(self, change: Change) -> bool:
        return is_cut(change) and all(self.gone[change.start : change.end])

    def _block_gone(self, change: Change) -> bool:
        """Whether every block that the change touches has been taken out or replaced whole."""
        first, last = self.ground.block(change)
        starts = self.old.starts
        end = starts[last + 1] if last + 1 < len(starts) else len(self.old.flat)
        return all(place < 0 for place in self.places[starts[first] : end])

    def _meet(self, change: Change, edit: Change) -> bool:
        if not self.ground.touch(change, edit):
            return False
        agree = is_marks(change) or is_marks(edit) or is_form(change) or is_form(edit)
        return not agree or self.ground.clash(change, edit)

    def carried(self, change: Change) -> Change | None:
        """The change at its place in the new text, or None where it has none."""
        if change.to is not None:
            return self._carried_move(change)
        if opens_block(change):
            place = self._gap(change.start)
            return replace(change, start=place, end=place)
        if is_marks(change):
            return self._carried_marks(change)
        if change.start == change.end:
            place = self.places[change.start - 1] + 1
            return adapted(replace(change, start=place, end=place), self.new.flat)
        start, end = self.places[change.start], self.places[change.end - 1] + 1
        return adapted(replace(change, start=start, end=end), self.new.flat)

    def _carried_marks(self, change: Change) -> Change | None:
        """The same marks over what stands there now: words that stayed, and words that came."""
        places = self.places[change.start : change.end]
        start = places[0] if places[0] >= 0 else self.came[change.start][0]
        end = places[-1] + 1 if places[-1] >= 0 else self.came[change.end - 1][1]
        rows = zip(places, change.removed, change.inserted, strict=True)
        deltas = {place: delta(old, new) for place, old, new in rows}
        removed = self.new.flat[start:end]
        found = list(deltas.values())
        inserted = tuple(
            remarked(token, deltas[place]) if place in deltas else followed(token, found)
            for place, token in enumerate(removed, start)
        )
        if inserted == removed:
            return None
        return replace(change, start=start, end=end, removed=removed, inserted=inserted)

    def _carried_move(self, change: Change) -> Change | None:
        assert change.to is not None
        standing = [place for place in self.places[change.start : change.end] if place >= 0]
        start, end = min(standing), self._block_end(max(standing))
        others = self.places[: change.start] + self.places[change.end :]
        to = self._gap(change.to)
        apart = start in self.new.starts and not any(start <= place < end for place in others)
        return replace(change, start=start, end=end, to=to) if apart else None

    def _block_end(self, place: int) -> int:
        after = bisect_left(self.new.starts, place + 1)
        return self.new.starts[after] if after < len(self.new.starts) else len(self.new.flat)

    def _gap(self, offset: int) -> int:
        """The gap in the new text for a gap between old blocks, after what arrived there since.

        It keeps to the block behind it, or to the one before if that one is gone or moved.
        """
        if offset == len(self.places):
            return len(self.new.flat)
        place = self.places[offset]
        if place in self.new.starts and all(move.start != offset for move in self.moves):
            return place
        before = offset - 1
        while before >= 0 and (self.places[before] < 0 or self._moved(before)):
            before -= 1
        return self._block_end(self.places[before]) if before >= 0 else 0

    def _moved(self, offset: int) -> bool:
        return any(move.start <= offset < move.end for move in self.moves)
