"""Finding who is named for what was taken into the text before a published draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.rules.credits import Credit
from drafting.store.models import Edition, Ruling
from drafting.store.models.amendments import PartKind
from drafting.store.queries.journal import Joining, joins_of
from drafting.store.queries.rulings import reopened_before, taken_before

Joined = Mapping[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Answers:
    """All that was taken into the text before a draft, in the order of the answers.

    `on_text` are the rulings on a section's text by the version that they made, `added` and
    `dropped` those that added or dropped a section, by its key. `credits` says by ruling who is
    named: nobody for what was reopened.
    """

    on_text: Mapping[int, Sequence[Ruling]]
    added: Mapping[str, Sequence[Ruling]]
    dropped: Mapping[str, Sequence[Ruling]]
    credits: Mapping[int, Credit]


NO_ANSWERS = Answers({}, {}, {}, {})


def answers_until(session: Session, until: Edition) -> Answers:
    """Gather what was taken before a draft, each ruling with its part and that part's base."""
    rulings = taken_before(session, until)
    reopened = reopened_before(session, until)
    joined = joined_then(session, rulings)
    on_text: dict[int, list[Ruling]] = defaultdict(list)
    added: dict[str, list[Ruling]] = defaultdict(list)
    dropped: dict[str, list[Ruling]] = defaultdict(list)
    for ruling in rulings:
        kind = ruling.part.kind if ruling.part else None
        key = (ruling.part.section_key if ruling.part else None) or ""
        if kind is PartKind.TEXT and ruling.after_version_id is not None:
            on_text[ruling.after_version_id].append(ruling)
        elif kind is PartKind.ADD:
            added[key].append(ruling)
        elif kind is PartKind.DROP:
            dropped[key].append(ruling)
    credits_by_ruling = {
        one.id: Credit()
        if (one.decision_id, one.amendment_id) in reopened
        else credit_for(one, joined)
        for one in rulings
    }
    return Answers(on_text, added, dropped, credits_by_ruling)


def dropped_by(answers: Answers, keys: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Name who asked last that each of these sections be dropped; none for no answer."""
    found = {}
    for key in keys:
        names = [answers.credits[one.id].groups for one in answers.dropped.get(key, ())]
        found[key] = next((one for one in reversed(names) if one), ())
    return found


def joined_then(session: Session, rulings: Sequence[Ruling]) -> Joined:
    """Return the public names of the groups that had joined the words taken, by ruling.

    By the journal's order: whoever joins or leaves later changes no published draft.
    """
    joinings: dict[int, list[Joining]] = defaultdict(list)
    for joining in joins_of(session, {ruling.amendment_id for ruling in rulings}):
        joinings[joining.amendment_id].append(joining)
    found: dict[int, list[str]] = {}
    for ruling in rulings:
        standing: dict[str, bool] = {}
        for one in joinings[ruling.amendment_id]:
            if is_before(one, ruling):
                standing[one.group] = one.holds and one.revision == ruling.revision
        found[ruling.id] = [name for name, holds in standing.items() if holds]
    return found


def is_before(joining: Joining, ruling: Ruling) -> bool:
    """Say whether an entry is older than the decision that a ruling belongs to."""
    decided = ruling.decision.entry_id
    return decided is None or joining.entry_id < decided


def credit_for(ruling: Ruling, joined: Joined) -> Credit:
    """Name who asked for what a ruling took: the group and those that had joined its words."""
    groups = (ruling.amendment.group.public_name, *joined[ruling.id])
    return Credit(groups, ruling.amendment.number or 0)
