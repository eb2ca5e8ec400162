"""Marks of groups."""

from __future__ import annotations

import pytest

from drafting.errors import BadInput
from drafting.rules.marks import NOT_OURS, next_colour, read_mark


@pytest.mark.parametrize(
    ("typed", "mark"),
    [("asia", "ASIA"), (" Mena ", "MENA"), ("বাংলা", "বাংলা"), ("САГ", "САГ"), ("عربية", "عربية")],
)
def test_a_mark_is_two_to_five_letters_of_any_script(typed: str, mark: str) -> None:
    assert read_mark(typed) == mark


@pytest.mark.parametrize(
    "typed", ["", "A", "ABCDEF", "A1", "A B", "A-B", "🙂🙂", *sorted(NOT_OURS)]
)
def test_what_is_no_mark_is_refused_at_its_field(typed: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read_mark(typed.lower())
    assert refusal.value.field == "mark"


def test_colours_come_round_after_twelve() -> None:
    assert [next_colour(groups) for groups in (0, 11, 12)] == [0, 11, 0]
