"""Numbers of paragraphs hold still between two published drafts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafting.rules.numbering import Number, Shape, former, hold, number, rank
from drafting.rules.orders import moved_between


def labels(numbers: list[Number]) -> list[str]:
    return [f"{one.label} (taken out)" if one.taken_out else one.label for one in numbers]


def shapes(*keys: str) -> list[Shape]:
    """Read `a` as a paragraph, `a-` as an item, `a--` as an item in it, `#a` as a heading.

    `|` begins a section.
    """
    return [
        Shape(key.strip("#-|"), key.count("-"), not key.startswith("#"), begins=key[0] == "|")
        for key in keys
    ]


def test_paragraphs_count_from_one_and_headings_have_no_number() -> None:
    assert labels(number(shapes("#h", "a", "b"))) == ["", "1", "2"]


def test_a_list_has_one_number_and_its_items_count_inside_it() -> None:
    numbered = number(shapes("a", "b-", "c-", "d--", "e--", "f-", "g"))
    assert labels(numbered) == ["1", "2.1", "2.2", "2.2.1", "2.2.2", "2.3", "3"]


def test_a_list_in_a_new_section_has_a_number_of_its_own() -> None:
    assert labels(number(shapes("a-", "b-", "|c-", "d-"))) == ["1.1", "1.2", "2.1", "2.2"]
    before = number(shapes("a-", "|c-"))
    assert labels(hold(before, shapes("a-", "|n-", "c-"))) == ["1.1", "1 bis.1", "2.1"]


def test_a_list_that_begins_deep_has_numbers_all_the_same() -> None:
    assert labels(number(shapes("a--", "b-"))) == ["1.1.1", "1.2"]


def test_new_paragraphs_after_ten_are_bis_ter_quater_and_then_ten_slash_five() -> None:
    before = [Number("a", "10"), Number("b", "11")]
    after = hold(before, shapes("a", "n", "o", "p", "q", "b"))
    assert labels(after) == ["10", "10 bis", "10 ter", "10 quater", "10/5", "11"]


def test_a_new_paragraph_before_the_first_is_zero_bis() -> None:
    assert labels(hold([Number("a", "1")], shapes("n", "a"))) == ["0 bis", "1"]


def test_a_moved_paragraph_keeps_its_number() -> None:
    before = number(shapes("a", "b", "c"))
    assert labels(hold(before, shapes("c", "a", "b"))) == ["3", "1", "2"]


def test_a_dropped_paragraph_leaves_its_number_behind() -> None:
    before = number(shapes("a", "b", "c"))
    assert labels(hold(before, shapes("a", "c"))) == ["1", "2 (taken out)", "3"]


def test_new_items_stand_after_the_item_before_them() -> None:
    before = number(shapes("a", "b-", "c-", "d"))
    after = hold(before, shapes("a", "b-", "n-", "c-", "o-", "d"))
    assert labels(after) == ["1", "2.1", "2.1 bis", "2.2", "2.2 bis", "3"]


def test_a_new_list_counts_its_items_under_a_new_number() -> None:
    after = hold(number(shapes("a", "b")), shapes("a", "n-", "o-", "p--", "b"))
    assert labels(after) == ["1", "1 bis.1", "1 bis.2", "1 bis.2.1", "2"]


def test_a_new_paragraph_after_a_list_follows_the_list() -> None:
    after = hold(number(shapes("a", "b-", "c")), shapes("a", "b-", "n", "c"))
    assert labels(after) == ["1", "2.1", "2 bis", "3"]


def test_a_number_that_changed_says_what_it_was() -> None:
    assert former({"a": "1", "b": "3", "n": "2"}, {"a": "1", "b": "2"}) == {"b": "2"}


@given(st.lists(st.sampled_from("abcdefgh"), unique=True), st.permutations("abcdefgh"), st.data())
def test_numbers_stand_in_order_but_for_what_moved(
    dropped: list[str], order: list[str], data: st.DataObject
) -> None:
    before = number(shapes(*"abcdefgh"))
    after = [key for key in order if key not in dropped]
    for new in "wxyz":
        after.insert(data.draw(st.integers(0, len(after))), new)
    found = hold(before, shapes(*after))
    assert [one.key for one in found if not one.taken_out] == after
    assert sorted(one.key for one in found if one.taken_out) == sorted(dropped)
    moved = moved_between("abcdefgh", after)
    led = [one for one in found if one.key not in moved and one.key not in "wxyz"]
    assert [rank(one.label) for one in led] == sorted(rank(one.label) for one in led)


@given(st.sets(st.sampled_from("abcdefgh")), st.data())
def test_without_moves_all_numbers_stand_in_order(dropped: set[str], data: st.DataObject) -> None:
    after = [key for key in "abcdefgh" if key not in dropped]
    for new in "wxyz":
        after.insert(data.draw(st.integers(0, len(after))), new)
    found = hold(number(shapes(*"abcdefgh")), shapes(*after))
    ranks = [rank(one.label) for one in found]
    assert ranks == sorted(ranks)
