"""Each change of what was taken in part, with its words and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafting.actions.steps.partly import Said, said_of_part
from drafting.rules.lifecycle import Outcome
from drafting.store.models import Amendment, Decision
from drafting.web.presenters.amendments import ChangeFacts, change_facts


@dataclass(frozen=True, slots=True)
class EachView:
    """One change of what was taken in part, and what became of it."""

    label: str
    facts: ChangeFacts
    outcome: Outcome


def each_change(decision: Decision, amendment: Amendment) -> tuple[EachView, ...]:
    """Name each change with what the last answer says of it."""
    parts = {part.id: part for revision in amendment.revisions for part in revision.parts}
    found = []
    for ruling in decision.rulings:
        if ruling.amendment_id == amendment.id and ruling.part_id in parts:
            part = parts[ruling.part_id]
            said = said_of_part(amendment.number or 0, part, ruling.taken)
            found += [EachView(*one) for one in each_of(said, change_facts(part))]
    return tuple(found)


def each_of(
    said: Sequence[Said], shown: Sequence[ChangeFacts]
) -> Iterator[tuple[str, ChangeFacts, Outcome]]:
    """Put beside each change the words of it; the changes of an order share one."""
    for at, (label, outcome) in enumerate(said):
        yield label, shown[min(at, len(shown) - 1)], outcome
