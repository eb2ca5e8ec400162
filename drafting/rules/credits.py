"""Whose words stand in a text: a group's name only at words it asked for, letter for letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import Outcome


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


def credit_of(outcome: Outcome, number: int, groups: Sequence[str]) -> Credit:
    """Name who wrote what an answer put into the text."""
    if outcome is Outcome.AS_MODIFIED:
        return Credit(tuple(groups), after=number)
    return Credit(tuple(groups))


def named(credits_at: Iterable[Credit]) -> tuple[str, ...]:
    """Return each name once, in the order in which it first appears."""
    return tuple(dict.fromkeys(str(one) for one in credits_at))
