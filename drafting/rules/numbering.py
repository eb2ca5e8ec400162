"""Numbers of paragraphs: given afresh by each published draft, and held still until the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from drafting.rules.orders import moved_between
from drafting.text import Break, Passage

LATIN = ("", "bis", "ter", "quater")


@dataclass(frozen=True, slots=True)
class Shape:
    """What numbering must know of a block: its key, and how deep it opens an item.

    `depth` is 0 for paragraphs and quotations, 1 for an item of a list (or a row of a table), 2 for
    an item inside an item. `numbered` is false for headings, for what goes on inside an item, and
    for all of a frame section. `begins` marks the first block of a section: no list goes on there.
    """

    key: str
    depth: int = 0
    numbered: bool = True
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """The number of one key; `taken_out` when its words no longer stand in the text."""

    key: str
    label: str
    taken_out: bool = False


def shapes_of(passage: Passage, keys: Sequence[str], *, numbered: bool) -> list[Shape]:
    """Return what numbering must know of a section's blocks; `keys` runs beside them."""
    return [
        Shape(key, depth_of(block.break_), numbered and counts(block.break_), begins=place == 0)
        for place, (key, block) in enumerate(zip(keys, passage.blocks, strict=True))
    ]


def depth_of(break_: Break) -> int:
    """Return how deep a block opens an item; a row of a table is an item of it."""
    return 1 if break_.block == "row" else break_.depth if break_.is_item else 0


def counts(break_: Break) -> bool:
    """Say whether a block has a number: no heading, head of a table, or second part of an item."""
    if break_.block in ("heading", "note") or break_.header:
        return False
    return break_.is_item or break_.depth == 0


def number(shapes: Iterable[Shape]) -> list[Number]:
    """Number blocks afresh: paragraphs from 1, a list by one number, its items 7.3 and 7.3.1."""
    counters: list[int] = [0]
    numbers = []
    for shape in shapes:
        if shape.begins:
            del counters[1:]
        if not shape.numbered:
            numbers.append(Number(shape.key, ""))
            continue
        count_up(counters, shape.depth)
        numbers.append(Number(shape.key, ".".join(map(str, counters))))
    return numbers


def count_up(counters: list[int], depth: int) -> None:
    """Move to the next number at a depth; a list that begins takes a number of its own."""
    if depth and len(counters) == 1:
        counters[0] += 1
    while len(counters) > depth + 1:
        counters.pop()
    while len(counters) <= depth:
        counters.append(0)
    counters[-1] += 1
    counters[:] = [max(part, 1) for part in counters]


def hold(previous: Sequence[Number], shapes: Sequence[Shape]) -> list[Number]:
    """Number the text between two published drafts.

    A key that has a number keeps it, also where it moved. A new one after 10 is *10 bis*, *ter*,
    *quater*, then *10/5*; before the first *0 bis*. Numbers of keys that are gone stand, marked
    `taken_out`, after the number that they followed.
    """
    held = {old.key: old.label for old in previous if old.label}
    taken = set(held.values())
    numbers: list[Number] = []
    last = ["0"]
    for shape in shapes:
        if shape.begins:
            del last[1:]
        if not shape.numbered:
            numbers.append(Number(shape.key, ""))
            continue
        label = held.get(shape.key) or new_label(last, shape.depth, taken)
        taken.add(label)
        last = trail(last, label, shape.depth)
        numbers.append(Number(shape.key, label))
    return with_taken_out(previous, numbers)


def trail(last: list[str], label: str, depth: int) -> list[str]:
    """Remember the number last met at each depth, for what is new after it."""
    above = last[:depth]
    while len(above) < depth:
        above.append(".".join(label.split(".")[: len(above) + 1]))
    if depth and "." in label:
        above[0] = label.partition(".")[0]
    return [*above, label]


def new_label(last: list[str], depth: int, taken: set[str]) -> str:
    """Make the number of a new block after the last one met at its depth."""
    if depth < len(last):
        return free_after(last[depth], taken)
    if depth and len(last) == 1:
        return f"{free_after(last[0], taken)}.{'.'.join(['1'] * depth)}"
    return f"{last[-1]}.1"


def free_after(label: str, taken: set[str]) -> str:
    """Return the first of *10 bis*, *ter*, *quater*, *10/5*, … that nobody has.

    In a list that is itself new the items just count on.
    """
    above, dot, own = label.rpartition(".")
    if " " in above or "/" in above:
        return next(free for n in count(1) if (free := f"{above}.{n}") not in taken)
    base = above + dot + own.split(" ")[0].split("/")[0]
    marks = (f" {LATIN[n - 1]}" if n <= len(LATIN) else f"/{n}" for n in count(2))
    return next(free for mark in marks if not is_met(free := base + mark, taken))


def is_met(label: str, taken: set[str]) -> bool:
    """Say whether a number, or one inside it, was given already."""
    return label in taken or any(other.startswith(f"{label}.") for other in taken)


def with_taken_out(previous: Sequence[Number], present: list[Number]) -> list[Number]:
    """Put the numbers of what is gone where they stood: between those that did not move.

    What is new after the number before comes first where its own number does: *6, 6 bis, 7*.
    """
    here = {number.key for number in present}
    before = {old.key for old in previous}
    moved = moved_between([old.key for old in previous], [one.key for one in present])
    after: dict[str, list[Number]] = {}
    anchor = ""
    for old in previous:
        if old.key in here - moved:
            anchor = old.key
        elif old.key not in here and old.label and not old.taken_out:
            after.setdefault(anchor, []).append(Number(old.key, old.label, taken_out=True))
    numbers: list[Number] = []
    waiting = after.get("", [])
    for number in present:
        while waiting and comes_first(waiting[0], number, is_new=number.key not in before):
            numbers.append(waiting.pop(0))
        numbers.append(number)
        waiting += after.get(number.key, [])
    return numbers + waiting


def comes_first(gone: Number, number: Number, *, is_new: bool) -> bool:
    """Say whether what is gone stood before this number; what is new tells it by its own."""
    return not is_new or not number.label or rank(gone.label) < rank(number.label)


def rank(label: str) -> list[tuple[int, int]]:
    """Return what sorts numbers as they are read: 10, 10 bis, 10/5, 10.1, 11."""
    return [ranked(part) for part in label.split(".")]


def ranked(part: str) -> tuple[int, int]:
    """Return the rank of one step of a number, and of its mark."""
    own, _, mark = part.partition(" ")
    own, _, slash = own.partition("/")
    return int(own), LATIN.index(mark) if mark else int(slash or 0)


def former(now: Mapping[str, str], before: Mapping[str, str]) -> dict[str, str]:
    """Return, by key, the number in an earlier draft where it was another."""
    return {
        key: before[key] for key, label in now.items() if before.get(key) and before[key] != label
    }
