"""The finder's core, on sequences of any kind."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

from drafting.text.changes import runs
from drafting.text.changes.runs import common_runs, encoded, heaviest_chain, longest_chain

letters = st.text("abcd", max_size=40)


@given(letters, letters)
def test_runs_make_a_longest_common_subsequence(one: str, two: str) -> None:
    found = common_runs(one, two)
    assert sum(size for _, _, size in found) == LCSseq.similarity(one, two)
    for i, j, size in found:
        assert one[i : i + size] == two[j : j + size]
    for (i, j, size), (next_i, next_j, _) in pairwise(found):
        assert i + size <= next_i
        assert j + size <= next_j


@given(letters, letters)
def test_sequences_that_are_coded_first_share_as_much(one: str, two: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "SMALL", 0)
        found = common_runs(one, two)
        assert common_runs(two, one) == [(j, i, size) for i, j, size in found]
    assert sum(size for _, _, size in found) == LCSseq.similarity(one, two)


@given(letters, letters)
def test_runs_of_exchanged_sequences_are_the_same_the_other_way_round(one: str, two: str) -> None:
    assert common_runs(two, one) == [(j, i, size) for i, j, size in common_runs(one, two)]


@given(letters, letters)
def test_a_stretch_too_long_for_one_table_is_cut(one: str, two: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "SMALL", 0)
        patch.setattr(runs, "TABLE", 20)
        found = common_runs(one, two)
    for i, j, size in found:
        assert one[i : i + size] == two[j : j + size]
    for (i, j, size), (next_i, next_j, _) in pairwise(found):
        assert i + size <= next_i
        assert j + size <= next_j


def test_a_long_text_with_few_edits_keeps_all_other_words() -> None:
    chance = random.Random(1)
    one = [f"w{chance.randrange(900)}" for _ in range(20_000)]
    two = [word if chance.random() > 0.02 else "new" for word in one]
    kept = sum(size for _, _, size in common_runs(one, two))
    assert kept >= sum(a == b for a, b in zip(one, two, strict=True))


def test_units_of_one_side_alone_never_match() -> None:
    one, two = encoded(["a", "b", "c"], ["x", "b", "y"])
    assert one[1] == two[1]
    assert set(one[0] + one[2]).isdisjoint(two[0] + two[2])


pairs = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30)),
    unique_by=(lambda pair: pair[0], lambda pair: pair[1]),
).map(sorted)


@given(pairs)
def test_a_longest_chain_is_as_heavy_as_one_of_equal_weights(pairs: list[tuple[int, int]]) -> None:
    chain = heaviest_chain([(i, j, 1) for i, j in pairs])
    assert len(chain) == len(longest_chain(pairs))
    assert all(one[0] < two[0] and one[1] < two[1] for one, two in pairwise(chain))


def test_a_heavy_pair_outweighs_several_light_ones() -> None:
    assert heaviest_chain([(0, 2, 1), (1, 3, 1), (2, 0, 9)]) == [(2, 0)]
