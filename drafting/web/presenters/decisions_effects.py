"""What an answer would do to everything else that waits, line by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafting.actions.steps.plans import Affected, Plan
from drafting.rules.effects import Effect
from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import Outcome
from drafting.store.queries.amendments import latest
from drafting.web.presenters.amendments import (
    SHOWN,
    ChangeFacts,
    GroupMark,
    facts_of,
    groups_behind,
)

ORDER = (
    Effect.CONFLICT,
    Effect.FULFILLED,
    Effect.OVERTAKEN,
    Effect.FREED,
    Effect.CARRIED,
    Effect.WAITING,
    Effect.UNTOUCHED,
)

ALONG: Mapping[Effect, Outcome] = {
    Effect.CONFLICT: Outcome.REJECTED,
    Effect.FULFILLED: Outcome.FULFILLED,
    Effect.OVERTAKEN: Outcome.OVERTAKEN,
}


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One other amendment; `along` is the answer that may be given to it in the same act."""

    number: int
    label: str
    groups: tuple[GroupMark, ...]
    changes: tuple[ChangeFacts, ...]
    effect: Effect
    same: bool
    along: Outcome | None
    chosen: bool


def effect_lines(
    plan: Plan, outcome: Outcome, along: Mapping[int, Outcome] | None = None
) -> tuple[EffectLine, ...]:
    """Return what becomes of each other amendment, what needs a look first."""
    ranked = sorted(
        plan.affected,
        key=lambda one: (not one.same, ORDER.index(one.effect), one.amendment.number or 0),
    )
    return tuple(effect_line(one, outcome, along) for one in ranked)


def effect_line(
    affected: Affected, outcome: Outcome, chosen: Mapping[int, Outcome] | None
) -> EffectLine:
    """Return one line; the same wish, and what would be in the text, are chosen at first."""
    number = affected.amendment.number or 0
    along = answer_along(affected, outcome)
    preset = along in {Outcome.ACCEPTED, Outcome.FULFILLED} or (affected.same and along is not None)
    return EffectLine(
        number=number,
        label=amendment_label(number),
        groups=groups_behind(affected.amendment),
        changes=facts_of(latest(affected.amendment).parts)[:SHOWN],
        effect=affected.effect,
        same=affected.same,
        along=along,
        chosen=preset if chosen is None else number in chosen,
    )


def answer_along(affected: Affected, outcome: Outcome) -> Outcome | None:
    """Return the answer that fits an amendment when another one gets this outcome."""
    if affected.same and outcome in {Outcome.ACCEPTED, Outcome.REJECTED}:
        return outcome
    return ALONG.get(affected.effect)
