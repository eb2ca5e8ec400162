"""What each paragraph is called after a change."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given

from drafting.text import Keys, Passage, diff, keys, read
from tests.text.corpora import corpus
from tests.text.strategies import pairs


def named(old: Passage, new: Passage) -> Keys:
    """Name the blocks of `new` after those of `old`, which are called a, b, c …"""
    letters = [chr(ord("a") + place) for place in range(len(old.blocks))]
    return keys(letters, diff(old, new), (f"new{number}" for number in count(1)))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("One thing here.\n\nTwo things here.", "One thing there.\n\nTwo things here.", "a b"),
        ("One thing here.\n\nTwo things here.", "Two things here.\n\nOne thing here.", "b a"),
        ("One thing here.", "Zero stands before.\n\nOne thing here.", "new1 a"),
        ("One thing here.\n\nTwo things here.", "Two things here.", "b"),
        ("Alpha beta gamma. Delta epsilon.", "Alpha beta gamma.\n\nDelta epsilon.", "a new1"),
        ("# Title of it\n\nText.", "## Title of it\n\nText.", "a b"),
        ("- first item\n- second item", "- first item\n- new one\n- second item", "a new1 b"),
        ("Entirely other words.", "Nothing stays alike at all!", "a"),
        ("", "New.", "new1"),
        ("Gone.", "", ""),
    ],
)
def test_a_paragraph_keeps_its_key(before: str, after: str, expected: str) -> None:
    assert " ".join(named(read(before), read(after)).keys) == expected


def test_a_join_keeps_the_first_key_and_makes_the_second_an_alias() -> None:
    before = read("Alpha beta gamma delta.\n\nEpsilon zeta eta theta.\n\nEnd.")
    after = read("Alpha beta gamma delta. Epsilon zeta eta theta.\n\nEnd.")
    assert named(before, after) == Keys(("a", "c"), {"b": "a"})


def test_a_restored_paragraph_gets_its_key_back() -> None:
    before, after = read("One thing."), read("One thing.\n\nTwo things that were gone.")
    former = {after.blocks[1]: "z"}
    assert keys(["a"], diff(before, after), iter(()), former).keys == ("a", "z")


def test_a_key_that_is_in_use_is_not_given_back() -> None:
    before, after = read("One thing."), read("One thing.\n\nTwo things.\n\nTwo things.")
    former = {after.blocks[1]: "z"}
    assert keys(["a"], diff(before, after), iter(["n"]), former).keys == ("a", "z", "n")


def test_there_must_be_a_key_for_each_block() -> None:
    redline = diff(read("One.\n\nTwo."), read("One."))
    with pytest.raises(ValueError, match="one key for each block"):
        keys(["a"], redline, iter(()))


@given(pairs())
def test_keys_are_unique_and_only_new_ones_are_drawn(pair: tuple[Passage, Passage]) -> None:
    old, new = pair
    found = named(old, new)
    assert len(set(found.keys)) == len(found.keys) == len(new.blocks)
    assert not set(found.aliases) & set(found.keys)
    assert set(found.aliases.values()) <= set(found.keys)


def test_keys_of_real_texts_are_unique() -> None:
    for row in corpus("revisions"):
        old, new = read(row["old"]), read(row["new"])
        found = named(old, new)
        assert len(set(found.keys)) == len(new.blocks)
