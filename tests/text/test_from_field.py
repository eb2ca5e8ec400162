"""What people leave in a field of plain words: lines, and marks of items, as they meant them."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafting.text import HARD_BREAK, Passage, from_field, item_numbers, plain, read, write
from tests.text.strategies import lines, markdown, passages


def letters(words: str) -> list[str]:
    """The words without regard to how they are spaced."""
    return words.split()


@example(read("- • a\n- b"))
@example(read(r"1. 1\. a"))
@example(read("one\\\ntwo\n\n- one"))
@given(passages)
def test_a_field_left_as_it_was_changes_nothing(passage: Passage) -> None:
    assert from_field(passage, plain(passage)) == passage
    assert from_field(passage, plain(passage).replace("\n", "\r\n")) == passage


@given(passages, markdown)
def test_whatever_is_typed_makes_a_text_that_reads_back(base: Passage, words: str) -> None:
    found = from_field(base, words)
    assert read(write(found)) == found


@given(passages.filter(lambda one: HARD_BREAK not in plain(one)), lines, st.booleans())
def test_every_line_that_is_typed_is_a_block(base: Passage, said: list[str], far: bool) -> None:
    found = from_field(base, ("\n\n" if far else "\n").join(said))
    assert [letters(block.text) for block in found.blocks] == [letters(line) for line in said]


@given(lines, st.sampled_from(("•", "-", "*", "–", "{}.", "({})", "{})")), st.booleans())
def test_a_list_typed_with_marks_is_the_list(said: list[str], mark: str, bengali: bool) -> None:
    digits = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯" if bengali else "0123456789")
    signs = [mark.format(str(at).translate(digits)) for at in range(1, len(said) + 1)]
    typed = [f"{sign} {line}" for sign, line in zip(signs, said, strict=True)]
    base = read("1. first" if "{}" in mark else "- first")
    found = from_field(base, "\n".join(typed))
    assert found == from_field(base, "\n".join(said))
    assert not re.search(r"^\S+ [•*–-] ", write(found), re.MULTILINE)


@pytest.mark.parametrize(
    ("base", "words", "expected"),
    [
        ("a", "a:\n- b\n- c\n\nd", "a:\n\n- b\n- c\n\nd"),
        ("a", "• b\n• c", "- b\n- c"),
        ("a", "a:\n1. b\n2. c\n3. d", "a:\n\n1. b\n2. c\n3. d"),
        ("a", "a:\n(1) b\n(2) c", "a:\n\n1. b\n2. c"),
        ("a", "a:\n7. b\n8. c", "a:\n\n7\\. b\n\n8\\. c"),
        ("a", "a:\n- b", "a:\n\n\\- b"),
        ("\\- a", "- a\n- b", "\\- a\n\n\\- b"),
        ("- a\n- b", "• a\n• b\n• c", "- a\n- b\n- c"),
        ("- a", "a\n• - b", "- a\n- b"),
        ("- a", "a\n3. b", "- a\n- b"),
        ("1. a\n2. b\n3. c", "a\n\nb\n3. new\n\nc", "1. a\n2. b\n3. new\n4. c"),
        ("1. a\n2. b", "a\n\nb\n2. new", "1. a\n2. b\n3. new"),
        ("1. a\n2. b", "a\n9. new\n\nb", "1. a\n2. new\n3. b"),
        ("1. a\n   - x\n2. b", "a\n2. new\n\nx\n\nb", "1. a\n   - x\n2. new\n3. b"),
        ("1. a\n   - x\n2. b", "a\n\nx\n2. new\n\nb", "1. a\n   - x\n2. new\n3. b"),
        ("1. a\n2. b", "a\n   - x\n\t• y\n\nb", "1. a\n   - x\n   - y\n2. b"),
        ("- a", "a\n   1. x\n   2. y\n- b", "- a\n  1. x\n  2. y\n- b"),
        ("Words:", "Words:\n• a\n\n• b", "Words:\n\n- a\n- b"),
        ("Words:", "Words:\n(a) one\n(b) two", "Words:\n\n(a) one\n\n(b) two"),
        ("Words.", "Words.\n2015. It was.", "Words.\n\n2015\\. It was."),
        ("Words.", "Words.\n-", "Words.\n\n\\-"),
        ("1. a\n2. b", "a\n2. new\nb", "1. a\n2. new\n3. b"),
        ("1. a\n2. b", "a\n2 bis. new\n\nb", "1. a\n\n2 bis. new\n\n3. b"),
        ("1. a\n2. b", "a\n\nb\n7. new\n8. more", "1. a\n2. b\n7. new\n8. more"),
        ("1. a\n2. b", "a\n\nb\n৩. new", "1. a\n2. b\n3. new"),
        ("1. a\n2. b", "a\n\nb\n(3) new", "1. a\n2. b\n3. new"),
        ("1. a", "a\n- new\n2015 was new", "1. a\n2. new\n3. 2015 was new"),
        ("(a) one", "(a) one\n(b) two", "(a) one\n\n(b) two"),
        ("1. a", "•", ""),
        ("1. a", "* *", ""),
        ("Words.", "• Words.\n1. More.", "• Words.\n\n1\\. More."),
        ("A line\\\nand another.", "A line\nand one more\nand another.", None),
        ("# Title\n\nWords.", "Title\n\nWords.\nMore.", "# Title\n\nWords.\n\nMore."),
        ("> Words.", "Words.\nMore.", "> Words.\n>\n> More."),
    ],
)
def test_lines_and_marks_are_what_they_look_like(
    base: str, words: str, expected: str | None
) -> None:
    poem = "A line\\\nand one more\\\nand another."
    assert write(from_field(read(base), words)) == (poem if expected is None else expected)


def test_a_mark_that_was_words_before_stays_words() -> None:
    base = read("- \\- a\n- b")
    assert [block.text for block in from_field(base, "- a more\n\nb").blocks] == ["- a more", "b"]


def test_thousands_of_typed_numbers_are_read_at_once() -> None:
    found = from_field(read("1. a"), "\n".join(f"{at}. word" for at in range(1, 4_000)))
    assert item_numbers(found)[-1] == "3999."
