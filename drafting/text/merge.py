"""How the proposals of many groups meet in one text, and where somebody must choose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafting.text.diff import exact
from drafting.text.meeting import Ground, place
from drafting.text.overlay import overlaid
from drafting.text.passage import Passage, Token
from drafting.text.redline import Change, change_of, opens_block, pieces
from drafting.text.take import take


@dataclass(frozen=True, slots=True)
class Side:
    """What some proposals want at a place: their numbers in the list given, and their words."""

    proposals: tuple[int, ...]
    tokens: tuple[Token, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A half-open range of the base where proposals cannot all be followed; its words stand."""

    start: int
    end: int
    base: tuple[Token, ...]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """What all proposals make of the base together, and the places left for a choice."""

    passage: Passage
    conflicts: tuple[Conflict, ...]


def merge(base: Passage, proposals: Sequence[Passage]) -> Merge:
    """Put the changes of all proposals into one text.

    Equal changes go in once, the order of proposals does not matter, and where they clash the
    base's words stand and the place is listed in `.conflicts`.
    """
    numbers: dict[Passage, list[int]] = defaultdict(list)
    for number, proposal in enumerate(proposals):
        if proposal != base:
            numbers[proposal].append(number)
    if len(numbers) < 2:
        return Merge(next(iter(numbers), base), ())
    return _Meeting(base, numbers).result()


class _Meeting:
    """The changes of two or more different proposals on one base."""

    def __init__(self, base: Passage, numbers: dict[Passage, list[int]]) -> None:
        self.base = base
        self.ground = Ground(base)
        self.numbers = list(numbers.values())
        self.claims: dict[Change, set[int]] = defaultdict(set)
        self.own = [exact(base, proposal) for proposal in numbers]
        for who, changes in enumerate(self.own):
            for change in changes:
                self.claims[change].add(who)
        self.accepted: list[Change] = []
        self.conflicts: list[Conflict] = []

    def result(self) -> Merge:
        gaps: dict[int, list[Change]] = defaultdict(list)
        others: list[Change] = []
        for change in self.claims:
            if change.to is None and opens_block(change):
                gaps[change.start].append(change)
            else:
                others.append(change)
        moved = [change for change in others if change.to is not None]
        for change in moved:
            if change.to in gaps:
                gaps[change.to].append(change)
        for gap, arrivals in gaps.items():
            if len({who for change in arrivals for who in self.claims[change]}) > 1:
                others = [change for change in others if change not in arrivals]
                self._order(gap, arrivals)
            else:
                others.extend(change for change in arrivals if change.to is None)
        for group in self._groups(sorted(others, key=place)):
            self._settle(group)
        changes = overlaid(sorted(self.accepted, key=place))
        conflicts = sorted(self.conflicts, key=lambda c: (c.start, c.end))
        return Merge(take(self.base, changes), tuple(conflicts))

    def _order(self, gap: int, arrivals: Sequence[Change]) -> None:
        """Settle what arrives at one gap: one side's sequence if it holds all others."""
        known = set(arrivals)
        rows = {
            who: tuple(change for change in own if change in known)
            for who, own in enumerate(self.own)
        }
        rows = {who: row for who, row in rows.items() if row}
        longest = max(rows.values(), key=lambda row: (len(row), _words(row)))
        if all(_within(row, longest) for row in rows.values()):
            self.accepted.extend(longest)
            return
        distinct = list(dict.fromkeys(rows.values()))
        head = _common(distinct)
        tail = _common([row[head:][::-1] for row in distinct])
        first = distinct[0]
        self.accepted.extend(first[:head] + first[len(first) - tail :])
        rest = {who: row[head : len(row) - tail] for who, row in rows.items()}
        self._conflict(gap, gap, {who: row for who, row in rest.items() if row})

    def _groups(self, changes: Sequence[Change]) -> Iterable[list[Change]]:
        """Changes that clash, with all that clash with those; most groups hold one change."""
        parent = list(range(len(changes)))

        def root(index: int) -> int:
            while parent[index] != index:
                parent[index] = parent[parent[index]]
                index = parent[index]
            return index

        for one, two in self._near(changes):
            if root(one) != root(two) and self._apart(changes[one], changes[two]):
                parent[root(two)] = root(one)
        groups: dict[int, list[Change]] = defaultdict(list)
        for index, change in enumerate(changes):
            groups[root(index)].append(change)
        return groups.values()

    def _apart(self, one: Change, two: Change) -> bool:
        return not self.claims[one] & self.claims[two] and self.ground.clash(one, two)

    def _near(self, changes: Sequence[Change]) -> Iterable[tuple[int, int]]:
        """Pairs of changes whose ranges come close; a move may meet any."""
        open_ones: list[int] = []
        for index, change in enumerate(changes):
            open_ones = [
                k for k in open_ones
                if changes[k].to is not None or changes[k].end + 1 >= change.start
            ]
            yield from ((k, index) for k in open_ones)
            if change.to is not None:
                yield from ((k, index) for k in range(index) if k not in open_ones)
            open_ones.append(index)

    def _settle(self, group: Sequence[Change]) -> None:
        if len(group) == 1:
            self.accepted.append(group[0])
            return
        start, end = min(c.start for c in group), max(c.end for c in group)
        who = {w for change in group for w in self.claims[change]}
        rows = {w: self._inside(w, start, end) for w in sorted(who)}
        if not any(change.to is not None for change in group):
            agreed = self._agreed(start, end, rows)
            if agreed is not None:
                self.accepted.append(agreed)
                return
        self._conflict(start, end, rows)

    def _inside(self, who: int, start: int, end: int) -> tuple[Change, ...]:
        return tuple(c for c in self.own[who] if start <= c.start and c.end <= end)

    def _agreed(self, start: int, end: int, rows: dict[int, tuple[Change, ...]]) -> Change | None:
        """The one change to make when the sides differ only in what one of them leaves as it is."""
        base = self.base.flat[start:end]
        sides = {_reading(self.base, start, end, row) for row in rows.values()}
        agreed = compare(base, sides)
        return None if agreed is None else change_of(start, end, base, agreed)

    def _conflict(self, start: int, end: int, rows: dict[int, tuple[Change, ...]]) -> None:
        wanted: dict[tuple[Token, ...], list[int]] = defaultdict(list)
        for who, row in rows.items():
            wanted[_reading(self.base, start, end, row)].append(who)
        sides = [
            Side(
                tuple(sorted(n for who in group for n in self.numbers[who])), tokens, rows[group[0]]
            )
            for tokens, group in wanted.items()
        ]
        sides.sort(key=lambda side: side.proposals)
        base = tuple(self.base.flat[start:end])
        self.conflicts.append(Conflict(start, end, base, tuple(sides)))


def _reading(
    base: Passage, start: int, end: int, changes: Sequence[Change]
) -> tuple[Token, ...]:
    """What a range of the base becomes by changes that lie in it."""
    out: list[Token] = []
    for piece in pieces(len(base.flat), changes):
        if piece.change is not None:
            out.extend(changes[piece.change].inserted)
        else:
            out.extend(base.flat[max(piece.start, start) : max(min(piece.end, end), start)])
    return tuple(out)


def compare(base: Sequence[Token], sides: Iterable[tuple[Token, ...]]) -> tuple[Token, ...] | None:
    """What stands when all sides but one only put in what every side puts in; None if more differ.

    What all sides begin or end with alike is no matter of choice; of what remains, a side whose
    rest stands in the base has changed nothing there.
    """
    distinct = list(sides)
    if len(distinct) == 1:
        return distinct[0]
    head = _common(distinct)
    tail = _common([side[head:][::-1] for side in distinct])
    rests = {side[head : len(side) - tail]: side for side in distinct}
    for rest in sorted(rests, key=len):
        others = [side for other, side in rests.items() if other != rest]
        if len(others) == 1 and rest and _stands(tuple(base), rest, head, tail):
            return others[0]
    return None


def _stands(base: tuple[Token, ...], rest: tuple[Token, ...], head: int, tail: int) -> bool:
    """Whether the rest of a side is what the base has there: at its edge where nothing was put."""
    if not head:
        return base[: len(rest)] == rest
    if not tail:
        return base[len(base) - len(rest) :] == rest
    return any(base[k : k + len(rest)] == rest for k in range(len(base) - len(rest) + 1))


def _common(rows: Sequence[Sequence[object]]) -> int:
    """How many first items all rows share."""
    size = 0
    for column in zip(*rows, strict=False):
        if any(item != column[0] for item in column):
            break
        size += 1
    return size


def _within(row: Sequence[Change], longer: Sequence[Change]) -> bool:
    rest = iter(longer)
    return all(change in rest for change in row)


def _words(row: Sequence[Change]) -> str:
    return "".join(token.text for change in row for token in change.inserted)

