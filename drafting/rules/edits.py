"""What a person may ask of a text, as typed edits, each naming the version that was seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from drafting.errors import N_, BadInput


@dataclass(frozen=True, slots=True)
class ParagraphEdit:
    """Other words for one block: plain words, a blank line begins a new one, none drops it.

    `base` numbers the version of its section that was seen.
    """

    base: int
    paragraph: str
    words: str


@dataclass(frozen=True, slots=True)
class SectionEdit:
    """Other words for a whole section, with formatting, and for its title where that is given."""

    section: str
    base: int
    markdown: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class NewSection:
    """A section more, after another one; None puts it first. `base` numbers the outline seen."""

    base: int
    after: str | None
    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class DroppedSection:
    """A section less; `base` numbers the outline seen."""

    base: int
    section: str


@dataclass(frozen=True, slots=True)
class MovedSection:
    """A section elsewhere, after another one; None puts it first. `base` numbers the outline."""

    base: int
    section: str
    after: str | None


class Emptied(StrEnum):
    """What becomes of a section of which every word is taken out."""

    DROP = "drop"
    KEEP_TITLE = "keep title"


Edit = ParagraphEdit | SectionEdit | NewSection | DroppedSection | MovedSection


@dataclass(frozen=True, slots=True)
class Wording:
    """All that the author of one amendment fills in.

    Without `edits` the parts that were there before stay. `heading` empty: made from the change.
    `editorial` is the claim *language only*; None: its box was not seen, and nothing is claimed.
    `emptied` must be said where a section loses all its words.
    """

    edits: tuple[Edit, ...]
    reason: str = ""
    heading: str = ""
    editorial: bool | None = None
    emptied: Emptied | None = None


def inserted_after(keys: Sequence[str], key: str, after: str | None) -> list[str]:
    """Return the order with a key put after another, or first; it leaves its old place.

    Raises: BadInput when the other is not there.
    """
    rest = [other for other in keys if other != key]
    if after is None:
        return [key, *rest]
    if after not in rest:
        raise BadInput(N_("Choose a section that stands in the text."), field="after")
    place = rest.index(after) + 1
    return [*rest[:place], key, *rest[place:]]


def without(keys: Sequence[str], key: str) -> list[str]:
    """Return the order without a key."""
    return [other for other in keys if other != key]
