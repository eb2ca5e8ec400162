"""Who is named at words that were taken."""

from __future__ import annotations

import pytest

from drafting.rules.credits import Credit, among, credit_of, named
from drafting.rules.lifecycle import Outcome
from drafting.text import diff, pack, read

BASE = read("One two three.\n\nFour five six.\n\nSeven eight nine.")


@pytest.mark.parametrize(
    ("outcome", "asked", "says"),
    [
        (Outcome.ACCEPTED, True, "Africa, Asia"),
        (Outcome.IN_PART, True, "Africa, Asia"),
        (Outcome.AS_MODIFIED, True, "Africa, Asia"),
        (Outcome.AS_MODIFIED, False, "Moderators, after A12 (Africa, Asia)"),
    ],
)
def test_a_group_is_named_only_at_words_it_asked_for(
    outcome: Outcome, asked: bool, says: str
) -> None:
    assert str(credit_of(outcome, 12, ["Africa", "Asia"], asked=asked)) == says


def test_each_name_stands_once_in_the_order_of_answers() -> None:
    asia, africa = Credit(("Asia",)), Credit(("Africa",))
    assert named([asia, africa, asia]) == ("Asia", "Africa")


@pytest.mark.parametrize(
    ("own", "place"),
    [
        ("1 two three.\n\nFour five six.\n\nSeven eight nine.", 0),
        ("One two three.\n\nFour six.\n\nSeven eight nine.", 1),
        ("One two three.\n\nFour five six.\n\nNew words.\n\nSeven eight nine.", 2),
        ("One two three.\n\nFour five six.\n\nSeven eight nine and ten.", 3),
    ],
)
def test_a_stored_change_is_found_among_those_of_several(own: str, place: int) -> None:
    whole = read(
        "1 two three.\n\nFour six.\n\nNew words.\n\nSeven eight nine and ten.",
    )
    (row,) = pack(diff(BASE, read(own)))
    assert among(diff(BASE, whole), row) == [place]


def test_two_insertions_at_one_place_are_told_apart_by_their_words() -> None:
    (row,) = pack(
        diff(BASE, read("One two three.\n\nAfrica.\n\nFour five six.\n\nSeven eight nine."))
    )
    (other,) = pack(diff(BASE, read("One two three, Asia.\n\nFour five six.\n\nSeven eight nine.")))
    whole = diff(
        BASE, read("One two three, Asia.\n\nAfrica.\n\nFour five six.\n\nSeven eight nine.")
    )
    found = [among(whole, row), among(whole, other)]
    words = [
        ["".join(t.text for t in whole.changes[at].inserted).strip() for at in one] for one in found
    ]
    assert words == [["Africa."], [", Asia"]]
