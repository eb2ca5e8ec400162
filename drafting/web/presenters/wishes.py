"""What groups ask for at each place of the working text; equal wishes stand together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from drafting.actions.steps.parts import carried_of
from drafting.actions.steps.standing import carried_fates
from drafting.rules.headings import shorten
from drafting.rules.labels import amendment_label
from drafting.rules.lifecycle import Fate, Status
from drafting.store.models import Amendment, AmendmentPart, Group, SectionVersion
from drafting.store.models.amendments import PartKind, SponsorState
from drafting.text import Change
from drafting.web.presenters.wishes_rivals import keys_of, parts_among, rivals_by_place


@dataclass(frozen=True, slots=True)
class WordChange:
    """One change in plain words, for the line *“should” → “must”*."""

    kind: str
    removed: str
    inserted: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked at one place; `question` when its group was asked something.

    `same` are the labels of the other amendments that ask for exactly this there, whose groups
    are among `groups`; `rivals` those that ask for something else for the same words.
    """

    number: int
    label: str
    status: Status
    groups: tuple[Group, ...]
    changes: tuple[WordChange, ...]
    question: bool = False
    same: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()


def wishes_by_place(
    pending: Iterable[Amendment], versions: Sequence[SectionVersion]
) -> Mapping[str, tuple[Wish, ...]]:
    """Return the wishes by paragraph key; those for a title or the order by section key."""
    keys = {version.section_id: version.keys for version in versions}
    parts = parts_among(pending)
    rivals = rivals_by_place(amendment for amendment, _part in parts)
    found: dict[str, dict[Hashable, Wish]] = defaultdict(dict)
    for amendment, part in parts:
        for place, (asked, changes) in places_of(part, keys).items():
            wish = wish_of(amendment, part, changes, rivals.get((place, amendment.number or 0), ()))
            equal = asked, wish.status, wish.question
            first = found[place].get(equal)
            found[place][equal] = wish if first is None else joined(first, wish)
    return {place: tuple(wishes.values()) for place, wishes in found.items()}


def joined(first: Wish, other: Wish) -> Wish:
    """Return one wish for two amendments that ask for the same at one place."""
    same = (*first.same, other.label)
    rivals = dict.fromkeys((*first.rivals, *other.rivals))
    return replace(
        first,
        groups=tuple(dict.fromkeys((*first.groups, *other.groups))),
        same=same,
        rivals=tuple(label for label in rivals if label not in same),
    )


def places_of(
    part: AmendmentPart, keys: Mapping[int, Sequence[str]]
) -> Mapping[str, tuple[Hashable, tuple[WordChange, ...]]]:
    """Return what a part changes at each place: in full, to compare, and in words, to read."""
    if part.kind is not PartKind.TEXT:
        place = part.section.key if part.section else part.section_key or ""
        order = tuple(part.outline_keys or ())
        return {place: ((part.kind, part.title, part.markdown, order), outline_change(part))}
    redline = carried_of(part)
    found: dict[str, list[Change]] = defaultdict(list)
    for change in redline.changes:
        for key in keys_of(redline, change, keys.get(part.section_id or 0, ())):
            found[key].append(change)
    return {
        key: ((redline.before, *changes), tuple(map(word_change, changes)))
        for key, changes in found.items()
    }


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


def wish_of(
    amendment: Amendment,
    part: AmendmentPart,
    changes: tuple[WordChange, ...],
    rivals: Iterable[int],
) -> Wish:
    """Return what an amendment asks at one place, with everybody who asks it."""
    return Wish(
        number=amendment.number or 0,
        label=amendment_label(amendment.number or 0),
        status=amendment.status,
        groups=groups_behind(amendment),
        changes=changes,
        question=Fate.IN_QUESTION in carried_fates(part).values(),
        rivals=tuple(map(amendment_label, rivals)),
    )


def groups_behind(amendment: Amendment) -> tuple[Group, ...]:
    """Return the group that asks, then those that joined."""
    joined = [one.group for one in amendment.sponsors if one.state is SponsorState.JOINED]
    return (amendment.group, *joined)
