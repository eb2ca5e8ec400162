"""What the database keeps of a redline."""

from __future__ import annotations

import json

from hypothesis import given

from drafting.text import Passage, diff, pack, place, read, unpack, write
from tests.text.corpora import corpus
from tests.text.strategies import pairs


@given(pairs())
def test_a_stored_redline_comes_back(pair: tuple[Passage, Passage]) -> None:
    redline = diff(*pair)
    stored = json.loads(json.dumps(pack(redline)))
    assert unpack(*pair, stored) == redline
    old, new = (read(write(passage)) for passage in pair)
    assert unpack(old, new, stored) == redline


def test_real_redlines_come_back() -> None:
    for row in corpus("revisions"):
        redline = diff(read(row["old"]), read(row["new"]))
        assert unpack(redline.before, redline.after, pack(redline)) == redline


def test_a_change_says_its_words_and_their_places() -> None:
    before, after = read("We **shall** act."), read("We **should** act.")
    [change] = pack(diff(before, after))
    assert change == {
        "kind": "replace",
        "start": 5,
        "end": 12,
        "after_start": 5,
        "after_end": 13,
        "before": "shall",
        "after": "should",
    }


def test_a_stored_change_is_made_again_from_the_two_texts() -> None:
    redline = diff(read("We **shall** act."), read("We **should** act."))
    assert unpack(redline.before, redline.after, pack(redline)) == redline


def test_a_move_says_where_it_goes() -> None:
    one, two, three = (f"Paragraph {name} with words of its own." for name in ("A", "B", "C"))
    before, after = read(f"{one}\n\n{two}\n\n{three}"), read(f"{three}\n\n{one}\n\n{two}")
    redline = diff(before, after)
    [change] = pack(redline)
    assert change["kind"] == "move"
    assert change["to"] in {place(before, start) for start in (*before.starts, before.size)}
    assert unpack(before, after, [change]) == redline


def test_a_first_block_without_opening_characters_begins_before_the_text() -> None:
    passage = read("Words.\n\n- item")
    assert [place(passage, offset) for offset in range(passage.size + 1)] == [-1, 0, 5, 8, 10, 14]


def test_lines_after_a_hard_break_have_their_place_behind_the_indent() -> None:
    passage = read("- one\\\n  two")
    assert write(passage) == "- one\\\n  two"
    assert [place(passage, offset) for offset in range(1, 4)] == [2, 5, 9]
