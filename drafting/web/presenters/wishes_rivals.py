"""Which amendments ask for other things at the same words: one judgement for every page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from drafting.actions.steps.parts import carried_of, given, lettered_of
from drafting.actions.steps.standing import carried_fates
from drafting.rules.lifecycle import Fate
from drafting.rules.places import keys_of_changes
from drafting.store.models import Amendment, AmendmentPart
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import latest
from drafting.text import Change, Redline, blocks_of, lay_out

Part = tuple[Amendment, AmendmentPart]
Rivals = Mapping[tuple[str, int], Sequence[int]]
"""By the key of a place and the number of an amendment, the numbers of its rivals there."""


def rivals_among(amendments: Iterable[Amendment]) -> Mapping[int, frozenset[int]]:
    """Return the numbers of the rivals of each amendment, by its number; none without any.

    What has no place in the present text, as it is in question or answered, has its paragraph.
    """
    rows = list(amendments)
    found: dict[int, set[int]] = defaultdict(set)
    for (_place, number), others in rivals_by_place(rows).items():
        found[number].update(others)
    for one, other in rivals_in_doubt(rows):
        found[one].add(other)
        found[other].add(one)
    return {number: frozenset(others) for number, others in found.items()}


def rivals_by_place(amendments: Iterable[Amendment]) -> Rivals:
    """Return which amendments ask for other things at the same words of the present text."""
    grounds: dict[Hashable, list[tuple[int, Redline]]] = defaultdict(list)
    keys: dict[Hashable, Sequence[str]] = {}
    for amendment, part in parts_among(amendments):
        if part.carried is not None and part.kind is not PartKind.ADD:
            redline = carried_of(part)
            ground: Hashable = (ground_of(part), redline.before)
            grounds[ground].append((amendment.number or 0, redline))
            keys[ground] = keys_on(part)
    found: dict[tuple[str, int], dict[int, None]] = defaultdict(dict)
    for ground, asked in grounds.items():
        for number, change, other, redline in rivals_in(asked):
            for key in keys_of(redline, change, keys[ground]):
                found[key, number][other] = None
    return {place: sorted(numbers) for place, numbers in found.items()}


def parts_among(amendments: Iterable[Amendment]) -> list[Part]:
    """Return every part of the standing words, beside its amendment."""
    return [(amendment, part) for amendment in amendments for part in latest(amendment).parts]


def ground_of(part: AmendmentPart) -> Hashable:
    """Return what tells the words of a section, its title, and the order of sections apart."""
    if part.kind in {PartKind.TEXT, PartKind.TITLE}:
        return part.kind, part.section_id
    return "order"


def keys_on(part: AmendmentPart) -> Sequence[str]:
    """Return the keys of the blocks of the text onto which a part was carried."""
    carried = given(part.carried)
    if part.kind is PartKind.TEXT:
        return given(carried.section_version).keys
    if part.kind is PartKind.TITLE:
        return [given(part.section).key]
    return given(carried.outline).keys


def keys_of(redline: Redline, change: Change, keys: Sequence[str]) -> list[str]:
    """Return the keys of the blocks that a change touches."""
    return [keys[i] for i in blocks_of(redline.before, change) if i < len(keys)]


def rivals_in(
    asked: Sequence[tuple[int, Redline]],
) -> Iterable[tuple[int, Change, int, Redline]]:
    """Give each amendment, a change of it, and an amendment that wants something else there."""
    redline = asked[0][1]
    for place in lay_out(redline.before, [one for _, one in asked]).places:
        for option in place.options:
            others = {n for rival in option.excludes for n in place.options[rival].proposals}
            for mine in option.proposals:
                for other in others:
                    yield asked[mine][0], option.change, asked[other][0], redline


def rivals_in_doubt(amendments: Sequence[Amendment]) -> Iterable[tuple[int, int]]:
    """Give pairs of which one has no place in the text at a paragraph for which both ask."""
    lost: dict[str, set[int]] = defaultdict(set)
    asked: dict[str, set[int]] = defaultdict(set)
    own: dict[int, frozenset[Hashable]] = {}
    for amendment in amendments:
        number = amendment.number or 0
        own[number] = words_of(amendment)
        for part in latest(amendment).parts:
            if part.kind is PartKind.TEXT:
                doubted = keys_in_doubt(part)
                placed = keys_placed(part)
                for key in doubted:
                    lost[key].add(number)
                for key in doubted | placed:
                    asked[key].add(number)
    for key, numbers in lost.items():
        for one in numbers:
            yield from ((one, other) for other in asked[key] if own[one] != own[other])


def words_of(amendment: Amendment) -> frozenset[Hashable]:
    """Return what makes two amendments ask for the same: their changes, each on its own base."""
    found: set[Hashable] = set()
    for part in latest(amendment).parts:
        redline, _letters = lettered_of(part)
        found |= {(ground_of(part), part.section_version_id, one) for one in redline.changes}
    return frozenset(found)


def keys_in_doubt(part: AmendmentPart) -> set[str]:
    """Return the keys of the paragraphs of those changes that the present text does not hold."""
    redline, letters = lettered_of(part)
    keys = given(part.section_version).keys
    if part.carried is None:
        return set(keys_of_changes(redline, keys))
    fates = carried_fates(part)
    pairs = zip(redline.changes, letters, strict=True)
    doubted = [change for change, sign in pairs if fates.get(sign) is Fate.IN_QUESTION]
    return {key for change in doubted for key in keys_of(redline, change, keys)}


def keys_placed(part: AmendmentPart) -> set[str]:
    """Return the keys of the paragraphs that a part changes in the present text."""
    if part.carried is None:
        return set()
    redline, keys = carried_of(part), keys_on(part)
    return {key for change in redline.changes for key in keys_of(redline, change, keys)}
