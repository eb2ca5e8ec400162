"""What holds of putting any proposals together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.text import Clusters, Redline, cluster, diff, editorial, lay_out, read
from tests.text.edits import meetings

meeting = meetings(most=6)


def redlines(meeting: tuple[str, list[str]]) -> list[Redline]:
    return [diff(read(meeting[0]), read(text)) for text in meeting[1]]


@given(meeting)
def test_every_proposal_is_in_one_group_of_each_kind(meeting: tuple[str, list[str]]) -> None:
    proposals = redlines(meeting)
    found = cluster(proposals)
    for groups in (found.same, found.nearly, found.place):
        assert sorted(k for group in groups for k in group) == list(range(len(proposals)))
        assert list(groups) == sorted(tuple(sorted(group)) for group in groups)


@given(meeting)
def test_each_kind_is_wider_than_the_one_before(meeting: tuple[str, list[str]]) -> None:
    found = cluster(redlines(meeting))
    for narrow, wide in ((found.same, found.nearly), (found.nearly, found.place)):
        assert all(any(set(group) <= set(other) for other in wide) for group in narrow)


@given(meeting, st.data())
def test_another_order_gives_the_same_groups(
    meeting: tuple[str, list[str]], data: st.DataObject
) -> None:
    proposals = redlines(meeting)
    order = data.draw(st.permutations(range(len(proposals))))
    one, two = cluster(proposals), cluster([proposals[k] for k in order])
    assert told(one, range(len(proposals))) == told(two, order)


@given(meeting)
def test_proposals_stand_together_where_they_make_the_same_text_or_meet(
    meeting: tuple[str, list[str]],
) -> None:
    proposals = redlines(meeting)
    found = cluster(proposals)
    for group in found.same:
        assert len({proposals[number].after for number in group}) == 1
    for place in lay_out(read(meeting[0]), proposals).places:
        assert any(set(place.proposals) <= set(group) for group in found.place)
    assert found.language == tuple(k for k, one in enumerate(proposals) if editorial(one))


def test_proposals_on_different_bases_are_never_put_together() -> None:
    one = diff(read("States should act."), read("States must act."))
    two = diff(read("Well, States should act."), read("Well, States must act."))
    assert cluster([one, two]).place == ((0,), (1,))


NEARLY = (
    ("States act.", "States of this world act.", "States of the world act.", True),
    ("States act.", "States act, as an organisation.", "States act, as an organization.", True),
    ("States should act.", "States must act.", "States shall act.", False),
    ("States act.", "States act by 2025.", "States act by 2026.", False),
    ("States act.", "States act well.", "States act badly.", False),
    ("States act.", "States act, not speak.", "States act, speak.", False),
    ("We act here today.", "We act today.", "We today.", True),
    ("We act here today.", "We act today.", "We act here tomorrow.", False),
    ("We met here with friends now in peace.", "We met with friends now in peace.",
     "We met in peace.", False),
    ("We act and they speak.", "We work and they sing.", "We rest and they run.", False),
    ("We [act](/a) here.", "We [act](/b) here.", "We [act](/c) here.", False),
    ("We act here.", "We **act** here.", "We *act* here.", True),
    ("We act here.", "# We act here.", "- We act here.", False),
    ("One here, as a few know.\n\nTwo there, as all know.\n\nSix more words stand here.",
     "Two there, as all know.\n\nSix more words stand here.\n\nOne here, as a few know.",
     "Two there, as all know.\n\nOne here, as a few know.\n\nSix more words stand here.", False),
)  # fmt: skip


@pytest.mark.parametrize(("base", "one", "two", "expected"), NEARLY)
def test_wishes_are_nearly_the_same_where_no_word_of_weight_differs(
    base: str, one: str, two: str, expected: bool
) -> None:
    found = cluster([diff(read(base), read(text)) for text in (one, two)])
    assert (len(found.nearly) == 1) == expected


def told(found: Clusters, order: range | list[int]) -> list[object]:
    kinds = (found.same, found.nearly, found.place, (found.language,))
    return [{frozenset(order[k] for k in group) for group in groups} for groups in kinds]
