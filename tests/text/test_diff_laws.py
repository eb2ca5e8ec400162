"""What holds of the changes between any two texts, and of taking any part of them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, example, given
from hypothesis import strategies as st

from drafting.text import Change, Passage, diff, forget, read, take, write
from tests.text.edits import pairs, texts

pair = pairs()


def both(pair: tuple[str, str]) -> tuple[Passage, Passage]:
    return read(pair[0]), read(pair[1])


@example(("*é* g", "*é*é )"))
@example(("][)](http://l.org/1) **here**", "p\\) [)](http://l.org/1) **here** a"))
@given(pair)
def test_a_redline_leads_from_the_old_text_to_the_new(pair: tuple[str, str]) -> None:
    old, new = both(pair)
    redline = diff(old, new)
    assert (redline.before, redline.after) == (old, new)
    assert take(old, redline.changes) == new
    assert take(old, ()) == old


@given(texts)
def test_a_text_does_not_differ_from_itself(blocks: list[str]) -> None:
    passage = read("\n\n".join(blocks))
    assert diff(passage, read(write(passage))).changes == ()


@given(pair, st.randoms(use_true_random=False))
def test_any_part_of_the_changes_makes_a_well_formed_text(
    pair: tuple[str, str], chance: st.DrawFn
) -> None:
    old, new = both(pair)
    some = [change for change in diff(old, new).changes if chance.random() < 0.5]  # type: ignore[attr-defined]  # hypothesis types its Random as object
    result = take(old, some)
    assert read(write(result)) == result


@given(pair)
def test_changes_are_disjoint_and_in_order(pair: tuple[str, str]) -> None:
    old, new = both(pair)
    at = 0
    for change in edits(diff(old, new).changes):
        assert at <= change.start <= change.end <= old.size
        assert tuple(old.flat[change.start : change.end]) == change.removed
        assert change.removed != change.inserted
        at = change.end


@given(pair)
def test_moves_are_of_whole_blocks_and_neither_cross_nor_nest(pair: tuple[str, str]) -> None:
    old, new = both(pair)
    edges = {*old.starts, old.size}
    moves = [change for change in diff(old, new).changes if change.kind == "move"]
    for move in moves:
        assert {move.start, move.end, move.to} <= edges
        assert not any(m.start < (move.to or 0) < m.end for m in moves)
    ordered = sorted((move.start, move.end) for move in moves)
    assert all(one[1] <= two[0] for one, two in pairwise(ordered))


@given(pair)
def test_whole_blocks_are_one_change_each(pair: tuple[str, str]) -> None:
    old, new = both(pair)
    for change in edits(diff(old, new).changes):
        tokens = change.inserted or change.removed
        if tokens[0].kind == "break" and not (change.inserted and change.removed):
            assert sum(token.kind == "break" for token in tokens) == 1


@given(pair)
def test_the_same_texts_give_the_same_changes_whatever_was_read_before(
    pair: tuple[str, str],
) -> None:
    first = diff(*both(pair)).changes
    forget()
    assert diff(*both(pair)).changes == first


@example(("o`word` \xad ? `", "`word \xad ?\u1160"))
@given(pair)
def test_reversed_roles_mark_the_same_words_the_other_way(pair: tuple[str, str]) -> None:
    old, new = both(pair)
    there, back = diff(old, new).changes, diff(new, old).changes
    assume(not any(change.kind == "move" for change in (*there, *back)))
    assert sorted(text(c.removed) for c in there) == sorted(text(c.inserted) for c in back)
    assert sorted(text(c.inserted) for c in there) == sorted(text(c.removed) for c in back)


@given(pair)
def test_an_unrelated_paragraph_in_front_moves_no_mark(pair: tuple[str, str]) -> None:
    old, new = both(pair)
    front = "Prologue quite unlike anything that follows here\n\n"
    longer = read(front + write(old)), read(front + write(new))
    assume(longer[0].blocks[1:] == old.blocks and longer[1].blocks[1:] == new.blocks)
    shift = len(longer[0].blocks[0].tokens) + 1
    assert places(diff(*longer).changes, -shift) == places(diff(old, new).changes, 0)


def edits(changes: tuple[Change, ...]) -> list[Change]:
    return [change for change in changes if change.kind != "move"]


def text(tokens: tuple[object, ...]) -> str:
    return "".join(getattr(token, "text", "") for token in tokens)


def places(changes: tuple[Change, ...], shift: int) -> list[tuple[object, ...]]:
    return [
        (c.start + shift, c.end + shift, c.removed, c.inserted, c.to and c.to + shift)
        for c in changes
    ]
