"""What people who see no Markdown type, and what becomes of it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given

from drafting.text import Passage, plain, read, restyle, write
from tests.text.corpora import corpus
from tests.text.strategies import markdown, passages


def letters(words: str) -> list[str]:
    """The words without regard to how they are spaced."""
    return unicodedata.normalize("NFC", words).split()


@example(read("[g](1)\u0301"))
@given(passages)
def test_words_left_as_they_are_change_nothing(passage: Passage) -> None:
    assert restyle(passage, plain(passage)) == passage


@given(passages, markdown)
def test_every_typed_sign_is_a_word(passage: Passage, words: str) -> None:
    result = restyle(passage, words)
    assert letters(plain(result)) == letters(words)
    assert read(write(result)) == result


@given(passages, passages)
def test_words_of_another_text_can_be_typed(base: Passage, other: Passage) -> None:
    assert letters(plain(restyle(base, plain(other)))) == letters(plain(other))


def test_real_texts_can_be_typed_over() -> None:
    for row in corpus("revisions"):
        old, new = read(row["old"]), read(row["new"])
        assert restyle(old, plain(old)) == old
        assert letters(plain(restyle(old, plain(new)))) == letters(plain(new))


@pytest.mark.parametrize(
    ("base", "words", "expected"),
    [
        ("We **must act** now.", "We must always act now.", "We **must always act** now."),
        ("We **must** act.", "We must always act.", "We **must** always act."),
        ("See [the Pact](/x).", "See the Global Pact.", "See [the Global Pact](/x)."),
        ("Plain words.", "Plain *words* [x](y).", r"Plain \*words* \[x](y)."),
        ("Plain.", "1. Plain.", r"1\. Plain."),
        ("a **b** c", "a c", "a c"),
        ("Said before[^1] all.", "Said before[^1] us all.", "Said before[^1] us all."),
        ("Said before[^1] all.", "Said before all.", "Said before all."),
        ("Said before[^1] all.", "Said before[^2] all.", r"Said before\[^2] all."),
        ("one\\\ntwo", "one\nand two", "one\\\nand two"),
        ("one two", "one\ntwo", "one two"),
        ("one\\\ntwo", "one two", "one two"),
        ("`x y` z", "x new y z", "`x new y` z"),
        ("", "New words.\n\nMore.", "New words.\n\nMore."),
        ("Gone.", " \n\n ", ""),
        ("Lines.", "Lines.\r\n\r\nMore\rlines.", "Lines.\n\nMore lines."),
    ],
)
def test_kept_words_keep_their_marks(base: str, words: str, expected: str) -> None:
    assert write(restyle(read(base), words)) == expected


@pytest.mark.parametrize(
    ("base", "words", "expected"),
    [
        ("- a\n- b", "a\n\nnew\n\nb", "- a\n- new\n- b"),
        ("1. first thing\n2. second", "first\n\nthing\n\nsecond", "1. first\n2. thing\n3. second"),
        ("- a thing\n- b thing", "a thing b thing", "- a thing b thing"),
        ("# Old title\n\nText.", "New name\n\nText.", "# New name\n\nText."),
        ("# Title\n\nText here.", "Title\n\nText here.\n\nMore.", "# Title\n\nText here.\n\nMore."),
        ("> quoted words", "quoted words\n\nmore", "> quoted words\n>\n> more"),
        ("One.\n\n- **Two** items.", "Two items.\n\nOne.", "- **Two** items.\n\nOne."),
        ("- same\n- same\n- same", "same\n\nsame", "- same\n- same"),
        ("(a) one\n(b) two", "one\n\nhalf\n\ntwo", "(a) one\n\n(b) half\n\n(c) two"),
        ("Text.\n\n[^1]: A note.", "Text.\n\nA longer note.", "Text.\n\n[^1]: A longer note."),
        ("Text.\n\n[^1]: A note.", "Text.\n\nA note.\n\nNew.", "Text.\n\n[^1]: A note.\n\nNew."),
    ],
)
def test_blocks_keep_their_form(base: str, words: str, expected: str) -> None:
    assert write(restyle(read(base), words)) == expected


def test_cells_of_a_row_are_typed_with_tabs_between() -> None:
    base = read("| a | b |\n|---|---|\n| c | d |")
    assert plain(base) == "a\tb\n\nc\td"
    changed = restyle(base, "a\tb\n\nc\tother d\n\ne\tf")
    assert write(changed).splitlines()[2:] == ["| c | other d |", "| e | f |"]


def test_a_line_end_typed_in_a_row_is_a_blank() -> None:
    base = read("one\\\ntwo\n\n| a | b |\n|---|---|\n| one | two |")
    changed = restyle(base, "a \t b\n\none \n two \tmore")
    assert read(write(changed)) == changed
