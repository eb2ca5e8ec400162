"""The mark of a group: two to five letters in any script, by which it is known on every page."""

from __future__ import annotations

import unicodedata

from drafting.errors import N_, BadInput

SHORTEST, LONGEST = 2, 5
COLOURS = 12
NOT_OURS = frozenset({"EU", "UN", "US", "UK", "ILO", "IOM"})
"""Marks that readers would take for an official body."""


def read_mark(typed: str) -> str:
    """Return the mark as it is kept: composed (NFC), in capitals where the script has them.

    Raises: BadInput for anything but two to five letters, and for marks of official bodies.
    """
    mark = unicodedata.normalize("NFC", typed.strip()).upper()
    if not SHORTEST <= len(mark) <= LONGEST or not all(map(is_letter, mark)):
        raise BadInput(N_("A mark has two to five letters."), field="mark")
    if mark in NOT_OURS:
        raise BadInput(
            N_("%(mark)s is taken for an official body. Choose another mark."),
            field="mark",
            mark=mark,
        )
    return mark


def is_letter(sign: str) -> bool:
    """Say whether a sign is a letter, or a vowel sign that stands on one (Bengali, Arabic)."""
    return unicodedata.category(sign)[0] in "LM"


def next_colour(groups: int) -> int:
    """Return the colour of the next group, when there are so many already."""
    return groups % COLOURS
