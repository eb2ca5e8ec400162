"""Naming each change of an amendment that was taken in part, with what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafting.actions.steps.parts import Packed, changes_of, letters_of, readable
from drafting.actions.steps.standing import carried_fates
from drafting.errors import N_
from drafting.rules.headings import Sentence
from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import Outcome
from drafting.rules.partly import said_of_each
from drafting.store.models import AmendmentPart

Said = tuple[str, Outcome]
"""A change (*A8a*), and what was said of it."""

EACH: Mapping[Outcome, str] = {
    Outcome.ACCEPTED: N_("%(labels)s taken"),
    Outcome.REJECTED: N_("%(labels)s not taken"),
    Outcome.FULFILLED: N_("%(labels)s already so in the text"),
    Outcome.OVERTAKEN: N_("%(labels)s no longer fits"),
}
MOST_LABELS = 12
"""How many changes of one kind a line names; the page has all of them."""


def said_of_part(number: int, part: AmendmentPart, taken: Packed) -> list[Said]:
    """Name each change of a part, its carried form loaded, with what an answer said of it."""
    chosen = {str(row["letter"]) for row in readable(taken) if "letter" in row}
    found = said_of_each(letters_of(changes_of(part)), chosen, carried_fates(part))
    return [(f"{amendment_label(number)}{sign}", outcome) for sign, outcome in found.items()]


def in_one_line(said: Sequence[Said]) -> Iterator[Sentence]:
    """Say which were taken and which were not: *A8a, A8c taken*, *A8b not taken*."""
    for outcome, words in EACH.items():
        labels = [label for label, own in said if own is outcome]
        if labels:
            more = ["…"] if len(labels) > MOST_LABELS else []
            yield Sentence(words, {"labels": ", ".join([*labels[:MOST_LABELS], *more])})
