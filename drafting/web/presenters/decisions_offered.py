"""Which answers can be given to what waits, and which of them comes first."""

from __future__ import annotations

from drafting.actions.steps.standing import carried_fates
from drafting.rules.effects import summed_up
from drafting.rules.lifecycle import PENDING, Fate, Outcome
from drafting.store.models import Amendment
from drafting.store.queries.amendments import latest

ANSWERS = (
    Outcome.ACCEPTED,
    Outcome.IN_PART,
    Outcome.AS_MODIFIED,
    Outcome.REJECTED,
    Outcome.FOR_ROOM,
    Outcome.FULFILLED,
    Outcome.OVERTAKEN,
    Outcome.OPEN_POINT,
)
TAKING = frozenset({Outcome.ACCEPTED, Outcome.IN_PART, Outcome.AS_MODIFIED})
USUAL = TAKING | {Outcome.REJECTED, Outcome.FOR_ROOM}
LEFT = frozenset({Fate.CARRIED, Fate.IN_QUESTION})


def offered(amendment: Amendment, left: int) -> tuple[Outcome, ...]:
    """Return the answers that can be given; `left` counts the changes that can be taken.

    Where none is left, the first says why: it is done already, or no longer fits.
    """
    hidden = set() if left else set(TAKING)
    if left < 2:
        hidden.add(Outcome.IN_PART)
    if amendment.for_room:
        hidden.add(Outcome.FOR_ROOM)
    first = "" if left else prospect_of(amendment)
    found = [outcome for outcome in ANSWERS if outcome not in hidden]
    return tuple(sorted(found, key=lambda outcome: outcome.value != first))


def usual_answers(amendment: Amendment) -> tuple[Outcome, ...]:
    """Return the answers to which the page of an amendment leads."""
    fates = fates_now(amendment)
    found = offered(amendment, sum(fate in LEFT for fate in fates))
    return tuple(outcome for outcome in found if outcome in USUAL or outcome is found[0])


def prospect_of(amendment: Amendment) -> str:
    """Say whether nothing is left to ask of an amendment that waits, and why."""
    fates = fates_now(amendment)
    if amendment.status not in PENDING or not fates:
        return ""
    found = summed_up(fates)
    return found.value if found in {Fate.FULFILLED, Fate.OVERTAKEN} else ""


def fates_now(amendment: Amendment) -> list[Fate]:
    """Return how each change stands on the present text."""
    return [fate for part in latest(amendment).parts for fate in carried_fates(part).values()]
