"""Plain text is read by its blank lines, markers and indentation, letter for letter."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.exchange.readers import Line, read_source, words_of
from drafting.exchange.readers.source import UnreadableSource
from drafting.exchange.readers.text import read_text


def solid(text: str) -> list[Line]:
    return [line for line in read_text(text) if not line.is_blank]


def shape(text: str) -> list[tuple[str, int, str]]:
    return [(line.marker, line.depth, line.text) for line in solid(text) if line.kind == "item"]


def test_each_row_of_a_wide_text_is_a_paragraph() -> None:
    assert [line.text for line in solid("One " * 60 + "\nTwo\nThree")] == [
        "One " * 59 + "One",
        "Two",
        "Three",
    ]


def test_a_hard_wrapped_paragraph_is_one_line() -> None:
    text = (
        "The quick brown fox jumps over the lazy dog and\n"
        "then it runs home to tell its children about\n"
        "it.\n\nA name\nAnother name\n"
    )
    assert [len(line.text.split()) for line in solid(text)] == [20, 2, 2]


def test_an_item_goes_on_in_its_indented_rows() -> None:
    assert shape("1. one goes\n   on here\n2. two") == [
        ("1.", 0, "one goes on here"),
        ("2.", 0, "two"),
    ]


def test_depth_follows_indentation() -> None:
    text = " 1. a\n   1. b\n   2. c\n     - d\n 2. e\n\n   • f"
    assert [depth for _, depth, _ in shape(text)] == [0, 1, 1, 2, 0, 1]


def test_depth_follows_the_style_of_markers_without_indentation() -> None:
    text = "1. a\n(a) b\n(b) c\n(i) d\n(ii) e\n(c) f\n2. g\n• h\n– i"
    assert [depth for _, depth, _ in shape(text)] == [0, 1, 1, 2, 2, 1, 0, 1, 2]


def test_the_letter_i_follows_the_letter_h() -> None:
    text = "\n".join(f"({letter}) words" for letter in "abcdefghij")
    assert {depth for _, depth, _ in shape(text)} == {0}


def test_numbers_are_kept_as_written() -> None:
    text = "5. a\n5 bis. b\n7. c\n\n1.1 d\n1.2 e\n\nA) f\nB) g"
    assert [marker for marker, _, _ in shape(text)] == [
        "5.", "5 bis.", "7.", "1.1", "1.2", "A)", "B)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "A. Person opened it.",
        "10.7 is a target.",
        "2015. A year.",
        "I. was here",
        "o no",
        "-5 degrees",
    ],
)
def test_a_lone_number_or_letter_is_words(text: str) -> None:
    assert [(line.kind, line.text) for line in solid(text)] == [("paragraph", text)]


def test_underlined_lines_are_headings_and_rules_are_nothing() -> None:
    found = [
        (line.kind, line.level, line.text) for line in solid("Top\n===\n\nSub\n---\nWords\n\n***")
    ]
    assert found == [("heading", 1, "Top"), ("heading", 2, "Sub"), ("paragraph", 0, "Words")]


def test_numbered_lines_between_paragraphs_are_headings() -> None:
    text = "1. Context\n\nSome words here.\n\n2. Aims\n\nMore words here."
    assert [(line.kind, line.marker) for line in solid(text)] == [
        ("heading", "1."), ("paragraph", ""), ("heading", "2."), ("paragraph", ""),
    ]  # fmt: skip


def test_quoted_rows_are_quotations() -> None:
    assert [(line.kind, line.quote, line.text) for line in solid("> all people\n>> inner")] == [
        ("quotation", 1, "all people"), ("quotation", 2, "inner"),
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\u2028"])
def test_every_line_end_is_one(end: str) -> None:
    assert len(read_text(f"a{end}b")) == 2


@given(st.text(st.sampled_from("ab .-•1()\n>*\t=iA\u00a0“é"), max_size=200))
def test_no_word_is_lost_in_reading(text: str) -> None:
    try:
        source = read_source("a.txt", text.encode())
    except UnreadableSource:
        return
    read = [word for line in source.lines for word in words_of(line.as_written)]
    rows = re.split("[\n\r]", text)
    kept = [row for row in rows if not re.fullmatch(r"[> ]*([=\-*.])\1\1+", row.strip())]
    assert re.sub(r">", "", "".join(read)) == re.sub(r"[\s>]", "", "".join(kept))


@given(st.sampled_from(["1. ", "> ", "  ", "(", "a ", "a. ", "\t- "]), st.integers(1, 40_000))
def test_reading_is_linear_on_odd_rows(piece: str, times: int) -> None:
    with suppress(UnreadableSource):
        assert read_source("a.txt", (piece * times).encode()).lines


def test_roman_numbers_count_on_and_go_deeper() -> None:
    text = "\n".join(f"{number}. words" for number in ("i", "ii", "iii", "iv", "v", "vi"))
    assert shape(text) == [
        (f"{number}.", 0, "words") for number in ("i", "ii", "iii", "iv", "v", "vi")
    ]


def test_a_text_with_more_rows_than_anybody_edits_is_refused() -> None:
    with pytest.raises(UnreadableSource):
        read_text("a\n" * 200_000)
