"""Giving letters to the changes of an amendment; equal changes keep theirs for ever."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import Any

from drafting.rules.labels import letter

Packed = list[dict[str, Any]]


def give_letters(
    parts: Sequence[tuple[object, Packed]], earlier: Sequence[tuple[object, Packed]] = ()
) -> list[Packed]:
    """Return the changes of each part with their letters, counted on over the parts.

    A part is (what it is of, its packed changes). `earlier` are the lettered parts of the
    revisions before, newest last: a change that asks the same words of the same thing keeps its
    letter; others get letters that were never used.
    """
    known: dict[object, list[str]] = defaultdict(list)
    for of, changes in reversed(earlier):
        for change in changes:
            if change["letter"] not in known[identity(of, change)]:
                known[identity(of, change)].append(change["letter"])
    used = {change["letter"] for _, changes in earlier for change in changes}
    unused = (sign for sign in map(letter, count()) if sign not in used)
    taken: set[str] = set()
    return [
        [{**change, "letter": chosen(known[identity(of, change)], taken, unused)} for change in own]
        for of, own in parts
    ]


def identity(of: object, change: Mapping[str, Any]) -> tuple[object, ...]:
    """Say what makes two changes equal wherever the text has moved them."""
    return (of, change["kind"], change.get("before", ""), change.get("after", ""))


def chosen(candidates: Sequence[str], taken: set[str], unused: Iterable[str]) -> str:
    """Return an equal change's letter that is still free, else one that was never used."""
    sign = next((sign for sign in candidates if sign not in taken), None) or next(iter(unused))
    taken.add(sign)
    return sign
