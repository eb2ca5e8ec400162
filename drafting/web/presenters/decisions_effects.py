"""What an answer would do to everything else that waits, line by line."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from drafting.actions.steps.plans import Affected, Plan
from drafting.rules.effects import Effect
from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import Outcome
from drafting.store.models import Amendment
from drafting.store.queries.amendments import latest
from drafting.web.presenters.amendments import (
    SHOWN,
    ChangeFacts,
    GroupMark,
    facts_of,
    groups_behind,
)
from drafting.web.presenters.wishes_rivals import rivals_among

ORDER = (
    Effect.CONFLICT,
    Effect.FULFILLED,
    Effect.OVERTAKEN,
    Effect.FREED,
    Effect.CARRIED,
    Effect.WAITING,
    Effect.UNTOUCHED,
)

QUIET = frozenset({Effect.CARRIED, Effect.UNTOUCHED, Effect.WAITING})
"""Effects that leave an amendment as it was: it asks for the same as before, or still waits."""

ALONG: Mapping[Effect, Outcome] = {
    Effect.CONFLICT: Outcome.REJECTED,
    Effect.FULFILLED: Outcome.FULFILLED,
    Effect.OVERTAKEN: Outcome.OVERTAKEN,
}


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One other amendment; `along` is the answer that may be given to it in the same act.

    `rival` is true where it asks for something else at the same words, whatever becomes of it;
    `counts` where nobody may say that nothing else is touched.
    """

    number: int
    label: str
    groups: tuple[GroupMark, ...]
    changes: tuple[ChangeFacts, ...]
    effect: Effect
    same: bool
    rival: bool
    along: Outcome | None
    chosen: bool

    @property
    def touched(self) -> bool:
        """Whether the answer does something to it."""
        return self.same or self.effect not in QUIET

    @property
    def counts(self) -> bool:
        """Whether a moderator looks at it before answering."""
        return self.touched or self.rival


def effect_lines(
    plan: Plan, outcome: Outcome, along: Mapping[int, Outcome] | None = None
) -> tuple[EffectLine, ...]:
    """Return what becomes of each other amendment, what needs a look first."""
    ranked = sorted(
        plan.affected,
        key=lambda one: (not one.same, ORDER.index(one.effect), one.amendment.number or 0),
    )
    answered = [ruled.wish.amendment for ruled in plan.ruled]
    rivals = rivals_of(answered, ranked)
    return tuple(effect_line(one, outcome, along, rivals) for one in ranked)


def rivals_of(answered: Sequence[Amendment], affected: Sequence[Affected]) -> set[int]:
    """Return the numbers of what asks for something else at the words of what is answered."""
    among = rivals_among((*answered, *(one.amendment for one in affected)))
    return {number for one in answered for number in among.get(one.number or 0, ())}


def effect_line(
    affected: Affected,
    outcome: Outcome,
    chosen: Mapping[int, Outcome] | None,
    rivals: Collection[int],
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
        rival=number in rivals,
        along=along,
        chosen=preset if chosen is None else number in chosen,
    )


def answer_along(affected: Affected, outcome: Outcome) -> Outcome | None:
    """Return the answer that fits an amendment when another one gets this outcome."""
    if affected.same and outcome in {Outcome.ACCEPTED, Outcome.REJECTED}:
        return outcome
    return ALONG.get(affected.effect)
