"""By what a group is known: its mark of two to five letters in any script, and its names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import count

from drafting.errors import N_, BadInput

SHORTEST, LONGEST = 2, 5
LONGEST_GROUP = 80
"""How long a group's name may be."""
A_GROUP = "A group"
"""What the record calls a group that does not want its name known."""
COLOURS = 12
NOT_OURS = frozenset({"EU", "UN", "US", "UK", "ILO", "IOM"})
"""Marks that readers would take for an official body."""

INVISIBLE = frozenset(
    chr(code)
    for run in (
        (0x034F,), range(0x115F, 0x1161), range(0x17B4, 0x17B6), range(0x180B, 0x1810), (0x3164,),
        range(0xFE00, 0xFE10), (0xFFA0,), range(0xE0100, 0xE01F0),
    )
    for code in run
)  # fmt: skip
"""Letters and signs that draw nothing (Unicode: Default_Ignorable_Code_Point)."""


def read_mark(typed: str) -> str:
    """Return the mark as it is kept: composed (NFC), in capitals where the script has them.

    Raises: BadInput for anything but two to five letters, and for marks of official bodies.
    """
    mark = unicodedata.normalize("NFC", typed.strip()).upper()
    if not SHORTEST <= len(mark) <= LONGEST or not all(map(is_letter, mark)) or not begins(mark):
        raise BadInput(N_("A mark has two to five letters."), field="mark")
    if mark in NOT_OURS:
        raise BadInput(
            N_("%(mark)s is taken for an official body. Choose another mark."),
            field="mark",
            mark=mark,
        )
    return mark


def suggested(name: str, taken: Iterable[str]) -> str:
    """Return a mark that a name could have: itself, its initials or its beginning; else nothing."""
    letters = ["".join(filter(is_letter, word)) for word in name.split()]
    initials = "".join(word[0] for word in letters if word)
    beginnings = ("".join(letters)[:size] for size in (4, 3, 5, 2))
    known = {mark.casefold() for mark in taken}
    for mark in map(mark_or_none, (name, initials, *beginnings)):
        if mark and mark.casefold() not in known:
            return mark
    return ""


def mark_or_none(typed: str) -> str | None:
    """Return the mark as it is kept, or None when it is none."""
    try:
        return read_mark(typed)
    except BadInput:
        return None


def is_letter(sign: str) -> bool:
    """Say whether a sign is a letter, or a vowel sign that stands on one (Bengali, Arabic)."""
    return unicodedata.category(sign)[0] in "LM" and sign not in INVISIBLE


def begins(mark: str) -> bool:
    """Say whether a mark begins with a letter, on which its vowel signs can stand."""
    return unicodedata.category(mark[0])[0] == "L"


def next_colour(groups: int) -> int:
    """Return the colour of the next group, when there are so many already."""
    return groups % COLOURS


def folded(name: str) -> str:
    """Return what is compared of a name: letters composed, blanks as one, no matter which case."""
    composed = unicodedata.normalize("NFC", " ".join(name.split()))
    return unicodedata.normalize("NFC", composed.casefold())


def unnamed(taken: Iterable[str]) -> str:
    """Return the public name of the next group that hides its own; a number tells them apart."""
    known = {folded(name) for name in taken}
    names = (A_GROUP if at == 1 else f"{A_GROUP} {at}" for at in count(1))
    return next(name for name in names if folded(name) not in known)
