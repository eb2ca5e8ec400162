"""A block that is drawn alone keeps the number that it has in the whole."""

from __future__ import annotations

import pytest

from drafting.text import alone, item_numbers, read

LISTS = [
    "1. one\n2. two\n3. three",
    "7. seven\n8. eight",
    "Before\n\n1. one\n   1. inner\n   2. second inner\n2. two\n\nAfter\n\n- dot\n- dot",
    "1. one\n\n   goes on\n2. two",
]


@pytest.mark.parametrize("markdown", LISTS)
def test_each_item_alone_keeps_its_number(markdown: str) -> None:
    passage = read(markdown)
    for at, number in enumerate(item_numbers(passage)):
        shown = alone(passage, at)
        assert shown.blocks[0].text == passage.blocks[at].text
        assert item_numbers(shown) == (number,)
