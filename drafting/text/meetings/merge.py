"""How the proposals of many groups meet in one text, and where somebody must choose."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from drafting.text.changes.atoms import atoms
from drafting.text.changes.diff import exact
from drafting.text.changes.redline import Change, opens_block
from drafting.text.changes.take import take
from drafting.text.meetings.meeting import Ground, is_form, is_marks, place
from drafting.text.meetings.overlay import overlaid
from drafting.text.meetings.sides import agreed, common_ends, holds, reading
from drafting.text.passages.passage import Passage
from drafting.text.passages.tokens import Token


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

    def __init__(self, base: Passage, numbers: Mapping[Passage, Sequence[int]]) -> None:
        self.base = base
        self.ground = Ground(base)
        self.numbers = list(numbers.values())
        self.own = [exact(base, proposal) for proposal in numbers]
        self.claims: dict[Change, set[int]] = defaultdict(set)
        self.turn: dict[Change, int] = {}
        for who, changes in enumerate(self.own):
            for turn, change in enumerate(changes):
                self.claims[change].add(who)
                self.turn[change] = turn
        self.accepted: list[Change] = []
        self.settled: set[Change] = set()
        self.conflicts: list[Conflict] = []

    def result(self) -> Merge:
        for gap, arrivals in self._arrivals().items():
            if len({who for change in arrivals for who in self.claims[change]}) > 1:
                self.settled.update(arrivals)
                self._order(gap, arrivals)
        for group in self._groups(sorted(self.claims.keys() - self.settled, key=place)):
            self._settle(group)
        changes = overlaid(sorted(self.accepted, key=self._place), self.claims)
        conflicts = sorted(self.conflicts, key=lambda c: (c.start, c.end))
        return Merge(take(self.base, changes), tuple(conflicts))

    def _place(self, change: Change) -> tuple[int, int, int]:
        offset, rank, end = place(change)
        return offset, rank, self.turn.get(change, 0) if rank == 1 else end

    def _arrivals(self) -> dict[int, list[Change]]:
        """The blocks put in at each gap, and the moves that lead to a gap where some are."""
        gaps: dict[int, list[Change]] = defaultdict(list)
        for change in self.claims:
            if change.to is None and opens_block(change):
                gaps[change.start].append(change)
        for change in self.claims:
            if change.to in gaps:
                gaps[change.to].append(change)
        return gaps

    def _order(self, gap: int, arrivals: Sequence[Change]) -> None:
        """Settle what arrives at one gap: one side's sequence if it holds all others."""
        known = set(arrivals)
        known_rows = ((w, tuple(c for c in own if c in known)) for w, own in enumerate(self.own))
        rows: Mapping[int, tuple[Change, ...]] = {who: row for who, row in known_rows if row}
        if self._contested(gap, rows):
            return
        rows = self._behind_one(gap, rows)
        longest = max(rows.values(), key=len)
        if all(holds(longest, row) for row in rows.values()):
            self._accept_in_turn(longest)
            return
        head, tail = common_ends(list(dict.fromkeys(rows.values())))
        first = next(iter(rows.values()))
        self._accept_in_turn(first[:head] + first[len(first) - tail :])
        rest = {who: row[head : len(row) - tail] for who, row in rows.items()}
        self._conflict(gap, gap, {who: row for who, row in rest.items() if row})

    def _contested(self, gap: int, rows: Mapping[int, tuple[Change, ...]]) -> bool:
        """Whether sides put in the same block, but not after the same words.

        What both put in alike leaves nothing to choose, save here: when one of them also edits the
        block before, the words do not tell whether they mean one addition or each its own. In the
        two real merges of this kind in our corpus, what people kept holds it twice. So they must
        say. Nothing can be moved twice, though, so what both move alike is one.
        """
        edits = {who: self._in_block_before(who, gap) for who in rows}
        before: dict[Change, set[tuple[Change, ...]]] = defaultdict(set)
        for who, row in rows.items():
            for change in filter(opens_block, row):
                before[change].add(edits[who])
        if all(len(different) == 1 for different in before.values()):
            return False
        self.settled.update(change for row in edits.values() for change in row)
        start = min(change.start for row in edits.values() for change in row)
        self._conflict(start, gap, {who: edits[who] + row for who, row in rows.items()})
        return True

    def _behind_one(
        self, gap: int, rows: Mapping[int, tuple[Change, ...]]
    ) -> Mapping[int, tuple[Change, ...]]:
        """The rows, each behind that of the one side that gives the block before another form.

        What that side puts in goes on with it (a paragraph becomes a list of several items), so
        the others' blocks follow after all of it.
        """
        end = bisect_left(self.base.starts, gap)
        place = self.base.starts[end - 1] if end else -1
        forms = [w for w in rows if any(is_form(c) and c.start == place for c in self.own[w])]
        if len(forms) != 1:
            return rows
        first = rows[forms[0]]
        return {
            who: first + tuple(change for change in row if change not in first)
            for who, row in rows.items()
        }

    def _in_block_before(self, who: int, gap: int) -> tuple[Change, ...]:
        """What a side changes in the words of the block before a gap."""
        start = self.base.starts[bisect_left(self.base.starts, gap) - 1] if gap else 0
        return tuple(
            change
            for change in self.own[who]
            if change.to is None
            and start < change.start
            and change.end <= gap
            and not opens_block(change)
        )

    def _accept_in_turn(self, row: Sequence[Change]) -> None:
        self.turn.update((change, turn) for turn, change in enumerate(row))
        self.accepted.extend(row)

    def _groups(self, changes: Sequence[Change]) -> Iterable[list[Change]]:
        """Changes that clash, with all that lies between them; most groups hold one change."""
        groups = _Groups(changes)
        for one, two in _near(changes):
            if self._apart(changes[one], changes[two]):
                groups.join(one, two)
        groups.close()
        return groups.all()

    def _apart(self, one: Change, two: Change) -> bool:
        return not self.claims[one] & self.claims[two] and self.ground.clash(one, two)

    def _settle(self, group: Sequence[Change]) -> None:
        """Accept a change nobody contests, or what the sides of a contest agree on, or nothing."""
        if len(group) == 1:
            self.accepted.append(group[0])
            return
        start, end = min(c.start for c in group), max(c.end for c in group)
        rows: dict[int, tuple[Change, ...]] = {
            who: tuple(c for c in group if who in self.claims[c])
            for who in sorted({who for change in group for who in self.claims[change]})
        }
        if all(change.to is None for change in group):
            common = agreed(self.base, start, end, rows.values())
            found = self._apart_in_parts(rows) if common is None else [common]
            if found is not None:
                self.accepted.extend(found)
                self.claims.update((change, set(rows)) for change in found)
                return
        self._conflict(start, end, rows)

    def _apart_in_parts(self, rows: Mapping[int, Sequence[Change]]) -> list[Change] | None:
        """The changes cut as small as they go, if all sides share some and the rest agree."""
        claims: dict[Change, set[int]] = defaultdict(set)
        for who, row in rows.items():
            for change in row:
                for atom in atoms(change):
                    claims[atom].add(who)
        if not any(len(who) == len(rows) for who in claims.values()):
            return None
        parts = sorted(claims, key=place)
        for one, two in _near(parts):
            first, second = parts[one], parts[two]
            if not claims[first] & claims[second] and self.ground.clash(first, second):
                return None
        return parts

    def _conflict(self, start: int, end: int, rows: Mapping[int, tuple[Change, ...]]) -> None:
        wanted: dict[tuple[Token, ...], list[int]] = defaultdict(list)
        for who, row in rows.items():
            wanted[reading(self.base, row, start, end)].append(who)
        sides = [
            Side(tuple(sorted(n for w in who for n in self.numbers[w])), tokens, rows[who[0]])
            for tokens, who in wanted.items()
        ]
        sides.sort(key=lambda side: side.proposals)
        base = tuple(self.base.flat[start:end])
        self.conflicts.append(Conflict(start, end, base, tuple(sides)))


def _near(changes: Sequence[Change]) -> Iterable[tuple[int, int]]:
    """Pairs of changes, in order, whose ranges come close; a move may meet any."""
    open_ones: list[int] = []
    moves: list[int] = []
    for index, change in enumerate(changes):
        if change.to is not None:
            yield from ((k, index) for k in range(index))
            moves.append(index)
            continue
        open_ones = [k for k in open_ones if changes[k].end + 1 >= change.start]
        yield from ((k, index) for k in open_ones)
        yield from ((k, index) for k in moves)
        open_ones.append(index)


class _Groups:
    """Changes joined into groups; a group of ranges takes in whatever lies between its ends."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self.changes = changes
        self.parent = list(range(len(changes)))

    def root(self, index: int) -> int:
        while self.parent[index] != index:
            self.parent[index] = self.parent[self.parent[index]]
            index = self.parent[index]
        return index

    def join(self, one: int, two: int) -> None:
        self.parent[self.root(two)] = self.root(one)

    def all(self) -> list[list[Change]]:
        groups: dict[int, list[Change]] = defaultdict(list)
        for index, change in enumerate(self.changes):
            groups[self.root(index)].append(change)
        return list(groups.values())

    def close(self) -> None:
        """Join with each group of several what overlaps the range from its first to its last."""
        grown = True
        while grown:
            grown = False
            for root, (low, high) in self._spans().items():
                for index, change in enumerate(self.changes):
                    apart = change.to is not None or is_marks(change)
                    if not apart and change.start < high and low < change.end:
                        grown = grown or self.root(index) != self.root(root)
                        self.join(root, index)

    def _spans(self) -> dict[int, tuple[int, int]]:
        """The ranges of groups that hold several changes."""
        members: dict[int, list[Change]] = defaultdict(list)
        for index, change in enumerate(self.changes):
            if change.to is None:
                members[self.root(index)].append(change)
        return {
            root: (min(c.start for c in group), max(c.end for c in group))
            for root, group in members.items()
            if len(group) > 1
        }
