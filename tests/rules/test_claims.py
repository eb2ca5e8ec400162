"""The claim *language only*: preset for small things, shown for what it is when it is not true."""

from __future__ import annotations

import pytest

from drafting.rules.claims import Touched, may_be_editorial, touched


def change(before: str, after: str, kind: str = "replace") -> dict[str, object]:
    return {"kind": kind, "before": before, "after": after}


@pytest.mark.parametrize(
    ("before", "after"),
    [("goverments", "governments"), ("-", "–"), ("colour", "color"), ("", ","), ("The", "the")],
)
def test_spelling_and_stops_are_language_only(before: str, after: str) -> None:
    assert may_be_editorial([change(before, after)])


@pytest.mark.parametrize("kind", ["format", "split", "join"])
def test_the_look_alone_is_language_only(kind: str) -> None:
    assert may_be_editorial([change("", "", kind)])


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("should", "must", Touched.FORCE),
        ("", "not", Touched.NEGATION),
        ("can", "can’t", Touched.NEGATION),
        ("2015", "2016", Touched.NUMBER),
        ("in Asia", "in Asian", Touched.NAME),
        ("rights", "“rights”", Touched.QUOTATION),
    ],
)
def test_words_of_weight_are_shown_as_such(before: str, after: str, what: Touched) -> None:
    assert what in touched([change(before, after)])
    assert not may_be_editorial([change(before, after)])


def test_other_words_are_no_matter_of_language() -> None:
    assert not may_be_editorial([change("people", "women and men")])


def test_one_change_of_meaning_among_many_is_enough() -> None:
    assert not may_be_editorial([change("goverments", "governments"), change("may", "must")])


def test_a_move_touches_no_words_and_is_not_language_only() -> None:
    assert not touched([change("States must act.", "", "move")])
    assert not may_be_editorial([change("States must act.", "", "move")])


def test_nothing_changed_claims_nothing() -> None:
    assert not may_be_editorial([])
