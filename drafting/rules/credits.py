"""Whose words stand in a text: a group's name only at words it asked for, letter for letter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import Outcome
from drafting.text import Change, Redline, index


@dataclass(frozen=True, slots=True)
class Credit:
    """Who is named: groups, or the moderators after an amendment (`after` is its number)."""

    groups: tuple[str, ...]
    after: int | None = None

    def __str__(self) -> str:
        """Name them in English, as files and the record do."""
        names = ", ".join(self.groups)
        if self.after is None:
            return names
        return f"Moderators, after {amendment_label(self.after)} ({names})"


def credit_of(outcome: Outcome, number: int, groups: Sequence[str], *, asked: bool) -> Credit:
    """Name who wrote what an answer put into the text; `asked` when a group wrote these words."""
    if outcome is Outcome.AS_MODIFIED and not asked:
        return Credit(tuple(groups), after=number)
    return Credit(tuple(groups))


def named(credits_at: Iterable[Credit]) -> tuple[str, ...]:
    """Return each name once, in the order in which it first appears."""
    return tuple(dict.fromkeys(str(one) for one in credits_at))


def among(redline: Redline, row: Mapping[str, Any]) -> list[int]:
    """Find a stored change again among those of a redline that holds the changes of several.

    `row` is packed against the same text before. Returned are indices of `redline.changes`.
    """
    start, end = (index(redline.before, int(row[name])) for name in ("start", "end"))
    words = str(row.get("after", ""))
    return [at for at, one in enumerate(redline.changes) if meets(one, start, end, words)]


def meets(change: Change, start: int, end: int, words: str) -> bool:
    """Say whether a change holds one at this place (half-open token offsets) with these words."""
    if start < end and change.start < change.end:
        return start < change.end and change.start < end
    if change.start > end or start > change.end:
        return False
    inserted = "".join(token.text for token in change.inserted).strip()
    return inserted in words or words in inserted
