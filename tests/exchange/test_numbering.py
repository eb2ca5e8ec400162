"""The numbers that pages and files show are those of the text core."""

from __future__ import annotations

from hypothesis import given

from drafting.exchange.numbering import item_labels
from drafting.text import item_numbers, read
from tests.text.edits import pairs


def test_numbers_bullets_and_nothing_stand_in_front_of_blocks() -> None:
    passage = read("Words\n\n(h) eight\n\n(i) nine\n\n- bullet\n\n  goes on\n\n5. five\n\n6. six")
    assert item_labels(passage) == ("", "(h)", "(i)", "•", "", "5.", "6.")


@given(pairs())
def test_no_number_is_other_than_the_text_cores(texts: tuple[str, str]) -> None:
    for passage in map(read, texts):
        shown = [label if label != "•" else "" for label in item_labels(passage)]
        assert tuple(shown) == item_numbers(passage)
