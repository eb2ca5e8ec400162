"""What holds of laying out any wishes on any text."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.text import (
    Block,
    Change,
    Compilation,
    Option,
    Passage,
    Place,
    Redline,
    diff,
    lay_out,
    merge,
    read,
    take,
    write,
)
from drafting.text.changes.redline import opens_block
from drafting.text.meetings.meeting import Ground
from tests.text.edits import meetings
from tests.text.strategies import families

Family = tuple[Passage, list[Passage]]


def all_read(meeting: tuple[str, list[str]]) -> Family:
    return read(meeting[0]), [read(text) for text in meeting[1]]


family = st.one_of(meetings(most=6).map(all_read), families())


@given(family)
def test_every_change_of_every_proposal_is_an_option_once(family: Family) -> None:
    base, proposals = family
    options = options_of(lay_out(base, proposals))
    for number, proposal in enumerate(proposals):
        asked = Counter(option.change for option in options if number in option.proposals)
        assert asked == Counter(diff(base, proposal).changes)


@given(family)
def test_equal_changes_are_one_option(family: Family) -> None:
    base, proposals = family
    options = options_of(lay_out(base, [*proposals, *proposals]))
    assert all(len(set(option.proposals)) == len(option.proposals) > 1 for option in options)
    assert len(options) == len(options_of(lay_out(base, proposals)))


@given(family)
def test_places_are_the_connected_groups_of_changes_that_meet(family: Family) -> None:
    base, proposals = family
    found = lay_out(base, proposals)
    groups = [{option.change for option in place.options} for place in found.places]
    for one, two in combinations(groups, 2):
        assert not any(meet(base, a, b) for a in one for b in two)
    for group in groups:
        assert connected(base, group) == group


@given(family)
def test_a_place_holds_the_ranges_of_its_options(family: Family) -> None:
    base, proposals = family
    places = lay_out(base, proposals).places
    assert list(places) == sorted(places, key=lambda one: (one.start, one.end))
    for place in places:
        assert place.base == base.flat[place.start : place.end]
        assert [option.number for option in place.options] == list(range(len(place.options)))
        for option in place.options:
            assert place.start <= option.change.start <= option.change.end <= place.end
        assert place.proposals == tuple(sorted({n for o in place.options for n in o.proposals}))


@given(family)
def test_options_that_share_a_token_exclude_each_other(family: Family) -> None:
    for one, two in pairs_of(lay_out(*family)):
        rivals = two.number in one.excludes
        assert rivals == (one.number in two.excludes)
        together = set(one.proposals) & set(two.proposals)
        assert not (rivals and together)
        if shares(one.change, two.change) and not together:
            assert rivals or "move" in (one.change.kind, two.change.kind)


@given(family)
def test_an_option_excludes_all_that_cannot_be_made_beside_it(family: Family) -> None:
    base, proposals = family
    for place in lay_out(base, proposals).places:
        for one in place.options:
            others = (two for two in place.options if set(one.proposals).isdisjoint(two.proposals))
            rivals = tuple(two.number for two in others if rival(base, one.change, two.change))
            assert one.excludes == rivals


@given(family)
def test_options_that_do_not_exclude_each_other_can_be_taken_together(family: Family) -> None:
    base, proposals = family
    for place in lay_out(base, proposals).places:
        chosen: list[Option] = []
        for option in place.options:
            if not any(option.number in other.excludes for other in chosen):
                chosen.append(option)
        taken = take(base, [option.change for option in chosen])
        assert read(write(taken)) == taken


@given(family)
def test_a_part_lies_inside_the_option_it_is_part_of(family: Family) -> None:
    for one, two in pairs_of(lay_out(*family)):
        if two.number in one.parts:
            assert one.change.start <= two.change.start <= two.change.end <= one.change.end
            assert one.number not in two.parts


@given(family)
def test_where_proposals_are_in_conflict_some_options_exclude_each_other(family: Family) -> None:
    base, proposals = family
    if merge(base, proposals).conflicts:
        places = lay_out(base, proposals).places
        assert any(len(place.proposals) > 1 for place in places)


@given(family, st.data())
def test_the_order_of_proposals_changes_their_numbers_alone(
    family: Family, data: st.DataObject
) -> None:
    base, proposals = family
    order = data.draw(st.permutations(range(len(proposals))))
    one, two = lay_out(base, proposals), lay_out(base, [proposals[k] for k in order])
    assert told(one, range(len(proposals))) == told(two, order)


@given(family)
def test_an_unrelated_paragraph_in_front_moves_no_place(family: Family) -> None:
    base, proposals = family
    front = read("Nothing of this was ever changed by anybody.").blocks
    moved = lay_out(before(front, base), [before(front, one) for one in proposals])
    size = Passage(front).size
    found = lay_out(base, proposals)
    if all(normal_after(front, text) for text in (base, *proposals)):
        assert [(p.start + size, p.end + size, len(p.options)) for p in found.places] == [
            (p.start, p.end, len(p.options)) for p in moved.places
        ]


@given(family)
def test_redlines_are_laid_out_as_they_stand(family: Family) -> None:
    base, proposals = family
    assert lay_out(base, [diff(base, one) for one in proposals]) == lay_out(base, proposals)


def test_a_redline_on_another_base_is_refused() -> None:
    other = read("Other words.")
    with pytest.raises(ValueError, match="another base"):
        lay_out(read("Words."), [Redline(other, other, ())])


def options_of(found: Compilation) -> list[Option]:
    return [option for place in found.places for option in place.options]


def pairs_of(found: Compilation) -> list[tuple[Option, Option]]:
    return [pair for place in found.places for pair in combinations(place.options, 2)]


def shares(one: Change, two: Change) -> bool:
    return one.start < two.end and two.start < one.end


def rival(base: Passage, one: Change, two: Change) -> bool:
    if "move" in (one.kind, two.kind):
        return Ground(base).touch(one, two)
    arrive = one.start == two.start and opens_block(one) and opens_block(two)
    return arrive or shares(one, two) or Ground(base).clash(one, two)


def meet(base: Passage, one: Change, two: Change) -> bool:
    return shares(one, two) or Ground(base).touch(one, two)


def connected(base: Passage, group: set[Change]) -> set[Change]:
    """What is reached from any one change of a group by changes that meet."""
    waiting = [min(group, key=repr)]
    reached = set(waiting)
    while waiting:
        one = waiting.pop()
        near = {two for two in group - reached if meet(base, one, two)}
        reached |= near
        waiting.extend(near)
    return reached


def told(found: Compilation, order: range | list[int]) -> list[object]:
    """All that is said of places, with the proposals under the numbers they had at first."""
    return [[place.start, place.end, *rows(place, order)] for place in found.places]


def rows(place: Place, order: range | list[int]) -> list[object]:
    return [
        (option.change, {order[n] for n in option.proposals}, option.excludes, option.parts)
        for option in place.options
    ]


def before(front: tuple[Block, ...], passage: Passage) -> Passage:
    return read(write(Passage(front)) + "\n\n" + write(passage))


def normal_after(front: tuple[Block, ...], passage: Passage) -> bool:
    """Whether the blocks are the same after a paragraph as without it."""
    return before(front, passage).blocks == (*front, *passage.blocks)
