"""Which changes of one place exclude each other, and which are parts of others."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from drafting.text.changes.redline import Change, opens_block
from drafting.text.meetings.meeting import Ground, shape, share


@dataclass(slots=True)
class _Spot:
    """Changes of one shape: other words in the place of the same ones."""

    first: Change
    numbers: list[int] = field(default_factory=list)


class Crowd:
    """Changes that meet, in a list, each with the numbers of the proposals that ask for it.

    They are compared when somebody asks: each shape once, with those that come near it.
    """

    def __init__(
        self, ground: Ground, changes: Sequence[Change], proposals: Sequence[Sequence[int]]
    ) -> None:
        self.ground = ground
        self.changes = changes
        self.proposals = proposals
        self.rivals: dict[Hashable, Sequence[_Spot]] = {}

    def excluded(self, number: int) -> tuple[int, ...]:
        """The numbers of the changes that cannot be taken beside this one.

        What one proposal asks for together never excludes each other.
        """
        change, mine = self.changes[number], set(self.proposals[number])
        key = shape(change)
        if key not in self.rivals:
            near = self._near(change)
            self.rivals[key] = [spot for spot in near if self._exclude(change, spot.first)]
        others = (other for spot in self.rivals[key] for other in spot.numbers)
        return tuple(sorted([k for k in others if mine.isdisjoint(self.proposals[k])]))

    def parts(self, number: int) -> tuple[int, ...]:
        """The numbers of the changes that lie inside this one and are smaller."""
        outer = self.changes[number]
        inner = [spot for spot in self._near(outer) if _is_part(outer, spot.first)]
        return tuple(sorted([other for spot in inner for other in spot.numbers]))

    def _exclude(self, one: Change, two: Change) -> bool:
        if one.to is not None or two.to is not None:
            return self.ground.touch(one, two)
        arrive = opens_block(one) and opens_block(two) and one.start == two.start
        return arrive or share(one, two) or self.ground.clash(one, two)

    def _near(self, change: Change) -> Iterator[_Spot]:
        """What comes near a change, each once."""
        found = set[int]()
        for low, high in self.ground.reach(change):
            for size, row in self._reaches.items():
                first = bisect_left(row, (low - (1 << size),))
                last = bisect_left(row, (high + 1,))
                found.update(spot for _, end, spot in row[first:last] if low <= end)
        return (self._spots[spot] for spot in found)

    @cached_property
    def _spots(self) -> Sequence[_Spot]:
        spots: dict[Hashable, _Spot] = {}
        for number, change in enumerate(self.changes):
            spots.setdefault(shape(change), _Spot(change)).numbers.append(number)
        return list(spots.values())

    @cached_property
    def _reaches(self) -> Mapping[int, Sequence[tuple[int, int, int]]]:
        """Where each spot may meet others, in order, apart for sizes below each power of two.

        Thus a look back over one size finds whatever of it ends in a range, and little else.
        """
        rows: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for k, spot in enumerate(self._spots):
            for low, high in self.ground.reach(spot.first):
                rows[(high - low).bit_length()].append((low, high, k))
        return {size: sorted(row) for size, row in rows.items()}


def _is_part(outer: Change, inner: Change) -> bool:
    inside = outer.start <= inner.start and inner.end <= outer.end
    return inside and share(outer, inner) and (inner.start, inner.end) != (outer.start, outer.end)
