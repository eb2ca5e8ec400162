"""The exact finder: the fewest words that differ, inside blocks that belong together."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from drafting.text.align import Link, align
from drafting.text.passage import Passage
from drafting.text.runs import Run, common_runs
from drafting.text.slide import Hunk, slid
from drafting.text.tokens import Token
from drafting.text.units import Stretch, block_runs, gap, windows


class Edit(NamedTuple):
    """A token range of the old text and the token range of the new one that takes its place."""

    start: int
    end: int
    low: int
    high: int


class Shift(NamedTuple):
    """A token range of whole old blocks that arrives before the old block that begins at `to`."""

    start: int
    end: int
    to: int


class Group(NamedTuple):
    """Blocks that belong together, and where they differ."""

    old: Stretch
    new: Stretch
    hunks: list[Hunk]
    """In words or breaks."""
    marks: list[Edit]
    """In the marks over words that stay."""


Part = Edit | Shift | Group


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
    one, two, runs = _compared(old, new, link)
    hunks = slid(_hunks(runs, len(one.keys) - 1, len(two.keys) - 1), one, two)
    first: list[Hunk] = [] if one.keys[0] == two.keys[0] else [(0, 1, 0, 1)]
    return Group(one, two, first + hunks, _marks(one, two, hunks, old.flat, new.flat))


def _compared(old: Passage, new: Passage, link: Link) -> tuple[Stretch, Stretch, list[Run]]:
    single = link.old_high - link.old_low == link.new_high - link.new_low == 1
    if single:
        i, j = link.old_low, link.new_low
        found = windows(old.blocks[i], old.starts[i], new.blocks[j], new.starts[j])
        if found:
            return *found, common_runs(found[0].keys[1:], found[1].keys[1:])
    one = Stretch(old, range(link.old_low, link.old_high))
    two = Stretch(new, range(link.new_low, link.new_high))
    if single:
        return one, two, block_runs(old.blocks[i], new.blocks[j])
    return one, two, common_runs(one.keys[1:], two.keys[1:])


def _marks(
    one: Stretch,
    two: Stretch,
    hunks: Sequence[Hunk],
    old: Sequence[Token],
    new: Sequence[Token],
) -> list[Edit]:
    """Where words that stay bear other marks, between the hunks; a blank ends no run."""
    out: list[Edit] = []
    i = j = 1
    for hunk in [*hunks, (len(one.keys), 0, len(two.keys), 0)]:
        start, low = one.offsets[i], two.offsets[j]
        size = min(one.offsets[hunk[0]] - start, two.offsets[hunk[2]] - low)
        if old[start : start + size] != new[low : low + size]:
            out.extend(_runs_of_marks(start, low, size, old, new))
        i, j = hunk[1], hunk[3]
    return out


def _runs_of_marks(
    start: int, low: int, size: int, old: Sequence[Token], new: Sequence[Token]
) -> Iterator[Edit]:
    differ = [k for k in range(size) if old[start + k] != new[low + k]]
    begin = differ[0]
    for k, after in zip(differ, [*differ[1:], -1], strict=True):
        joined = after == k + 1 or (after == k + 2 and old[start + k + 1].kind == "blank")
        if not joined:
            yield Edit(start + begin, start + k + 1, low + begin, low + k + 1)
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
) -> Iterator[Edit | Shift]:
    """What stands between two fixed links: blocks taken out, put in, moved away and here."""
    low, high, new_low, new_high = bounds
    arrived, gone = moves
    for i in range(low, high):
        if i not in gone:
            yield Edit(gap(old, i), gap(old, i + 1), gap(new, new_low), gap(new, new_low))
    to = gap(old, high)
    j = new_low
    while j < new_high:
        link = arrived.get(j)
        if link is None:
            yield Edit(to, to, gap(new, j), gap(new, j + 1))
            j += 1
            continue
        last = link.old_high
        j += 1
        while j in arrived and arrived[j].old_low == last:
            last, j = last + 1, j + 1
        yield Shift(gap(old, link.old_low), gap(old, last), to)


def trimmed(edit: Edit, old: Sequence[Token], new: Sequence[Token]) -> Edit:
    """The edit without what both sides share at its edges, blanks above all."""
    start, end, low, high = edit
    while end > start and high > low and old[end - 1] == new[high - 1]:
        end, high = end - 1, high - 1
    while start < end and low < high and old[start] == new[low]:
        start, low = start + 1, low + 1
    return Edit(start, end, low, high)


def edits(
    part: Group, hunks: Sequence[Hunk], old: Passage, new: Passage
) -> tuple[list[Edit], list[Edit]]:
    """The token ranges of a group's hunks, and of the marks that differ outside of them."""
    words = [trimmed(_edit(part, hunk), old.flat, new.flat) for hunk in hunks]
    return words, [marks for marks in part.marks if not _covered(marks, words)]


def _covered(marks: Edit, words: Sequence[Edit]) -> bool:
    """Whether the words whose marks change are replaced anyway, in a hunk that was joined."""
    return any(word.start <= marks.start and marks.end <= word.end for word in words)


def _edit(part: Group, hunk: Hunk) -> Edit:
    """A hunk in tokens; where the unit before it has a blank on one side alone, with that blank."""
    i, to_i, j, to_j = hunk
    one, two = part.old.offsets, part.new.offsets
    more = (one[i] - one[i - 1]) - (two[j] - two[j - 1]) if i and j else 0
    return Edit(one[i] - max(more, 0), one[to_i], two[j] + min(more, 0), two[to_j])
