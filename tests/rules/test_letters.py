"""Letters of single changes: in order, kept by equal changes, never given again."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from drafting.rules.letters import give_letters


def change(before: str, after: str, start: int = 0) -> dict[str, Any]:
    return {"kind": "replace", "start": start, "before": before, "after": after}


def letters(packed: list[list[dict[str, Any]]]) -> list[list[str]]:
    return [[one["letter"] for one in part] for part in packed]


def test_letters_count_on_over_the_parts() -> None:
    first, second = [change("a", "b"), change("c", "d")], [change("e", "f")]
    assert letters(give_letters([("x", first), ("y", second)])) == [["a", "b"], ["c"]]


def test_an_equal_change_keeps_its_letter_wherever_it_has_moved() -> None:
    earlier = give_letters([("x", [change("a", "b"), change("c", "d", 9)])])
    now = [change("new", "words"), change("c", "d", 40)]
    assert letters(give_letters([("x", now)], [("x", earlier[0])])) == [["c", "b"]]


def test_a_letter_of_an_earlier_revision_is_never_given_to_other_words() -> None:
    first = give_letters([("x", [change("a", "b")])])[0]
    second = give_letters([("x", [change("c", "d")])], [("x", first)])[0]
    third = give_letters([("x", [change("a", "b")])], [("x", first), ("x", second)])
    assert letters([second]) == [["b"]]
    assert letters(third) == [["a"]]


words = st.sampled_from(["must", "shall", "will"])
revision = st.lists(st.builds(change, words, words), max_size=5)


@given(st.lists(revision, min_size=1, max_size=4))
def test_letters_are_unique_in_each_revision_and_mean_one_thing(
    revisions: list[list[dict[str, Any]]],
) -> None:
    earlier: list[tuple[object, list[dict[str, Any]]]] = []
    meaning: dict[str, tuple[str, str]] = {}
    for asked in revisions:
        now = give_letters([("x", asked)], earlier)[0]
        signs = [one["letter"] for one in now]
        assert len(set(signs)) == len(signs)
        for one in now:
            said = (one["before"], one["after"])
            assert meaning.setdefault(one["letter"], said) == said
        earlier.append(("x", now))
