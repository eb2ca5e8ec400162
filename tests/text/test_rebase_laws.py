"""What holds of carrying any proposal onto any newer text."""

from __future__ import annotations

from hypothesis import example, given

from drafting.text import Passage, diff, read, rebase, take, write
from tests.text.edits import meetings, pairs

meeting = meetings(most=2)


def three(meeting: tuple[str, list[str]]) -> tuple[Passage, Passage, Passage]:
    return read(meeting[0]), read(meeting[1][0]), read(meeting[1][1])


@given(pairs())
def test_onto_its_own_base_all_changes_are_carried(pair: tuple[str, str]) -> None:
    redline = diff(read(pair[0]), read(pair[1]))
    carried = rebase(redline, redline.before)
    assert set(carried.fates) <= {"carried"}
    assert len(carried.fates) == len(redline.changes)
    assert carried.passage == redline.after


@given(pairs())
def test_onto_the_proposal_itself_all_changes_are_fulfilled(pair: tuple[str, str]) -> None:
    redline = diff(read(pair[0]), read(pair[1]))
    carried = rebase(redline, redline.after)
    assert carried.passage == redline.after
    if redline.before != redline.after:
        assert set(carried.fates) <= {"fulfilled"}


@given(meeting)
def test_what_is_carried_makes_the_proposal_on_the_new_base(
    meeting: tuple[str, list[str]],
) -> None:
    base, ours, theirs = three(meeting)
    redline = diff(base, ours)
    carried = rebase(redline, theirs)
    assert len(carried.fates) == len(redline.changes)
    assert carried.redline.before == theirs
    assert carried.redline.after == carried.passage
    assert take(theirs, carried.redline.changes) == carried.passage
    assert read(write(carried.passage)) == carried.passage


MOVE_TO_ANOTHER_DEPTH = (
    "1. 1,000, so act all here now.\n\n1. 1,000, so act all here now.",
    [
        "To 1,000, so act all here now.\n\n1. 1,000, so act all here now.",
        "1. 1,000, so act all here now.\n\n  - ,000, so act all here now.",
    ],
)
"""What one side moves stands one deeper on the other."""
BOLD_OVER_OTHER_WORDS = "should. Go.", ["**should.** Go.", "shall Go."]
EMPHASIS_OVER_A_STOP = (
    "shall. shall shall shall [shall](https://example.org/0).",
    [
        "shall shall shall shall *[shall](https://example.org/0).*",
        "shall. shall shall shall shall",
    ],
)
"""One side gives a look to words that the other replaces, or of which it takes one out."""


@example(MOVE_TO_ANOTHER_DEPTH)
@example(BOLD_OVER_OTHER_WORDS)
@example(EMPHASIS_OVER_A_STOP)
@given(meeting)
def test_each_carried_change_names_the_one_it_was(meeting: tuple[str, list[str]]) -> None:
    base, ours, theirs = three(meeting)
    redline = diff(base, ours)
    carried = rebase(redline, theirs)
    kept = [index for index, fate in enumerate(carried.fates) if fate == "carried"]
    assert list(carried.origins) == kept
    for change, origin in zip(carried.redline.changes, carried.origins, strict=True):
        was = redline.changes[origin]
        assert change.kind == was.kind
        if change.kind == "format":  # it goes with whatever words stand there by now
            assert words(change.inserted) == words(change.removed)
        else:
            assert words(change.inserted) == words(was.inserted)
            assert words(change.removed) == words(was.removed)


@given(meeting)
def test_a_block_put_in_is_always_carried(meeting: tuple[str, list[str]]) -> None:
    base, ours, theirs = three(meeting)
    redline = diff(base, ours)
    for change, fate in zip(redline.changes, rebase(redline, theirs).fates, strict=True):
        if change.kind == "insert" and change.inserted[0].kind == "break":
            assert fate in ("carried", "fulfilled")


MOVE_PAST_NOTHING = (
    "One is here now.\n\nTwo is there then.\n\nThree is all.",
    [
        "Two is there then.\n\nOne is here now.\n\nThree is all.",
        "One is here now.\n\nThree is all.",
    ],
)
"""What one side moves its paragraph past is taken out by the other."""


@example(MOVE_PAST_NOTHING)
@example(("the (\n\norg/1)", ["org/1)\n\nthe (", "the ("]))
@given(meeting)
def test_a_second_step_carries_all_or_finds_it_done(meeting: tuple[str, list[str]]) -> None:
    base, ours, theirs = three(meeting)
    carried = rebase(diff(base, ours), theirs)
    again = rebase(carried.redline, theirs)
    assert again.passage == carried.passage
    assert set(again.fates) <= {"carried"}
    done = rebase(carried.redline, carried.passage)
    assert set(done.fates) <= {"fulfilled"}


def words(tokens: tuple[object, ...]) -> list[str]:
    return [getattr(token, "text", "") for token in tokens]
