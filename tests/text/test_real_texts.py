"""What the core makes of texts that people really revised and really merged."""

from __future__ import annotations

from collections import Counter

import pytest

from drafting.text import diff, merge, read, rebase, take
from tests.text.corpora import corpus


def test_every_real_revision_is_made_again_from_its_changes() -> None:
    for row in corpus("revisions"):
        old, new = read(row["old"]), read(row["new"])
        changes = diff(old, new).changes
        assert take(old, changes) == new
        assert take(new, diff(new, old).changes) == old


def test_every_real_revision_is_fulfilled_once_it_stands() -> None:
    for row in corpus("revisions"):
        redline = diff(read(row["old"]), read(row["new"]))
        assert set(rebase(redline, redline.after).fates) <= {"fulfilled"}


@pytest.fixture(scope="module")
def merges() -> Counter[tuple[bool, str]]:
    """How real merges come out: whether one was possible, and what became of it."""
    found: Counter[tuple[bool, str]] = Counter()
    for row in corpus("merges"):
        base, ours, theirs = (read(row[name]) for name in ("base", "ours", "theirs"))
        merged = merge(base, [ours, theirs])
        right = merged.passage == read(row["resolved"])
        outcome = "in conflict" if merged.conflicts else "right" if right else "different"
        found[row["resolution"] in ("git", "merged"), outcome] += 1
    return found


def test_merges_that_words_allow_come_out_as_people_made_them(
    merges: Counter[tuple[bool, str]],
) -> None:
    assert merges[True, "right"] >= 165
    assert merges[True, "different"] == 0


def test_merges_that_people_chose_otherwise_are_seldom_claimed_clean(
    merges: Counter[tuple[bool, str]],
) -> None:
    assert merges[False, "right"] >= 108
    assert merges[False, "different"] <= 72


def test_the_order_of_the_sides_changes_no_real_merge() -> None:
    for row in corpus("merges"):
        base, ours, theirs = (read(row[name]) for name in ("base", "ours", "theirs"))
        one, two = merge(base, [ours, theirs]), merge(base, [theirs, ours])
        assert one.passage == two.passage
        assert len(one.conflicts) == len(two.conflicts)
