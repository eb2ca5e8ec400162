"""The smallest changes that a replacement holds."""

from __future__ import annotations

import pytest

from drafting.text import Token, read
from drafting.text.changes.atoms import atoms
from drafting.text.changes.redline import change_of


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("recieve help", "receive aid", ["recieve → receive", "help → aid"]),
        ("colour", "red colors", [" → red ", "colour → colors"]),
        ("red colour", "colors", ["red  → ", "colour → colors"]),
        ("act, now", "act now", [", → "]),
        ("work", "rest", ["work → rest"]),
        ("work", "", ["work → "]),
    ],
)
def test_words_that_resemble_each_other_are_pairs(old: str, new: str, parts: list[str]) -> None:
    change = change_of(1, 1 + len(tokens(old)), tokens(old), tokens(new))
    assert [f"{said(part.removed)} → {said(part.inserted)}" for part in atoms(change)] == parts


def tokens(words: str) -> tuple[Token, ...]:
    return read(words).flat[1:]


def said(tokens: tuple[Token, ...]) -> str:
    return "".join(token.text for token in tokens)
