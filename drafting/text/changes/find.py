"""The exact finder: the fewest words that differ, inside blocks that belong together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from drafting.text.changes.align import Link, align
from drafting.text.changes.runs import Run
from drafting.text.changes.slide import Hunk, slid
from drafting.text.changes.stretch import Stretch
from drafting.text.changes.windows import compared
from drafting.text.passages.passage import Block, Passage
from drafting.text.passages.tokens import Token


class Edit(NamedTuple):
    """A range of old tokens and the range of new ones that takes its place, and these tokens."""

    start: int
    end: int
    low: int
    high: int
    removed: Sequence[Token]
    inserted: Sequence[Token]


class Row(NamedTuple):
    """A block that is taken out or put in whole, and its token range or gap in the old text."""

    start: int
    end: int
    block: Block


class Shift(NamedTuple):
    """A token range of whole old blocks that arrives before the old block that begins at `to`."""

    start: int
    end: int
    to: int


class Group(NamedTuple):
    """Blocks that belong together, and where they differ, counted from the first break on."""

    start: int
    """The offset of that break in the old text."""
    old: Stretch
    new: Stretch
    hunks: list[Hunk]
    """In words or breaks."""
    marks: list[Edit]
    """In the marks over words that stay."""


Part = Row | Shift | Group


def find(old: Passage, new: Passage) -> list[Part]:
    """Everything that differs: groups of blocks, whole blocks in or out, and moved ones.

    What arrives at one gap stands in the order of the new text.
    """
    links = align(old, new)
    parts: list[Part] = []
    fixed = [link for link in links if not link.moved]
    moved = {link.new_low: link for link in links if link.moved}
    gone = {link.old_low for link in moved.values()}
    at = new_at = 0
    for link in [*fixed, Link(len(old.blocks), len(old.blocks), len(new.blocks), len(new.blocks))]:
        parts.extend(_between(old, new, (moved, gone), (at, link.old_low, new_at, link.new_low)))
        at, new_at = link.old_high, link.new_high
    parts.extend(_changed(old, new, links))
    return parts


def _changed(old: Passage, new: Passage, links: Sequence[Link]) -> Iterator[Group]:
    for link in links:
        before = old.blocks[link.old_low : link.old_high]
        after = new.blocks[link.new_low : link.new_high]
        if before != after:
            yield group(old, new, link)


def group(old: Passage, new: Passage, link: Link) -> Group:
    """Compare linked blocks unit by unit; their opening breaks are compared with each other."""
    low, high, new_low, new_high, _, pair = link
    one, two, runs = pair or compared(old.blocks[low:high], new.blocks[new_low:new_high])
    hunks = slid(_hunks(runs, len(one.keys) - 1, len(two.keys) - 1), one, two)
    marks = _marks(one, two, hunks)
    if one.keys[0] != two.keys[0]:
        hunks.insert(0, (0, 1, 0, 1))
    return Group(old.starts[low], one, two, hunks, marks)


def _marks(one: Stretch, two: Stretch, hunks: Sequence[Hunk]) -> list[Edit]:
    """Where words that stay bear other marks, between the hunks; a blank ends no run."""
    out: list[Edit] = []
    if one.bare and two.bare:
        return out
    i = j = 1
    for hunk in [*hunks, (len(one.keys), 0, len(two.keys), 0)]:
        found = _unlike(one, i, hunk[0], two, j) if i < hunk[0] else None
        if found:
            low, high = found
            new_low, new_high = low + j - i, high + j - i
            old, new = one.between(low, high), two.between(new_low, new_high)
            out.extend(_runs_of_marks(old, new, one.offset(low), two.offset(new_low)))
        i, j = hunk[1], hunk[3]
    return out


def _unlike(one: Stretch, low: int, high: int, two: Stretch, j: int) -> tuple[int, int] | None:
    """A range of old units, outside of which the same new words, from `j` on, have their marks."""
    old, new = one.marked(low, high), two.marked(j, j + high - low)
    if old == new:
        return None
    limit, head, tail = min(len(old), len(new)), 0, 0
    while head < limit and old[head] == new[head]:
        head += 1
    if head == limit:
        return None  # but for the blank that one of the texts does not end with
    while old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return one.at(low, old[head][0], old[-1 - tail][1])


def _runs_of_marks(
    old: Sequence[Token], new: Sequence[Token], start: int, low: int
) -> Iterator[Edit]:
    differ = [k for k, (was, now) in enumerate(zip(old, new, strict=False)) if was != now]
    if not differ:
        return
    begin = differ[0]
    for k, after in zip(differ, [*differ[1:], -1], strict=True):
        if after != k + 1 and not (after == k + 2 and old[k + 1].kind == "blank"):
            places = start + begin, start + k + 1, low + begin, low + k + 1
            yield Edit(*places, old[begin : k + 1], new[begin : k + 1])
            begin = after


def _hunks(runs: Sequence[Run], old_length: int, new_length: int) -> list[Hunk]:
    """What lies between common runs; counted from the unit after the opening break."""
    out: list[Hunk] = []
    i = j = 0
    for low, new_low, size in [*runs, (old_length, new_length, 0)]:
        if i < low or j < new_low:
            out.append((i + 1, low + 1, j + 1, new_low + 1))
        i, j = low + size, new_low + size
    return out


def _between(
    old: Passage,
    new: Passage,
    moves: tuple[Mapping[int, Link], Collection[int]],
    bounds: tuple[int, int, int, int],
) -> Iterator[Row | Shift]:
    """What stands between two fixed links: blocks taken out, put in, moved away and here."""
    low, high, new_low, new_high = bounds
    arrived, gone = moves
    if low == high and new_low == new_high:
        return
    for i in range(low, high):
        if i not in gone:
            yield Row(old.gap(i), old.gap(i + 1), old.blocks[i])
    to = old.gap(high)
    j = new_low
    while j < new_high:
        link = arrived.get(j)
        if link is None:
            yield Row(to, to, new.blocks[j])
            j += 1
            continue
        last = link.old_high
        j += 1
        while j in arrived and arrived[j].old_low == last:
            last, j = last + 1, j + 1
        yield Shift(old.gap(link.old_low), old.gap(last), to)


def edits(part: Group, hunks: Sequence[Hunk]) -> tuple[list[Edit], list[Edit]]:
    """The token ranges of a group's hunks, and of the marks that differ outside of them."""
    words = [_edit(part, hunk) for hunk in hunks]
    marks = [marks for marks in part.marks if not _covered(marks, words)]
    return [_trimmed(*edit) for edit in words], marks


def _covered(marks: Edit, words: Sequence[Edit]) -> bool:
    """Whether the words whose marks change are replaced anyway, in a hunk that was joined."""
    at = bisect_right(words, marks.start, key=itemgetter(0)) - 1
    return at >= 0 and marks.end <= words[at].end


def _edit(part: Group, hunk: Hunk) -> Edit:
    """A hunk in tokens; where the unit before it has a blank on one side alone, with that blank."""
    one, two = part.old, part.new
    i, to_i, j, to_j = hunk
    removed, inserted = one.between(i, to_i), two.between(j, to_j)
    start, low = one.offset(i), two.offset(j)
    end, high = start + len(removed), low + len(inserted)
    if one.ends_bare(i - 1) != two.ends_bare(j - 1):
        if one.ends_bare(i - 1):
            low, inserted = low - 1, [*two.between(j - 1, j)[-1:], *inserted]
        else:
            start, removed = start - 1, [*one.between(i - 1, i)[-1:], *removed]
    return Edit(start, end, low, high, removed, inserted)


def _trimmed(
    start: int, end: int, low: int, high: int, removed: Sequence[Token], inserted: Sequence[Token]
) -> Edit:
    """An edit without what both sides share at its edges, blanks above all."""
    limit, tail, head = min(len(removed), len(inserted)), 0, 0
    while tail < limit and removed[-1 - tail] == inserted[-1 - tail]:
        tail += 1
    while head < limit - tail and removed[head] == inserted[head]:
        head += 1
    if not head and not tail:
        return Edit(start, end, low, high, removed, inserted)
    old, new = removed[head : end - start - tail], inserted[head : high - low - tail]
    return Edit(start + head, end - tail, low + head, high - tail, old, new)
