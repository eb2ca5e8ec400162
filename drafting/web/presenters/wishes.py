"""What groups ask for at each place of the working text; equal wishes stand together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from drafting.actions.steps.parts import carried_of
from drafting.rules.headings import shorten
from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import Fate, Status
from drafting.rules.places import blocks_of_change
from drafting.store.models import Amendment, AmendmentPart, Group, SectionVersion
from drafting.store.models.amendments import PartKind, SponsorState
from drafting.store.queries.amendments import latest
from drafting.text import Change, Redline


@dataclass(frozen=True, slots=True)
class WordChange:
    """One change in plain words, for the line *“should” → “must”*."""

    kind: str
    removed: str
    inserted: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What one amendment asks at one place; `question` when its group was asked something."""

    number: int
    label: str
    status: Status
    heading: str
    groups: tuple[Group, ...]
    changes: tuple[WordChange, ...]
    question: bool = False


def wishes_by_place(
    pending: Iterable[Amendment], versions: Sequence[SectionVersion]
) -> Mapping[str, tuple[Wish, ...]]:
    """Return the wishes by paragraph key; those for a title or the order by section key."""
    keys = {version.section_id: version.keys for version in versions}
    found: dict[str, list[Wish]] = defaultdict(list)
    for amendment in pending:
        for part in latest(amendment).parts:
            for place, changes in places_of(part, keys).items():
                found[place].append(wish_of(amendment, part, changes))
    return {place: tuple(wishes) for place, wishes in found.items()}


def places_of(
    part: AmendmentPart, keys: Mapping[int, Sequence[str]]
) -> Mapping[str, tuple[WordChange, ...]]:
    """Return what a part changes at each place, in the words of the present text."""
    if part.kind is not PartKind.TEXT:
        place = part.section.key if part.section else part.section_key or ""
        return {place: outline_change(part)}
    redline = carried_of(part)
    found: dict[str, list[WordChange]] = defaultdict(list)
    for change in redline.changes:
        for key in keys_of(redline, change, keys.get(part.section_id or 0, ())):
            found[key].append(word_change(change))
    return {key: tuple(changes) for key, changes in found.items()}


def keys_of(redline: Redline, change: Change, keys: Sequence[str]) -> list[str]:
    """Return the keys of the blocks that a change touches."""
    return [keys[i] for i in blocks_of_change(redline.before, change) if i < len(keys)]


def outline_change(part: AmendmentPart) -> tuple[WordChange, ...]:
    """Return the change of a title, or of the order of sections."""
    if part.kind is PartKind.TITLE and part.section_version is not None:
        return (WordChange("replace", part.section_version.title, part.title or ""),)
    return (WordChange(part.kind.value, "", part.title or ""),)


def word_change(change: Change) -> WordChange:
    """Return a change in plain words."""
    return WordChange(
        change.kind,
        shorten("".join(token.text for token in change.removed)),
        shorten("".join(token.text for token in change.inserted)),
    )


def wish_of(amendment: Amendment, part: AmendmentPart, changes: tuple[WordChange, ...]) -> Wish:
    """Return what an amendment asks at one place, with everybody who asks it."""
    fates = part.carried.fates.values() if part.carried else ()
    return Wish(
        number=amendment.number or 0,
        label=amendment_label(amendment.number or 0),
        status=amendment.status,
        heading=latest(amendment).heading,
        groups=groups_behind(amendment),
        changes=changes,
        question=Fate.IN_QUESTION.value in fates,
    )


def groups_behind(amendment: Amendment) -> tuple[Group, ...]:
    """Return the group that asks, then those that joined."""
    joined = [one.group for one in amendment.sponsors if one.state is SponsorState.JOINED]
    return (amendment.group, *joined)
