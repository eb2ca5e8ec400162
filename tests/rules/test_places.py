"""Where a change lies: one block edited alone, found again, and cut out to be read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafting.rules.places import (
    edited_block,
    keys_of_changes,
    tidied,
    with_block,
    words_of,
)
from drafting.text import Passage, diff, plain, read

TEXT = """States **should** protect all migrants.

We call on:

1. children;
2. women and
   - men;
3. all others.

> Leave no one behind."""

sentence = st.lists(
    st.sampled_from("states should must protect migrants all * 1. > _ not".split()),
    min_size=1,
    max_size=6,
).map(" ".join)
section = st.lists(
    st.sampled_from(["{}", "1. {}", "- {}", "> {}", "# {}"]).flatmap(
        lambda form: sentence.map(form.format)
    ),
    min_size=1,
    max_size=6,
).map("\n\n".join)
section = section.filter(lambda markdown: bool(read(markdown).blocks))
words = st.lists(sentence, max_size=3).map("\n\n".join)


def block_texts(passage: Passage) -> list[str]:
    """Return the plain words of each block."""
    return [block.text for block in passage.blocks]


@given(section, st.data(), words)
def test_the_words_of_other_blocks_stay_as_they_are(
    markdown: str, data: st.DataObject, typed: str
) -> None:
    base = read(markdown)
    at = data.draw(st.integers(0, len(base.blocks) - 1))
    new = block_texts(with_block(base, at, typed))
    old = block_texts(base)
    tail = old[at + 1 :]
    assert new[:at] == old[:at]
    assert new[len(new) - len(tail) :] == tail


@given(section, st.data())
def test_the_own_words_of_a_block_change_nothing(markdown: str, data: st.DataObject) -> None:
    base = read(markdown)
    at = data.draw(st.integers(0, len(base.blocks) - 1))
    assert with_block(base, at, words_of(base, at, at + 1)) == base


@given(section, st.data(), words)
def test_an_edited_block_is_found_again_with_its_words(
    markdown: str, data: st.DataObject, typed: str
) -> None:
    base = read(markdown)
    at = data.draw(st.integers(0, len(base.blocks) - 1))
    asked = with_block(base, at, typed)
    edit = edited_block(base, asked)
    if asked == base:
        assert edit is None
    elif edit is not None:
        assert block_texts(with_block(base, edit.index, edit.words)) == block_texts(asked)


def test_an_item_of_an_item_is_edited_in_its_place() -> None:
    base = read(TEXT)
    at = block_texts(base).index("men;")
    after = with_block(base, at, "boys and men;")
    assert after.blocks[at].break_ == base.blocks[at].break_
    assert "boys and men;" in plain(after)


def test_new_blocks_belong_to_the_block_before_them() -> None:
    base = read("One.\n\nTwo.")
    edit = edited_block(base, read("One.\n\nNew.\n\nTwo."))
    assert edit is not None
    assert (edit.index, edit.words) == (0, "One.\n\nNew.")


def test_edits_of_two_blocks_are_no_edit_of_one() -> None:
    assert edited_block(read("One.\n\nTwo."), read("One!\n\nTwo!")) is None


def test_each_change_names_the_block_it_lies_in() -> None:
    old = "One.\n\nStates should protect all.\n\nThree."
    redline = diff(read(old), read(old.replace("should", "must") + "\n\nFour."))
    assert keys_of_changes(redline, ["k1", "k2", "k3"]) == ["k2", "k3"]


def test_typed_lines_are_made_plain() -> None:
    assert tidied("one\r\n\r\n \r\n\r\ntwo\rthree\n") == "one\n\ntwo\nthree"
