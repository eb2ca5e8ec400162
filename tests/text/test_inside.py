"""What changed inside long words."""

from __future__ import annotations

import regex
from hypothesis import given
from hypothesis import strategies as st

from drafting.text import Stroke, diff, inside, read, strokes

letters = st.text("abকখ্যি\u0301👍🏽🏿", max_size=12)


@given(letters, letters)
def test_strokes_spell_both_words(old: str, new: str) -> None:
    found = strokes(old, new)
    assert "".join(stroke.old for stroke in found) == old
    assert "".join(stroke.new for stroke in found) == new


@given(letters, letters)
def test_no_stroke_cuts_a_letter_from_its_signs(old: str, new: str) -> None:
    edges = {match.start() for match in regex.finditer(r"\X", old)} | {len(old)}
    at = 0
    for stroke in strokes(old, new):
        at += len(stroke.old)
        assert at in edges


def test_a_part_of_an_address_is_shown() -> None:
    old, new = "See https://a.org/thirty-two/x", "See https://a.org/thirty-three/x"
    (change,) = diff(read(old), read(new)).changes
    assert inside(change)[1] == Stroke("wo", "hree")


def test_short_words_and_several_words_show_as_a_whole() -> None:
    for old, new in (("States act.", "States acted."), ("A long sentence.", "A wide paragraph.")):
        assert {inside(change) for change in diff(read(old), read(new)).changes} == {()}


def test_long_words_of_which_little_stays_show_as_a_whole() -> None:
    (change,) = diff(read("They act governmentally."), read("They act internationally.")).changes
    assert inside(change) == ()


def test_a_long_word_that_only_looks_otherwise_has_no_strokes() -> None:
    (change,) = diff(read("An internationally word."), read("An **internationally** word.")).changes
    assert inside(change) == ()


def test_immense_words_differ_as_a_whole() -> None:
    old, new = "a" * 2000, "b" * 2000
    assert strokes(old, new) == (Stroke(old, new),)
