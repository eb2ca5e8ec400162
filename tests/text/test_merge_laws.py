"""What holds of merging any proposals on any text."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from drafting.text import Passage, diff, merge, read, write
from tests.text.edits import meetings, pairs

meeting = meetings()


def all_of(meeting: tuple[str, list[str]]) -> tuple[Passage, list[Passage]]:
    return read(meeting[0]), [read(text) for text in meeting[1]]


@given(pairs())
def test_one_proposal_is_taken_as_it_is(pair: tuple[str, str]) -> None:
    base, proposal = read(pair[0]), read(pair[1])
    for proposals in ([proposal], [proposal, proposal], [proposal, base], [base, proposal]):
        merged = merge(base, proposals)
        assert merged.passage == proposal
        assert merged.conflicts == ()
    assert merge(base, []).passage == base


@given(meeting, st.data())
def test_the_order_of_proposals_does_not_matter(
    meeting: tuple[str, list[str]], data: st.DataObject
) -> None:
    base, proposals = all_of(meeting)
    other = data.draw(st.permutations(proposals))
    one, two = merge(base, proposals), merge(base, other)
    assert one.passage == two.passage
    assert places(one.conflicts) == places(two.conflicts)


@example(("**`x state y`**", [",state `", "_``t`state`_"]))
@example(("see – here now", ["see —here now", "see –there now"]))
@given(meeting)
def test_a_merged_text_is_well_formed(meeting: tuple[str, list[str]]) -> None:
    base, proposals = all_of(meeting)
    result = merge(base, proposals).passage
    assert read(write(result)) == result


@given(meeting)
def test_a_proposal_sent_twice_changes_nothing(meeting: tuple[str, list[str]]) -> None:
    base, proposals = all_of(meeting)
    one, two = merge(base, proposals), merge(base, [*proposals, proposals[0]])
    assert one.passage == two.passage
    assert places(one.conflicts) == places(two.conflicts)


@given(meeting)
def test_in_a_conflict_the_words_of_the_base_stand(meeting: tuple[str, list[str]]) -> None:
    base, proposals = all_of(meeting)
    for conflict in merge(base, proposals).conflicts:
        assert base.flat[conflict.start : conflict.end] == conflict.base
        assert conflict.sides
        assert {n for side in conflict.sides for n in side.proposals} <= set(range(len(proposals)))


@given(meeting)
def test_a_clean_merge_holds_words_of_the_base_and_the_proposals_alone(
    meeting: tuple[str, list[str]],
) -> None:
    base, proposals = all_of(meeting)
    merged = merge(base, proposals)
    known = {token.text for passage in (base, *proposals) for token in passage.flat}
    found = {token.text for token in merged.passage.flat if token.kind == "word"}
    new = found - known
    assert not new or any("".join(w) in write(merged.passage) for w in new)


@given(pairs(), pairs())
def test_proposals_in_different_blocks_all_go_in(
    one: tuple[str, str], two: tuple[str, str]
) -> None:
    wall = "\n\nA wall of words between the two parts of this text, never changed by anyone.\n\n"
    base = read(one[0] + wall + two[0])
    left, right = read(one[1] + wall + two[0]), read(one[0] + wall + two[1])
    merged = merge(base, [left, right])
    assert merged.conflicts == () or any(
        change.kind == "move" for side in (left, right) for change in diff(base, side).changes
    )


def places(conflicts: tuple[object, ...]) -> list[tuple[object, ...]]:
    return [(c.start, c.end, {side.tokens for side in c.sides}) for c in conflicts]  # type: ignore[attr-defined]  # a conflict, whose type the public face does not name
