"""Wishes and authors in words, for case files that anybody can read.

A place is the base's words in quotes, and under it one line for each option: a letter, who asks,
the change. `(not with b)` and `(in a)` say what it excludes, and in which option it lies. Words
that stand are `{their author: so}`, words of the base bare; `[-Asia: so- by Africa]` was written by
Asia and taken out by Africa. ⏎ is a new block.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from drafting.text import (
    Attribution,
    Change,
    Clusters,
    Compilation,
    Option,
    Passage,
    Place,
    Step,
    Token,
    diff,
    read,
)


def places(found: Compilation) -> str:
    """Say where wishes meet, and which are the same."""
    return "\n".join(_place(place) for place in found.places)


def _place(place: Place) -> str:
    return "\n".join([f"“{words(place.base)}”", *(_option(one, place) for one in place.options)])


def _option(option: Option, place: Place) -> str:
    who = " and ".join(str(number + 1) for number in option.proposals)
    inside = [one.number for one in place.options if option.number in one.parts]
    notes = [f"in {_letters(inside)}"] if inside else []
    notes += [f"not with {_letters(option.excludes)}"] if option.excludes else []
    ending = f" ({', '.join(notes)})" if notes else ""
    return f"{_letters([option.number])}. {who}: {_change(option.change)}{ending}"


def _letters(numbers: Sequence[int]) -> str:
    return ", ".join("abcdefghijklmnopqrstuvwxyz"[number] for number in numbers)


def _change(change: Change) -> str:
    if change.to is not None:
        return "moved"
    if change.kind == "format":
        kinds = {mark.kind for token in change.inserted for mark in token.marks}
        return f"{{={words(change.inserted)} ({', '.join(sorted(kinds)) or 'plain'})=}}"
    old = f"[-{words(change.removed)}-]" if change.removed else ""
    return old + (f"{{+{words(change.inserted)}+}}" if change.inserted else "")


def words(tokens: Sequence[Token]) -> str:
    """The words as they read, on one line."""
    return "".join("⏎" if token.kind == "break" else token.text for token in tokens)


def steps(parts: dict[str, str]) -> list[Step]:
    """The answers of a case: `step 1 by Asia` is what was taken, `asked 1 by Asia` the wish."""
    out = []
    text = read(parts["before"])
    for part in [part for part in parts if part.startswith("step ")]:
        number, _, name = part.removeprefix("step ").partition(" by ")
        asked, taken = parts.get(f"asked {number} by {name}"), read(parts[part])
        after = f"moderators after {name}"
        changes = diff(text, taken).changes
        out.append(Step((name,), changes, read(asked) if asked else None, (after,)))
        text = taken
    return out


def authors(found: Attribution) -> str:
    """Say whose words stand, and whose were taken out by whom."""
    flat = found.passage.flat
    edges = {span.start: span.authors for span in found.spans}
    out: list[str] = []
    at = 0
    for gone in found.gone:
        out.append(_standing(found.passage, edges, at, gone.at))
        wrote = "".join(f"{name}: " for name in gone.authors)
        out.append(f"[-{wrote}{words(gone.tokens)}- by {' and '.join(gone.taken_out_by)}]")
        at = gone.at
    out.append(_standing(found.passage, edges, at, len(flat)))
    return "".join(out).replace("⏎", "\n").strip("\n")


def _standing(passage: Passage, edges: dict[int, tuple[str, ...]], start: int, end: int) -> str:
    cuts = sorted({start, end, *(edge for edge in edges if start < edge < end)})
    out = ""
    for low, high in pairwise(cuts):
        names = edges[max(edge for edge in edges if edge <= low)]
        said = words(passage.flat[low:high])
        out += f"{{{' and '.join(names)}: {said}}}" if names else said
    return out


def groups(found: Clusters) -> str:
    """Say which proposals stand together, and how nearly."""
    kinds = {"the same": found.same, "nearly the same": found.nearly, "one place": found.place}
    lines = [f"{kind}: {_groups(told)}" for kind, told in kinds.items()]
    return "\n".join(
        [*lines, f"language only: {_groups([(k,) for k in found.language]) or 'none'}"]
    )


def _groups(found: Sequence[Sequence[int]]) -> str:
    return "; ".join(" and ".join(str(number + 1) for number in group) for group in found)
