"""From the exact edits to marks as a person would set them."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.text.find import Group
from drafting.text.passage import Break
from drafting.text.slide import Hunk


def tidied(part: Group) -> list[Hunk]:
    """The hunks of a group, with those joined that read better as one replacement."""
    out: list[Hunk] = []
    for hunk in part.hunks:
        if out and _join(part, out[-1], hunk):
            out[-1] = (out[-1][0], hunk[1], out[-1][2], hunk[3])
        else:
            out.append(hunk)
    return out


def _join(part: Group, one: Hunk, two: Hunk) -> bool:
    """Whether what stays between two hunks is too little to be worth two marks."""
    kept = range(one[1], two[0])
    if not _words(part, one) or not _words(part, two):
        return False
    if any(isinstance(part.old.keys[k], Break) for k in kept):
        return False
    return len(kept) <= 1 and sum(part.old.weights[k] for k in kept) <= 4


def _words(part: Group, hunk: Hunk) -> bool:
    """Whether a hunk changes words alone."""
    i, to_i, j, to_j = hunk
    return not _has_break(part.old.keys[i:to_i]) and not _has_break(part.new.keys[j:to_j])


def _has_break(keys: Sequence[object]) -> bool:
    return any(isinstance(key, Break) for key in keys)
