"""Reading JSON of which every byte counts: what readers differ about is named, not passed over.

Of two members with one name most readers take the last and some the first; a number with a point is
another one in each; a member that nobody reads hides what it likes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from drafting.rules.journal import LARGEST

DEEPEST = 20
"""Objects within objects; no record has more than a few."""


@dataclass(frozen=True, slots=True)
class NotWhole:
    """A number with a point, or what is no number at all (NaN, Infinity)."""

    written: str


class Members(dict[str, object]):
    """An object as it was read, with the names that stand in it more than once."""

    twice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """What a value must be: a test, and how to say it."""

    said: str
    fits: Callable[[object], bool]


@dataclass(frozen=True, slots=True)
class Form:
    """The members that an object has: each of `needed`, perhaps some of `allowed`, no other."""

    needed: Mapping[str, Kind]
    allowed: Mapping[str, Kind] = field(default_factory=dict)


def read_strictly(data: bytes) -> object:
    """Read UTF-8 JSON, keeping what is odd about it. Raises: ValueError, RecursionError."""
    return json.loads(
        data.decode("utf-8"),
        object_pairs_hook=gather,
        parse_float=NotWhole,
        parse_constant=NotWhole,
    )


def gather(pairs: list[tuple[str, object]]) -> Members:
    """Make an object of its members, and remember the names that came twice."""
    members = Members(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        members.twice = tuple(name for name in members if names.count(name) > 1)
    return members


def misfits(members: Mapping[str, object], form: Form) -> Iterator[str]:
    """Name the members that are missing, of another kind, or do not belong here."""
    known = {**form.needed, **form.allowed}
    for name, kind in known.items():
        if name not in members:
            if name in form.needed:
                yield f"the member {shown(name)} is missing."
        elif not kind.fits(members[name]):
            yield f"the member {shown(name)} must be {kind.said}."
    for name in members:
        if name not in known:
            yield f"the member {shown(name)} does not belong here."


def oddities(value: object) -> Iterator[str]:
    """Name what has no one meaning, however deep it stands."""
    waiting: list[tuple[tuple[str, ...], object]] = [((), value)]
    while waiting:
        path, one = waiting.pop()
        if len(path) > DEEPEST:
            yield f"the member {shown(*path[:2])} lies too deep."
            continue
        if fault := oddity(one):
            yield f"the member {shown(*path)} {fault}"
        if isinstance(one, Members):
            yield from (f"the member {shown(*path, name)} stands twice." for name in one.twice)
            waiting.extend(((*path, name), inner) for name, inner in one.items())
        elif isinstance(one, list):
            waiting.extend(((*path, str(place)), inner) for place, inner in enumerate(one, 1))


def oddity(value: object) -> str:
    """Say what is odd about one value by itself; empty when nothing is."""
    if isinstance(value, NotWhole):
        return f"holds {value.written[:40]}: only whole numbers are exact."
    if isinstance(value, int) and abs(value) > LARGEST:
        return "holds a number too large to be exact."
    if isinstance(value, str) and not is_text(value):
        return "holds signs that are no text."
    if isinstance(value, Members) and not all(name.isascii() for name in value):
        return "has a name of other letters than a to z."
    return ""


def is_text(words: str) -> bool:
    """Whether words can be written in UTF-8: half a sign cannot."""
    try:
        words.encode()
    except UnicodeEncodeError:
        return False
    return True


def shown(*path: str) -> str:
    """Write the way to a member so that a terminal shows it and obeys nothing in it."""
    return json.dumps(".".join(path)[:80])
