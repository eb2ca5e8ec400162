"""What changed inside a long word: an address, a number, a word of a script without spaces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import regex
from diff_match_patch import diff_match_patch

from drafting.text.changes.redline import Change

MOST = 1_000_000
"""Pairs of letters compared at most; two longer words are taken to differ as a whole."""
LONG = 12
"""Letters from which it helps a reader to see what changed inside a word."""
STAYS = 0.5
"""Share of the letters of the longer word that must stay for that."""


PRIVATE: Final = "\U000f0000"
"""The first code point that no text gives a meaning to."""
_LETTER = regex.compile(r"\X")


class Stroke(NamedTuple):
    """Letters that stay (`old` and `new` alike), or that stand in the place of others."""

    old: str
    new: str


def strokes(old: str, new: str) -> tuple[Stroke, ...]:
    """The letters of two words side by side, in order; never inside a letter with its signs.

    The same words always give the same strokes: no time limit has a say.
    """
    if len(old) * len(new) > MOST:
        return (Stroke(old, new),)
    codes = _Letters()
    found = diff_match_patch()
    found.Diff_Timeout = 0
    parts = found.diff_main(codes.encode(old), codes.encode(new), False)
    found.diff_cleanupSemantic(parts)
    return tuple(_strokes([(side, codes.decode(text)) for side, text in parts]))


class _Letters:
    """Writes a letter with its signs as one code point: itself, or one of private use."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._letters: dict[str, str] = {}

    def encode(self, word: str) -> str:
        return "".join([self._code(letter) for letter in _LETTER.findall(word)])

    def decode(self, text: str) -> str:
        return "".join([self._letters[code] for code in text])

    def _code(self, letter: str) -> str:
        if letter not in self._codes:
            own = len(letter) == 1 and letter < PRIVATE
            self._codes[letter] = code = letter if own else chr(ord(PRIVATE) + len(self._codes))
            self._letters[code] = letter
        return self._codes[letter]


def _strokes(parts: Sequence[tuple[int, str]]) -> Iterator[Stroke]:
    gone = come = ""
    for side, letters in [*parts, (0, "")]:
        if side < 0:
            gone += letters
        elif side > 0:
            come += letters
        else:
            if gone or come:
                yield Stroke(gone, come)
            gone = come = ""
            if letters:
                yield Stroke(letters, letters)


def inside(change: Change) -> tuple[Stroke, ...]:
    """The strokes of a change that puts one long word for another like it; else nothing."""
    one = change.removed[0] if len(change.removed) == 1 else None
    two = change.inserted[0] if len(change.inserted) == 1 else None
    if one is None or two is None or {one.kind, two.kind} != {"word"}:
        return ()
    if one.text == two.text or min(len(one.text), len(two.text)) < LONG:
        return ()
    found = strokes(one.text, two.text)
    stays = sum([len(stroke.old) for stroke in found if stroke.old == stroke.new])
    return found if stays >= STAYS * max(len(one.text), len(two.text)) else ()
