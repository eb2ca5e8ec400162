"""Writes a merge as Markdown; where somebody must choose, both alternatives between git's marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafting.exchange.alternatives import Alternatives, Place
from drafting.exchange.lineforms import Written, as_written, joined
from drafting.text import CELL_EDGE, Conflict, Token

OURS, BETWEEN, THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"


@dataclass(frozen=True, slots=True)
class Sources:
    """The Markdown of the two sides as it stands in their files."""

    ours: str
    theirs: str


def write_merged(merge: Alternatives, sources: Sources) -> str:
    """Write whole blocks as alternatives; all other blocks keep the lines of the files.

    `merge` must come from the same two texts as `sources`.
    """
    places = list(merge.places()) if merge.conflicts else []
    edges = {edge for place in places for edge in place.ours}
    ours = as_written(merge.ours, (sources.ours, sources.theirs), edges)
    if not places:
        return joined(ours)
    other_edges = {edge for place in places for edge in place.theirs}
    theirs = as_written(merge.theirs, (sources.theirs, sources.ours), other_edges)
    return "".join(_marked(ours, theirs, places))


def _marked(
    ours: Sequence[Written], theirs: Sequence[Written], places: Sequence[Place]
) -> Iterator[str]:
    at, end = 0, ours[-1].end if ours else 0
    for place in places:
        sides = _between(ours, *place.ours), _between(theirs, *place.theirs)
        if kept := joined(_between(ours, at, place.ours[0])).lstrip("\n"):
            yield f"{kept}\n{_blank_line((sides[0] or sides[1])[0])}"
        yield f"{OURS}\n{_side(sides[0])}{BETWEEN}\n{_side(sides[1])}{THEIRS}\n"
        at = place.ours[1]
        if at < end:
            yield _blank_line(_between(ours, at, end)[0])
    yield joined(_between(ours, at, end)).lstrip("\n")


def _blank_line(part: Written) -> str:
    """A blank line where one stands before a block, so none between the items of a list."""
    return "\n" if part.gap.count("\n") > 1 else ""


def _between(parts: Sequence[Written], low: int, high: int) -> list[Written]:
    return [part for part in parts if low <= part.start and part.end <= high]


def _side(parts: Sequence[Written]) -> str:
    text = joined(parts).lstrip("\n")
    return f"{text}\n" if text else ""


def describe(conflict: Conflict) -> str:
    """Say in one line what stands in the base and what each side puts for it."""
    wishes = {number: side.tokens for side in conflict.sides for number in side.proposals}
    ours, theirs = (_quoted(wishes.get(number, conflict.base)) for number in (0, 1))
    return f"base {_quoted(conflict.base)}, ours {ours}, theirs {theirs}"


def _quoted(tokens: Sequence[Token]) -> str:
    text = "".join([token.text for token in tokens]).replace(CELL_EDGE, " | ")
    words = " ".join(text.split())
    if not words:
        return "nothing"
    return f"“{words if len(words) <= 60 else words[:59].rstrip() + '…'}”"
