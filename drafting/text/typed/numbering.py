"""Which of the numbers that people type stay as written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from drafting.text.passages.numbers import count_of
from drafting.text.passages.settle import numbered
from drafting.text.typed.hanging import Placed

_BETWEEN = regex.compile(r"\p{Nd}.*\p{L}")
"""A number that stands between two others, as `5 bis` does."""


def kept_numbers(placed: Sequence[Placed]) -> dict[int, str]:
    """The numbers to keep, by place: those that no item of the list has, where it ends.

    In the midst of a list only a number is kept that counts nothing on, such as `5 bis`: the items
    after it keep theirs.
    """
    if not any(one.number for one in placed):
        return {}
    lists = list(_lists(placed))
    taken: dict[int, set[str]] = {}
    last: dict[int, int] = {}
    for at, (_, number) in enumerate(numbered([one.block for one in placed])):
        if number:
            taken.setdefault(lists[at], set()).add(count_of(number))
            if not placed[at].fresh:
                last[lists[at]] = at
    kept = {}
    for at, one in enumerate(placed):
        ends = at >= last.get(lists[at], at)
        if one.number and (ends or _BETWEEN.search(one.number)):
            count, known = count_of(one.number), taken.setdefault(lists[at], set())
            if count not in known:
                kept[at] = one.number
                known.add(count)
    return kept


def _lists(placed: Sequence[Placed]) -> Iterator[int]:
    """For each block which list it is an item of, as a number."""
    open_: dict[str, int] = {}
    for at, one in enumerate(placed):
        path = one.block.break_.path
        open_ = {other: kept for other, kept in open_.items() if path.startswith(other) and other}
        yield open_.setdefault(path, at)
