"""The form in which the database keeps places and changes: code points of Markdown, plain words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

from drafting.text.changes.redline import Change, Redline, after_ranges, change_of
from drafting.text.changes.take import leads
from drafting.text.markdown.writing import Written
from drafting.text.passages.caches import on_forget
from drafting.text.passages.passage import Passage
from drafting.text.passages.tokens import Token

Packed = Mapping[str, str | int]
"""A stored change; see `pack`."""


def place(passage: Passage, index: int) -> int:
    """Where in `write(passage)` the token at this offset of `flat` begins, in code points.

    No two offsets have the same place. A break stands where its block's opening characters
    begin; where there are none, at the line end before the block, which for a first block is -1.
    The place of `len(flat)` is the end of the text.
    """
    return _places(passage)[index]


def index(passage: Passage, place: int) -> int:
    """The offset in `flat` of the token that stands at a place of `write(passage)`."""
    return max(bisect_right(_places(passage), place) - 1, 0)


@lru_cache(maxsize=64)
def _places(passage: Passage) -> tuple[int, ...]:
    return Written(passage).places


on_forget(_places.cache_clear)


def pack(redline: Redline) -> list[dict[str, str | int]]:
    """Say the changes of a redline as plain values that can be stored beside its two texts.

    Per change: `kind`; `start` and `end` in the Markdown before, `after_start` and `after_end` in
    the Markdown after, as `place` counts; the words it takes out and puts in, `before` and
    `after`; of a move `to`, its place in the Markdown before.
    """
    old, new = _places(redline.before), _places(redline.after)
    packed: list[dict[str, str | int]] = []
    for change, (low, high) in zip(redline.changes, after_ranges(redline), strict=True):
        one: dict[str, str | int] = {
            "kind": change.kind,
            "start": old[change.start],
            "end": old[change.end],
            "after_start": new[low],
            "after_end": new[high],
            "before": _words(change.removed),
            "after": _words(change.inserted),
        }
        if change.to is not None:
            one["to"] = old[change.to]
        packed.append(one)
    return packed


def unpack(before: Passage, after: Passage, packed: Sequence[Packed]) -> Redline:
    """Make the redline again from its two texts and what `pack` made of its changes.

    Raises:
        ValueError: these are not changes that lead from the one text to the other.
    """
    try:
        changes = tuple(_change(before, after, one) for one in packed)
    except (KeyError, TypeError) as error:
        raise ValueError("these are no packed changes") from error
    redline = Redline(before, after, changes)
    if not leads(redline):
        raise ValueError("these changes do not lead from the one text to the other")
    return redline


def _change(before: Passage, after: Passage, one: Packed) -> Change:
    start, end = index(before, int(one["start"])), index(before, int(one["end"]))
    if "to" in one:
        return Change(start, end, (), (), "move", index(before, int(one["to"])))
    low, high = index(after, int(one["after_start"])), index(after, int(one["after_end"]))
    return change_of(start, end, before.flat[start:end], after.flat[low:high])


def _words(tokens: Sequence[Token]) -> str:
    """The words alone, trimmed; a break between them reads as a blank line."""
    return "".join([token.text for token in tokens]).strip()
