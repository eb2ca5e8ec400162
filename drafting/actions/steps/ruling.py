"""Working out what a ruling takes of one part: which changes, and which words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from drafting.actions.steps.parts import (
    OUTLINE_KINDS,
    Packed,
    compare,
    lettered,
    lettered_of,
    title_passage,
    title_words,
)
from drafting.actions.steps.standing import Standing, chosen, insisted, stand
from drafting.errors import N_, Refused
from drafting.rules.lifecycle import Fate, Outcome
from drafting.store.models import AmendmentPart, Ruling
from drafting.store.models.amendments import PartKind
from drafting.text import Change, Passage, Redline, read, write


@dataclass(frozen=True, slots=True)
class RuledPart:
    """What is taken of one part.

    `redline` leads from the present text to the text with what is taken, None when nothing is.
    `taken` are its changes, packed: with the letter where the words are the group's, without
    one where they are the moderators'. `words` are the moderators' own.
    """

    part: AmendmentPart
    outcome: Outcome
    redline: Redline | None = None
    taken: Packed = field(default_factory=list)
    words: str | None = None


def rule_part(
    part: AmendmentPart,
    standing: Standing,
    present: Passage | None,
    outcome: Outcome,
    *,
    letters: Collection[str],
    words: str | None,
) -> RuledPart:
    """Work out one part of an amendment that is taken, whole, in part, or with other words."""
    if present is None:
        return RuledPart(part, Outcome.OVERTAKEN)
    alive = [
        sign for sign, fate in standing.fates.items() if fate in (Fate.CARRIED, Fate.IN_QUESTION)
    ]
    if outcome is Outcome.AS_MODIFIED and words is not None:
        return other_words(part, standing, present, words)
    wanted = [sign for sign in alive if outcome is not Outcome.IN_PART or sign in letters]
    if not wanted:
        left = Outcome.REJECTED if alive else settled(standing)
        return RuledPart(part, left)
    redline, taken = asked_words(part, standing, present, wanted)
    whole = len(wanted) == len(alive)
    return RuledPart(part, Outcome.ACCEPTED if whole else Outcome.IN_PART, redline, taken)


def rule_again(part: AmendmentPart, ruling: Ruling, before: Passage) -> RuledPart:
    """Work out once more what a ruling took of its part, on the text before the decision."""
    letters = {row["letter"] for row in ruling.taken if "letter" in row}
    return rule_part(
        part,
        stand(part, before),
        before,
        ruling.outcome,
        letters=letters or set(lettered_of(part)[1]),
        words=ruling.words,
    )


def settled(standing: Standing) -> Outcome:
    """Say why nothing of a part is left: it is in the text already, or its place is gone."""
    gone = Fate.OVERTAKEN in standing.fates.values()
    return Outcome.OVERTAKEN if gone else Outcome.FULFILLED


def asked_words(
    part: AmendmentPart, standing: Standing, present: Passage, wanted: Collection[str]
) -> tuple[Redline, Packed]:
    """Return the group's own words on the present text, and the packed changes, lettered."""
    if set(wanted) & set(standing.in_question):
        redline = insisted(part, present, wanted)
        return redline, lettered(redline, nearest(redline, standing, wanted))
    redline = chosen(standing, wanted)
    return redline, lettered(redline, [sign for sign in standing.letters if sign in wanted])


def nearest(redline: Redline, standing: Standing, wanted: Collection[str]) -> list[str]:
    """Give each change the letter of the equal carried one, else the first in question."""
    fitting = carried_letters(standing)
    disputed = [sign for sign in standing.in_question if sign in wanted]
    return [fitting.get(identity(change), disputed[0]) for change in redline.changes]


def carried_letters(standing: Standing) -> dict[tuple[object, ...], str]:
    """Return the letter of each carried change, by its place and words."""
    if standing.redline is None:
        return {}
    pairs = zip(standing.redline.changes, standing.letters, strict=True)
    return {identity(change): sign for change, sign in pairs}


def other_words(part: AmendmentPart, standing: Standing, present: Passage, words: str) -> RuledPart:
    """Take the moderators' words; what is letter for letter the group's keeps its letter."""
    if part.kind in OUTLINE_KINDS:
        return added_with_other_words(part, standing, words)
    title = part.kind is PartKind.TITLE
    if title and not words.strip():
        raise Refused(N_("Give the section a title."))
    resulting = title_passage(words) if title else read(words)
    if resulting == present:
        raise Refused(N_("That is the text as it stands. Use “Don't take” instead."))
    if standing.redline is not None and resulting == standing.redline.after:
        taken = lettered(standing.redline, standing.letters)
        return RuledPart(part, Outcome.ACCEPTED, standing.redline, taken)
    redline = compare(part.kind, present, resulting)
    kept = title_words(resulting) if title else write(resulting)
    return RuledPart(
        part, Outcome.AS_MODIFIED, redline, with_known_letters(redline, standing), kept
    )


def added_with_other_words(part: AmendmentPart, standing: Standing, words: str) -> RuledPart:
    """Take a new section with the moderators' text in it."""
    wanted = [sign for sign, fate in standing.fates.items() if fate is Fate.CARRIED]
    redline = chosen(standing, wanted)
    taken = lettered(redline, standing.letters)
    kept = write(read(words))
    same = part.kind is not PartKind.ADD or kept == write(read(part.markdown or ""))
    if same:
        return RuledPart(part, Outcome.ACCEPTED, redline, taken)
    return RuledPart(part, Outcome.AS_MODIFIED, redline, taken, kept)


def with_known_letters(redline: Redline, standing: Standing) -> Packed:
    """Pack the changes; those equal to a change that the group asked carry its letter."""
    known = carried_letters(standing)
    packed = []
    for change, row in zip(redline.changes, lettered(redline, ()), strict=True):
        sign = known.get(identity(change))
        packed.append(row if sign is None else {**row, "letter": sign})
    return packed


def identity(change: Change) -> tuple[object, ...]:
    """Return what makes two changes of one text equal."""
    return change.start, change.end, change.inserted, change.to
