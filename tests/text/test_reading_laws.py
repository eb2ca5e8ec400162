"""What holds of reading and writing whatever the Markdown is."""

from __future__ import annotations

import unicodedata

import regex
from hypothesis import example, given
from hypothesis import strategies as st

from drafting.text import Block, Passage, index, normal, place, plain, read, write
from tests.text.corpora import corpus
from tests.text.strategies import markdown, passages


@example("**a **e**\u0301**")
@given(markdown)
def test_what_is_written_reads_back(source: str) -> None:
    passage = read(source)
    assert read(write(passage)) == passage


@given(markdown)
def test_writing_again_changes_nothing(source: str) -> None:
    written = write(read(source))
    assert write(read(written)) == written


@given(passages)
def test_what_was_read_is_in_normal_form(passage: Passage) -> None:
    assert normal(passage) == passage
    assert normal(loose(passage)) == passage


def loose(passage: Passage) -> Passage:
    """The same tokens, not known to come from the reader."""
    return Passage(tuple(Block(block.break_, block.tokens) for block in passage.blocks))


@given(passages, passages, st.data())
def test_a_splice_in_normal_form_reads_back(
    one: Passage, other: Passage, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, one.size))
    to = data.draw(st.integers(at, one.size))
    low = data.draw(st.integers(0, other.size))
    high = data.draw(st.integers(low, other.size))
    spliced = Passage.of_flat(one.flat[:at] + other.flat[low:high] + one.flat[to:])
    result = normal(spliced)
    assert normal(loose(result)) == result
    assert read(write(result)) == result


@given(markdown)
def test_every_token_has_a_place_of_its_own_in_the_markdown(source: str) -> None:
    passage = read(source)
    places = [place(passage, offset) for offset in range(passage.size + 1)]
    assert places == sorted(set(places))
    assert places[-1] == len(write(passage))
    assert [index(passage, at) for at in places] == list(range(passage.size + 1))


@given(passages)
def test_a_word_stands_at_its_place(passage: Passage) -> None:
    written = write(passage)
    for offset, token in enumerate(passage.flat):
        if token.kind == "word":
            at = place(passage, offset)
            assert written[at] in ("\\", token.text[0])


@given(passages)
def test_tokens_never_end_inside_a_cluster_of_characters(passage: Passage) -> None:
    for block in passage.blocks:
        edges = {found.end() for found in regex.finditer(r"\X", block.text)} | {0}
        at = 0
        for before, token in zip((None, *block.tokens), block.tokens, strict=False):
            if before is None or before.marks == token.marks:
                assert at in edges
            at += len(token.text)


@given(st.text(alphabet=st.characters(categories=("L", "N", "Zs", "Po", "Sc")), max_size=60))
def test_no_letter_is_lost_or_changed(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    read_back = plain(read(text.replace("\\", "").replace("*", "").replace("#", "")))
    expected = composed.replace("\\", "").replace("*", "").replace("#", "")
    assert "".join(read_back.split()) == "".join(expected.split())


@given(passages)
def test_blocks_have_words_and_no_blank_at_an_edge(passage: Passage) -> None:
    for block in passage.blocks:
        assert block.text.strip()
        if block.break_.block != "row":
            assert block.text == block.text.strip()


def test_real_texts_read_back() -> None:
    for row in corpus("revisions"):
        for source in (row["old"], row["new"]):
            passage = read(source)
            assert read(write(passage)) == passage
            assert normal(loose(passage)) == passage


def test_both_sides_of_real_merges_read_back() -> None:
    for row in corpus("merges"):
        for name in ("base", "ours", "theirs", "resolved"):
            passage = read(row[name])
            assert read(write(passage)) == passage
