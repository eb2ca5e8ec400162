"""What a decision would do to an amendment that it does not answer."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from drafting.rules.lifecycle import Fate


class Effect(StrEnum):
    """The effect of a new version on one pending amendment."""

    UNTOUCHED = "untouched"
    CARRIED = "carried along"
    FREED = "fits again"
    FULFILLED = "fulfilled"
    OVERTAKEN = "overtaken"
    CONFLICT = "in conflict"
    WAITING = "still in conflict"


CLOSING = frozenset({Effect.FULFILLED, Effect.OVERTAKEN})


def summed_up(fates: Collection[Fate]) -> Fate:
    """Sum up an amendment: fulfilled or overtaken only when nothing is left to decide."""
    for fate in (Fate.IN_QUESTION, Fate.CARRIED, Fate.OVERTAKEN):
        if fate in fates:
            return fate
    return Fate.FULFILLED


def effect_of(before: Collection[Fate], after: Collection[Fate], *, touched: bool) -> Effect:
    """Compare an amendment's fates before and after; `touched` when its paragraphs would change."""
    was, is_now = summed_up(before), summed_up(after)
    if is_now is Fate.IN_QUESTION:
        return Effect.WAITING if was is Fate.IN_QUESTION else Effect.CONFLICT
    if is_now is Fate.CARRIED:
        if was is not Fate.CARRIED:
            return Effect.FREED
        return Effect.CARRIED if touched else Effect.UNTOUCHED
    if was is is_now:
        return Effect.UNTOUCHED
    return Effect.FULFILLED if is_now is Fate.FULFILLED else Effect.OVERTAKEN
