"""Whether a change may be language only: what its words touch, force, negation, number, name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from enum import StrEnum

Facts = Mapping[str, object]
"""A packed change: `kind`, plain words `before` and `after`."""


class Touched(StrEnum):
    """What makes a change more than language, whatever its author claims."""

    FORCE = "force"
    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"
    QUOTATION = "quotation"


WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
NUMBER = re.compile(r"\d[\d.,/]*")
QUOTES = frozenset('"“”„«»')
FORCE = frozenset(
    "must shall should may might can could will would ought need needs require requires required "
    "urge urges call calls demand demands encourage encourages invite invites recommend recommends "
    "request requests ensure ensures guarantee guarantees commit commits promise promises "
    "all every each some any only always immediately possible appropriate".split()
)
NEGATION = frozenset("not no never none neither nor without cannot except unless".split())
ALIKE = 0.6
"""Share of letters from which one word is a correction of the other (`goverments`)."""


def touched(changes: Iterable[Facts]) -> frozenset[Touched]:
    """Say which words of weight differ between what stood and what is asked."""
    found: set[Touched] = set()
    for change in changes:
        old, new = str(change.get("before", "")), str(change.get("after", ""))
        if change["kind"] == "move":
            continue
        for kind, read in READERS.items():
            if sorted(read(old)) != sorted(read(new)):
                found.add(kind)
    return frozenset(found)


def may_be_editorial(changes: Iterable[Facts]) -> bool:
    """Guess whether all changes are language only: marks, stops, spelling, nothing of weight."""
    listed = list(changes)
    return bool(listed) and not touched(listed) and all(is_small(change) for change in listed)


def is_small(change: Facts) -> bool:
    """Say whether a change leaves the words as they are, or corrects them letter by letter."""
    if change["kind"] in {"format", "split", "join"}:
        return True
    if change["kind"] == "move":
        return False
    old, new = words(str(change.get("before", ""))), words(str(change.get("after", "")))
    return len(old) == len(new) and all(map(alike, old, new))


def alike(old: str, new: str) -> bool:
    """Say whether one word is a correction of the other."""
    return old == new or SequenceMatcher(None, old, new, autojunk=False).ratio() >= ALIKE


def words(text: str) -> list[str]:
    """Return the words in small letters."""
    return [found.casefold() for found in WORD.findall(text)]


def force_words(text: str) -> list[str]:
    """Return the words that say how strongly something is asked, and of how many."""
    return [word for word in words(text) if word in FORCE]


def negations(text: str) -> list[str]:
    """Return the words that turn a sentence round."""
    return [word for word in words(text) if word in NEGATION or word.endswith(("n't", "n’t"))]


def numbers(text: str) -> list[str]:
    """Return the numbers, also inside signs of documents."""
    return NUMBER.findall(text)


def names(text: str) -> list[str]:
    """Return words with a capital that open no sentence, and words of capitals."""
    found = []
    for match in WORD.finditer(text):
        word = match[0]
        opens = not text[: match.start()].strip() or text[: match.start()].rstrip()[-1:] in ".?!:"
        if (word.isupper() and len(word) > 1) or (word[0].isupper() and not opens):
            found.append(word)
    return found


def quotations(text: str) -> list[str]:
    """Return the signs of quotation."""
    return [sign for sign in text if sign in QUOTES]


READERS = {
    Touched.FORCE: force_words,
    Touched.NEGATION: negations,
    Touched.NUMBER: numbers,
    Touched.NAME: names,
    Touched.QUOTATION: quotations,
}
