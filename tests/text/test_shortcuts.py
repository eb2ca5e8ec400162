"""What is quicker gives the same as what is thorough."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafting.text import Passage, diff, forget, read, take
from drafting.text.changes import align, windows
from drafting.text.markdown import inline, lines
from drafting.text.markdown.lines import scan
from drafting.text.passages.passage import Block
from drafting.text.passages.segments import segments_of, tokens_of_segments
from drafting.text.passages.tokens import PARAGRAPH
from drafting.text.passages.units import words_of
from drafting.text.passages.words import count, cut, glued, tokens_of, units_of
from tests.text.corpora import corpus
from tests.text.edits import pairs
from tests.text.strategies import SIGNS, WORDS, markdown, passages, sentences

MARKUP = (
    *(
        "a",
        "b ",
        "*",
        "**",
        "_",
        "`",
        "[",
        "](u)",
        "]",
        "(",
        ")",
        " ",
        "x",
        "\\",
        "<",
        "^",
        "é",
        "1",
    ),
    *("[l](v_w)", "\u00a0", "_z_", "*q*", "**s t**", "`c`", "[^1]", "[*k*](u)", "snake_case"),
    *("``d``", "__s__", "[`c`](v)", "[**s**](v)", "**[l](v)**", "[m]", "[m n](", "[]", "*[l](v)*"),
)
"""What marks are made of, so that many of them are whole and many are not."""

stretches = st.lists(
    st.sampled_from([sign for word in (*WORDS, *SIGNS) for sign in (word, *word) if sign.strip()]),
    min_size=1,
    max_size=6,
).map(lambda parts: re.sub(r"\s", "", "".join(parts)) or "x")


@given(st.lists(st.sampled_from(MARKUP), min_size=1, max_size=12).map("".join))
def test_marks_told_at_sight_are_those_that_a_scan_finds(raw: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inline, "at_sight", lambda _: [])
        slow = inline.inline(raw)
    assert inline.inline(raw) == slow


@given(markdown)
def test_words_alone_are_read_as_lines_would_be(text: str) -> None:
    for chunk in re.split(r"\n(?:[ \t]*\n)+", normalize("NFC", text)):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(lines, "_BUSY", re.compile(""))
            slow = scan((), chunk)
        assert scan((), chunk) == slow


def test_each_character_is_cut_alike_beside_letters_numbers_and_signs() -> None:
    places = (*range(0x20, 0x2100), 0xAC00, 0xB2E8, 0xD7A3)
    for letter in map(chr, places):
        for text in (letter, f"a{letter}b", f"1{letter}2", f"-{letter}.", f"{letter}'{letter}"):
            assert units_of(text) == glued(cut(text)), text
            assert units_of(f"x {text} y") == glued(cut(f"x {text} y")), text


def test_a_stroke_is_cut_alike_between_letters_and_numbers() -> None:
    for text in ("and/or", "A/69/302", "a/B/c", "E/CN.4/2004", "1/2", "a/", "/a", "a/ b", "a//b"):
        for sentence in (text, f"see {text}.", f"({text}, {text})"):
            assert units_of(sentence) == glued(cut(sentence)), sentence


@given(stretches)
def test_a_stretch_without_a_space_is_cut_alike(text: str) -> None:
    assert units_of(text) == glued(cut(text))


@given(sentences())
def test_words_with_their_blanks_are_the_tokens_glued(text: str) -> None:
    text = " ".join(text.split()) or "x"
    texts = [token.text for token in tokens_of(text)]
    assert texts == cut(text)
    assert units_of(text) == glued(texts)
    assert count(text) == len(texts)


@given(passages)
def test_a_block_knows_its_size_and_units_without_its_tokens(passage: Passage) -> None:
    for block in passage.blocks:
        tokens = tokens_of_segments(block.segments)
        assert block.size == len(tokens) + 1
        assert words_of(block.segments) == glued([token.text for token in tokens])


@given(passages)
def test_segments_and_tokens_tell_the_same(passage: Passage) -> None:
    for block in passage.blocks:
        again = Block(block.break_, block.tokens, settled=True)
        assert again.segments == block.segments
        assert tokens_of_segments(segments_of(block.tokens)) == block.tokens
        assert again == block
        assert hash(again) == hash(block)


def test_a_text_of_one_block_is_settled_as_at_the_head_of_others() -> None:
    for text in ("3. a", "| a |\n|---|", "> - a", "# a", "[^1]: a", "(b) a"):
        alone, among = read(text), read(f"{text}\n\nb")
        assert alone.blocks == among.blocks[: len(alone.blocks)]
    assert read("a").blocks[0].break_ == PARAGRAPH


def test_a_backslash_at_the_end_of_a_file_breaks_no_line() -> None:
    assert read("C:\\\n") == read("C:\\")
    assert read("C:\\\n").blocks[0].text == "C:\\"


def test_blanks_in_a_row_that_are_one_token_count_once() -> None:
    (block,) = read("a[^1]\x0b\x0bb \u2009c").blocks
    assert block.size == 1 + len(tokens_of_segments(block.segments))


def test_a_block_out_of_normal_form_has_the_units_of_its_tokens() -> None:
    (whole,) = read("a b").blocks
    a, space, _ = whole.tokens
    assert Block(PARAGRAPH, ()).units.words == []
    assert Block(PARAGRAPH, (a, space)).units.words == ["a "]
    assert Block(PARAGRAPH, (a,)).units.words == ["a "]


@pytest.mark.parametrize("change", [lambda texts: texts, lambda texts: texts[1:] + texts[:1]])
def test_many_changed_blocks_are_linked_as_if_they_were_searched_at_once(
    monkeypatch: pytest.MonkeyPatch, change: Callable[[list[str]], list[str]]
) -> None:
    rows = [row for row in corpus("revisions") if row["level"] == "paragraph"]
    texts = Counter(text for row in rows for text in (row["old"], row["new"]))
    pairs = [(row["old"], row["new"]) for row in rows]
    pairs = [pair for pair in pairs if texts[pair[0]] == texts[pair[1]] == 1][:200]
    old = read("\n\n".join([one for one, _ in pairs]))
    new = read("\n\n".join(change([two for _, two in pairs])))
    quick = align.align(old, new)
    monkeypatch.setattr(align, "MANY", 10**9)
    assert [link[:5] for link in quick] == [link[:5] for link in align.align(old, new)]


@given(pairs())
def test_texts_cut_where_blocks_begin_alike_still_become_each_other(texts: tuple[str, str]) -> None:
    old, new = map(read, texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(align, "MANY", 0)
        patch.setattr(align, "HEAD", 2)
        forget()
        there, back = diff(old, new).changes, diff(new, old).changes
    forget()
    assert take(old, there) == new
    assert take(new, back) == old


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("States of all regions meet in **Dhaka**", "States of all regions meet in **Dhaka** soon"),
        (
            "**Dhaka** is where States of all regions meet",
            "In **Dhaka** is where States of all meet",
        ),
        ("States of *all* regions meet here", "States of *all regions* meet here"),
        ("States of *all* regions meet here", "States of **all** regions meet here"),
        (f"States \u0301{'x' * 80} here", f"States \u0301{'x' * 80} there"),
        (f"Here {'x' * 80} \u0301States", f"There {'x' * 80} \u0301States"),
    ],
)
def test_words_between_shared_ends_are_compared_as_all_are(
    monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    forget()
    quick = diff(read(old), read(new)).changes
    monkeypatch.setattr(windows, "ENOUGH", 2.0)
    forget()
    assert quick == diff(read(old), read(new)).changes
    forget()


@example(read("mail@example.org.E/CN.4/2004/52/Add.1. **the** *end*"), 0, 99)
@example(read("so[^1] *it* **is**\\\n**here**"), 1, 4)
@given(passages, st.integers(0, 20), st.integers(0, 20))
def test_the_tokens_of_units_are_those_of_the_block(passage: Passage, low: int, size: int) -> None:
    for block in passage.blocks:
        units = block.units
        first = 1 + low % len(units.words)
        last = min(first + size, len(units.keys))
        for start, end in ((first, last), (first, len(units.keys)), (1, first)):
            tokens = block.tokens[units.offset(start) - 1 : units.offset(end) - 1]
            assert tuple(units.between(start, end)) == tokens
