"""How a part of an amendment stands on a text: what is carried onto it, and each change's fate."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from drafting.actions.steps.parts import base_of, carry_onto, compare, lettered_of
from drafting.errors import N_, Refused
from drafting.rules.lifecycle import Fate
from drafting.store.models import AmendmentPart
from drafting.store.models.amendments import PartKind
from drafting.text import Change, Passage, Redline, diff, rebase, take

FATES = frozenset(Fate)
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Standing:
    """A part on one text: `redline` holds the carried changes alone, `letters` runs beside them.

    `fates` has every letter of the part. Where the text is gone (a dropped section), `redline`
    is None and every change is overtaken.
    """

    redline: Redline | None
    letters: tuple[str, ...]
    fates: Mapping[str, Fate]

    @property
    def in_question(self) -> tuple[str, ...]:
        """The letters of the changes that meet other words."""
        return tuple(sign for sign, fate in self.fates.items() if fate is Fate.IN_QUESTION)


def stand(part: AmendmentPart, present: Passage | None) -> Standing:
    """Carry a part from its own base onto a text, in one step; its base must be loaded."""
    asked, letters = lettered_of(part)
    if present is None:
        return Standing(None, (), dict.fromkeys(letters, Fate.OVERTAKEN))
    rebased = carry_onto(part.kind, asked, present)
    return Standing(
        rebased.redline,
        tuple(letters[origin] for origin in rebased.origins),
        {sign: Fate(fate) for sign, fate in zip(letters, rebased.fates, strict=True)},
    )


def carried_fates(part: AmendmentPart) -> dict[str, Fate]:
    """Return the fate of each letter of a part as it was carried; none where it never was.

    Where what is stored is no such thing, it is found anew; its carried form must be loaded.
    """
    carried = part.carried
    if carried is None:
        return {}
    if are_fates(carried.fates):
        return {sign: Fate(fate) for sign, fate in carried.fates.items()}
    logger.error("the fates stored of part %s are none", part.id)
    present = base_of(part.kind, carried.section_version, carried.outline)
    return dict(stand(part, present).fates)


def are_fates(stored: object) -> bool:
    """Say whether a stored value has the form of fates by their letters."""
    return isinstance(stored, dict) and all(
        isinstance(fate, str) and fate in FATES for fate in stored.values()
    )


def chosen(standing: Standing, letters: Collection[str]) -> Redline:
    """Return the changes of these letters on the present text, and nothing else.

    Raises: Refused when one of them meets other words; `insisted` puts those in their place.
    """
    if standing.redline is None or set(letters) & set(standing.in_question):
        raise Refused(N_("These words no longer fit the text. Use other words."))
    before = standing.redline.before
    kept = [
        change
        for change, sign in zip(standing.redline.changes, standing.letters, strict=True)
        if sign in letters
    ]
    return Redline(before, take(before, kept), tuple(kept))


def insisted(part: AmendmentPart, present: Passage, letters: Collection[str]) -> Redline:
    """Return the words asked, where they meet later words put in place of these.

    What others changed elsewhere stays. Raises: Refused when even so they do not fit.
    """
    asked = only(part, letters)
    if part.kind is PartKind.TITLE:
        return compare(part.kind, present, asked.after)
    free = [
        edit
        for edit in diff(asked.before, present).changes
        if Fate.IN_QUESTION not in fates_against(asked, edit)
    ]
    rebased = rebase(asked, take(asked.before, free))
    if "in question" in rebased.fates or "overtaken" in rebased.fates:
        raise Refused(N_("These words no longer fit the text. Use other words."))
    return diff(present, rebased.passage)


def only(part: AmendmentPart, letters: Collection[str]) -> Redline:
    """Return the changes of these letters as written, on their own base."""
    whole, signs = lettered_of(part)
    kept = [change for change, sign in zip(whole.changes, signs, strict=True) if sign in letters]
    return Redline(whole.before, take(whole.before, kept), tuple(kept))


def fates_against(asked: Redline, edit: Change) -> list[Fate]:
    """Say what would become of the changes asked if this one edit alone were made."""
    return [Fate(fate) for fate in rebase(asked, take(asked.before, [edit])).fates]
