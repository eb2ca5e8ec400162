"""The claim *language only*: preset for small things, shown for what it is when it is not true."""

from __future__ import annotations

import pytest

from drafting.rules.claims import Touched, may_be_editorial, touched
from drafting.text import Redline, diff, read


def asked(before: str, after: str) -> Redline:
    return diff(read(before), read(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The goverments act.", "The governments act."),
        ("From 2020 - 2022.", "From 2020 – 2022."),
        ("A colour here.", "A color here."),
        ("Here then we act.", "Here, then, we act."),
        ("The end.", "the end."),
    ],
)
def test_spelling_and_stops_are_language_only(before: str, after: str) -> None:
    assert may_be_editorial([asked(before, after)])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("We act now.", "We **act** now."),
        ("We act now. They rest.", "We act now.\n\nThey rest."),
        ("We act now.\n\nThey rest.", "We act now. They rest."),
    ],
)
def test_the_look_alone_is_language_only(before: str, after: str) -> None:
    assert may_be_editorial([asked(before, after)])


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("They should act.", "They must act.", Touched.FORCE),
        ("They act.", "They do not act.", Touched.NEGATION),
        ("They can act.", "They can’t act.", Touched.NEGATION),
        ("Until 2015.", "Until 2016.", Touched.NUMBER),
        ("Work in Asia.", "Work in Asian.", Touched.NAME),
        ("Their rights.", "Their “rights”.", Touched.QUOTATION),
        ("各国应当保护移民。", "各国必须保护移民。", Touched.FORCE),
        ("L’État est là.", "L’État n’est pas là.", Touched.NEGATION),
    ],
)
def test_words_of_weight_are_shown_as_such(before: str, after: str, what: Touched) -> None:
    assert what in touched([asked(before, after)])
    assert not may_be_editorial([asked(before, after)])


def test_other_words_are_no_matter_of_language() -> None:
    assert not may_be_editorial([asked("The people act.", "The women and men act.")])


def test_one_change_of_meaning_among_many_is_enough() -> None:
    spelling, force = (
        asked("The goverments act.", "The governments act."),
        asked("A may.", "A must."),
    )
    assert may_be_editorial([spelling])
    assert not may_be_editorial([spelling, force])


def test_a_move_touches_no_words_and_is_not_language_only() -> None:
    one, two = "The first paragraph shall speak of routes.", "A second one asks for decent work."
    moved = asked(f"{one}\n\n{two}", f"{two}\n\n{one}")
    assert not touched([moved])
    assert not may_be_editorial([moved])


def test_nothing_changed_claims_nothing() -> None:
    assert not may_be_editorial([])
    assert not may_be_editorial([asked("Same.", "Same.")])
