"""A marked text cut down to what changes: each cut is a redline of its own, at its own block."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.exchange.writers.html import blocks, body
from drafting.text import (
    Block,
    Passage,
    Redline,
    blocks_of,
    diff,
    excerpts,
    item_numbers,
    normal,
    read,
    rebase,
    take,
    write,
)
from drafting.text.changes.excerpts import runs
from tests.text import edits, strategies

LISTED = "Call:\n\n3. one;\n4. two:\n   - men;\n   - women;\n\n     and girls;\n5. three.\n\nEnd."


def words(blocks: Sequence[Block]) -> list[str]:
    """What blocks read, without their form."""
    return [block.text for block in blocks]


def check(redline: Redline) -> None:
    """Hold every cut of a redline to the laws."""
    numbers = item_numbers(redline.before), item_numbers(redline.after)
    cuts = excerpts(redline)
    assert sum(len(cut.redline.changes) for cut in cuts) == len(redline.changes)
    for cut in cuts:
        own = cut.redline
        for side in (own.before, own.after):
            assert normal(side) == side
            assert read(write(side)) == side
        assert words(take(own.before, own.changes).blocks) == words(own.after.blocks)
        high = cut.first + len(own.before.blocks)
        assert words(own.before.blocks) == words(redline.before.blocks[cut.first : high])
        assert item_numbers(own.before) == numbers[0][cut.first : high]
        assert cut.first <= cut.edited <= max(high - 1, cut.first)
        assert body(own)
        assert blocks(own)
    check_cover(redline)


def check_cover(redline: Redline) -> None:
    """All that stays outside of the cuts reads as before, and the cuts as in the new text."""
    gone = Passage(redline.before.blocks)
    new = words(redline.after.blocks)
    parts: list[str] = []
    at = 0
    for cut in excerpts(redline):
        parts += words(gone.blocks[at : cut.first]) + words(cut.redline.after.blocks)
        at = cut.first + len(cut.redline.before.blocks)
    assert parts + words(gone.blocks[at:]) == new


@given(edits.pairs())
def test_every_cut_of_an_edited_text_is_a_redline_of_its_own(texts: tuple[str, str]) -> None:
    check(diff(*map(read, texts)))


@given(strategies.pairs())
def test_every_cut_of_any_text_is_a_redline_of_its_own(texts: tuple[Passage, Passage]) -> None:
    check(diff(*texts))


@given(strategies.families())
def test_every_cut_of_what_was_carried_is_one_too(
    family: tuple[Passage, list[Passage]],
) -> None:
    base, (first, *others) = family
    for other in others:
        check(rebase(diff(base, first), other).redline)


ADDED = ("More words.", "more", "“", "٣", "- a dash", "移民", "3 more")


@given(st.one_of(edits.texts.map("\n\n".join), strategies.markdown), st.data())
def test_words_put_at_an_edge_of_a_block_lie_in_that_block(text: str, data: st.DataObject) -> None:
    base = read(text)
    bare = [at for at, block in enumerate(base.blocks) if block.break_.block != "row"]
    if not bare:
        return
    at, at_end = data.draw(st.sampled_from(bare)), data.draw(st.booleans())
    added = data.draw(st.sampled_from(ADDED))
    block = base.blocks[at]
    new = with_words(block, added, at_end=at_end)
    after = normal(Passage((*base.blocks[:at], new, *base.blocks[at + 1 :])))
    redline = diff(base, after)
    touched = {one for change in redline.changes for one in blocks_of(base, change)}
    assert touched <= {at}
    assert [cut.edited for cut in excerpts(redline)] == [at] * bool(redline.changes)


def with_words(block: Block, added: str, *, at_end: bool) -> Block:
    """The same block with words put in front or behind."""
    tokens = read(added).blocks[0].tokens
    blank = read("a b").blocks[0].tokens[1:2]
    grown = (*block.tokens, *blank, *tokens) if at_end else (*tokens, *blank, *block.tokens)
    return Block(block.break_, grown)


@pytest.mark.parametrize(
    ("old", "new", "edited", "numbers"),
    [
        ("4. two:", "4. two more:", 2, ("4.",)),
        ("- women;", "- all women;", 4, ("",)),
        ("5. three.", "5. new;\n6. three.", 5, ("4.", "", "", "", "5.")),
        ("4. two:", "4. mid;\n5. two:", 1, ("3.", "4.")),
    ],
)
def test_a_cut_keeps_the_numbers_of_items(
    old: str, new: str, edited: int, numbers: tuple[str, ...]
) -> None:
    first = excerpts(diff(read(LISTED), read(LISTED.replace(old, new))))[0]
    assert first.edited == edited
    assert item_numbers(first.redline.after) == numbers


def test_a_change_of_depth_alone_is_seen_beside_what_stands_above() -> None:
    (cut,) = excerpts(diff(read("- a\n- b\n- c"), read("- a\n  - b\n- c")))
    assert (cut.first, cut.edited) == (0, 1)
    assert [block.break_.depth for block in cut.redline.after.blocks] == [1, 2]


def test_a_join_lies_in_both_blocks() -> None:
    redline = diff(read("One.\n\nTwo words.\n\nThree."), read("One.\n\nTwo words. Three."))
    assert [blocks_of(redline.before, change) for change in redline.changes] == [range(1, 3)]


def test_ranges_that_meet_are_united() -> None:
    assert runs([range(4, 5), range(1), range(1, 3)]) == [(0, 3), (4, 5)]
