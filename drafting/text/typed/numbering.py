"""Which of the numbers that people type stay as written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from drafting.text.passages.numbers import count_of
from drafting.text.passages.settle import numbered, renumbered
from drafting.text.typed.hanging import Placed

_BETWEEN = regex.compile(r"\p{Nd}.*\p{L}")
"""A number that stands between two others, as `5 bis` does."""

_MOST_LOOKS = 10
"""How often numbers are dropped before none is kept: a paste of many odd ones is no numbering."""


def kept_numbers(placed: Sequence[Placed]) -> dict[int, str]:
    """The numbers to keep, by place: those by which no number stands twice in a list.

    In the midst of a list only a number is kept that counts nothing on, such as `5 bis`: the items
    after it keep theirs.
    """
    if not any(one.number for one in placed):
        return {}
    lists = list(_lists(placed))
    last = {lists[at]: at for at, one in enumerate(placed) if not one.fresh}
    kept = {
        at: one.number
        for at, one in enumerate(placed)
        if one.number and (at >= last.get(lists[at], at) or _BETWEEN.search(one.number))
    }
    for _ in range(_MOST_LOOKS):
        doubled = _doubled(placed, lists, kept)
        if not doubled:
            return kept
        kept = {at: number for at, number in kept.items() if at not in doubled}
    return {}


def _doubled(placed: Sequence[Placed], lists: Sequence[int], kept: Mapping[int, str]) -> set[int]:
    """The places of kept numbers by which another number of their list stands twice."""
    found: set[int] = set()
    seen: set[tuple[int, str]] = set()
    cause: dict[int, int] = {}
    blocks = list(renumbered([one.block for one in placed], kept))
    for at, (_, number) in enumerate(numbered(blocks)):
        if at in kept:
            cause[lists[at]] = at
        if not number:
            continue
        if (lists[at], count_of(number)) in seen and lists[at] in cause:
            found.add(cause[lists[at]])
        seen.add((lists[at], count_of(number)))
    return found


def _lists(placed: Sequence[Placed]) -> Iterator[int]:
    """For each block which list it is an item of, as a number."""
    open_: dict[str, int] = {}
    for at, one in enumerate(placed):
        path = one.block.break_.path
        open_ = {other: kept for other, kept in open_.items() if path.startswith(other) and other}
        yield open_.setdefault(path, at)
