"""All wishes in one text: where changes meet, who wants the same, and what excludes what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from drafting.text.changes.diff import diff
from drafting.text.changes.redline import Change, Redline
from drafting.text.meetings.crowd import Crowd
from drafting.text.meetings.meeting import Ground, is_form, place, shape, share
from drafting.text.passages.passage import Passage
from drafting.text.passages.tokens import Token


@dataclass(frozen=True, slots=True)
class Option:
    """A change, with the numbers of all proposals that ask for exactly this, in order.

    `number` counts the options of its place. A proposal that puts in two equal blocks at one gap
    asks for two options.
    """

    number: int
    change: Change
    proposals: tuple[int, ...]
    _crowd: Crowd = field(repr=False, compare=False)

    @property
    def excludes(self) -> tuple[int, ...]:
        """The numbers of the options that cannot be taken beside this one, in order.

        They share a token or a gap with it: other words for the same ones, a mark over words that
        are replaced, blocks put in at the same gap. What one proposal asks for together never
        excludes each other. A move excludes no edit of the blocks that it moves.
        """
        return self._crowd.excluded(self.number)

    @property
    def parts(self) -> tuple[int, ...]:
        """The numbers of the options that lie inside its range, each smaller than this one.

        A word in a sentence that is taken out, an edit in a moved block. Whether both can be
        taken is for `excludes` to say.
        """
        return self._crowd.parts(self.number)


@dataclass(frozen=True, slots=True)
class Place:
    """A half-open token range of the base with all changes that meet there, directly or not.

    `.base` are its words in the base; `.options` stand in the order of the text.
    """

    start: int
    end: int
    base: tuple[Token, ...]
    options: tuple[Option, ...]

    @property
    def proposals(self) -> tuple[int, ...]:
        """The numbers of the proposals that ask for something here."""
        return tuple(sorted({number for one in self.options for number in one.proposals}))


@dataclass(frozen=True, slots=True)
class Compilation:
    """The places of a base at which proposals ask for something, in the order of the text."""

    base: Passage
    places: tuple[Place, ...]


def lay_out(base: Passage, proposals: Sequence[Passage | Redline]) -> Compilation:
    """Gather the changes of all proposals by place, equal ones once.

    A proposal is a text, of which the changes are found as `diff` marks them, or a redline, whose
    changes are taken as they stand. The order of the proposals changes nothing but their numbers.
    Takes time in proportion to the proposals; an option finds what it excludes when asked.

    Raises:
        ValueError: a redline is not on this base.
    """
    wants = _wants(base, proposals)
    ground = Ground(base)
    groups: dict[int, list[_Want]] = defaultdict(list)
    for want, root in zip(wants, _together(ground, [want.change for want in wants]), strict=True):
        groups[root].append(want)
    places = [_place(ground, group) for group in groups.values()]
    places.sort(key=lambda one: (one.start, one.end, place(one.options[0].change)))
    return Compilation(base, tuple(places))


@dataclass(slots=True)
class _Want:
    """A change while the proposals that ask for it are gathered."""

    change: Change
    copy: int
    """How many equal ones the same proposal puts in before it."""
    turn: int
    """How many changes stand before it at the same gap, in the proposal with the fewest."""
    proposals: list[int]

    def order(self) -> tuple[Any, ...]:
        """Where it stands in a list, whatever the order of the proposals."""
        change = self.change
        return (*place(change), self.turn, change.start, self.copy, change.inserted)


def _wants(base: Passage, proposals: Sequence[Passage | Redline]) -> list[_Want]:
    found: dict[tuple[Change, int], _Want] = {}
    for number, proposal in enumerate(proposals):
        gap, turn = -1, 0
        for change in _changes(base, proposal):
            gap, turn = change.start, turn + 1 if change.start == gap else 0
            copy = 0
            while (want := found.get((change, copy))) and want.proposals[-1] == number:
                copy += 1
            if want is None:
                found[change, copy] = _Want(change, copy, turn, [number])
            else:
                want.proposals.append(number)
                want.turn = min(want.turn, turn)
    return sorted(found.values(), key=_Want.order)


def _changes(base: Passage, proposal: Passage | Redline) -> Sequence[Change]:
    if isinstance(proposal, Passage):
        return diff(base, proposal).changes
    if proposal.before != base:
        raise ValueError("a redline on another base")
    return proposal.changes


def _place(ground: Ground, wants: Sequence[_Want]) -> Place:
    edges = [edge for want in wants for edge in (want.change.start, want.change.end)]
    edges += [want.change.to for want in wants if want.change.to is not None]
    start, end = min(edges), max(edges)
    crowd = Crowd(ground, [want.change for want in wants], [want.proposals for want in wants])
    options = tuple(
        Option(number, want.change, tuple(want.proposals), crowd)
        for number, want in enumerate(wants)
    )
    return Place(start, end, ground.flat[start:end], options)


def _together(ground: Ground, changes: Sequence[Change]) -> list[int]:
    """Give each change the number of the group of meeting changes it belongs to.

    Changes of one shape meet the same others, so one of them is compared for all.
    """
    shapes = [shape(change) for change in changes]
    distinct = dict(zip(shapes, changes, strict=True))
    roots = dict(zip(distinct, _Sweep(ground, list(distinct.values())).roots(), strict=True))
    return [roots[one] for one in shapes]


class _Sweep:
    """One pass over the ranges of changes from left to right that joins those that meet."""

    def __init__(self, ground: Ground, changes: Sequence[Change]) -> None:
        self.ground = ground
        self.changes = changes
        self.parent = list(range(len(changes)))
        self.active: list[tuple[int, int]] = []
        """Where ranges end that may still meet others, and whose they are."""

    def roots(self) -> list[int]:
        for low, high, index in sorted(self._ranges()):
            self.active = [one for one in self.active if one[0] >= low]
            for _, other in self.active:
                if self._root(other) != self._root(index) and self._meet(other, index):
                    self.parent[self._root(other)] = self._root(index)
            if self._is_plain(index):
                self.active = [one for one in self.active if not self._hides(index, high, one)]
            self.active.append((high, index))
        return [self._root(index) for index in range(len(self.changes))]

    def _ranges(self) -> Iterator[tuple[int, int, int]]:
        for index, change in enumerate(self.changes):
            for low, high in self.ground.reach(change):
                yield low, high, index

    def _root(self, index: int) -> int:
        while self.parent[index] != index:
            self.parent[index] = self.parent[self.parent[index]]
            index = self.parent[index]
        return index

    def _meet(self, one: int, two: int) -> bool:
        first, second = self.changes[one], self.changes[two]
        return share(first, second) or self.ground.touch(first, second)

    def _is_plain(self, index: int) -> bool:
        """Whether whatever meets a range inside this one meets this one too."""
        change = self.changes[index]
        return change.to is None and change.start < change.end and not is_form(change)

    def _hides(self, index: int, high: int, one: tuple[int, int]) -> bool:
        """Whether an active range of the same group ends before this one, so needs no look."""
        return one[0] <= high and self._root(one[1]) == self._root(index)
