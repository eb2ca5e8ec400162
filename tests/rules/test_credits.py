"""Who is named at words that were taken."""

from __future__ import annotations

from itertools import pairwise

from drafting.rules.credits import Credit, named_between, said
from drafting.text import Attribution, Step, attribute, diff, read

FIRST = "One two three.\n\nFour five six.\n\nSeven eight nine."
DRAFTS = (
    (FIRST, ""),
    ("One two 3.\n\nFour five six.\n\nSeven eight nine.", "Asia"),
    ("One two 3.\n\nFour five six.\n\nSeven eight.", "Africa"),
    ("One two 3, a lot.\n\nFour five six.\n\nSeven eight.", "Europe"),
)


def told(*drafts: tuple[str, str]) -> Attribution:
    """Say whose words these drafts hold, each with the group that asked for it."""
    steps = [
        Step((group,), diff(read(old), read(new)).changes)
        for (old, _before), (new, group) in pairwise(drafts)
    ]
    return attribute(read(drafts[0][0]), steps)


def names_in(found: Attribution) -> list[tuple[str, ...]]:
    """Return who is named at each block."""
    edges = [*found.passage.starts, len(found.passage.flat)]
    return [named_between(found, low, high) for low, high in pairwise(edges)]


def test_moderators_are_named_after_the_change_that_they_answered() -> None:
    credit = Credit(("Africa", "Asia"), 12)
    assert credit.moderators == ("Moderators, after A12 (Africa, Asia)",)
    assert Credit().moderators == ()
    names = ("Asia", *credit.moderators)
    assert said(names, "%(label)s: %(group)s!") == ("Asia", "A12: Africa, Asia!")
    assert said(names) == names


def test_a_paragraph_names_who_wrote_words_of_it_and_who_took_some_out() -> None:
    assert names_in(told(*DRAFTS)) == [("Asia", "Europe"), (), ("Africa",)]


def test_a_paragraph_names_nobody_for_its_neighbours_that_went_out() -> None:
    found = told((FIRST, ""), ("One two three.\n\nSeven eight nine.", "Asia"))
    assert names_in(found) == [(), ()]
    found = told((FIRST, ""), ("One two three.\n\nFour five six.", "Asia"))
    assert names_in(found) == [(), ()]


def test_words_that_came_and_went_name_nobody() -> None:
    found = told(*DRAFTS, DRAFTS[2])
    assert names_in(found) == [("Asia",), (), ("Africa",)]


def test_a_paragraph_names_who_moved_it_and_who_marked_words_of_it() -> None:
    moved = "Four five six.\n\nSeven eight nine.\n\nOne two three."
    found = told((FIRST, ""), (moved, "Asia"), (moved.replace("two", "**two**"), "Africa"))
    assert names_in(found) == [(), (), ("Asia", "Africa")]
    assert names_in(told((FIRST, ""), (moved, "Asia"), (FIRST, "Africa"))) == [(), (), ()]
