"""A moderator edits the split; whatever is done, kept plus left out is the source."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting.errors import BadInput
from drafting.exchange import intake
from drafting.exchange.intake import Split, account
from drafting.exchange.readers import Source, read_source, words_of

LONG = "Every person who moves has the same rights. No one who stays has more. " * 3
TEXT = f"""Our paper
by Ada and Ben

Our aims. {LONG}

{LONG}

We ask for the following:
  • one
    – inner
  • two

Next steps. {LONG}

  1. Who acts?
  2. Where?

Print this
"""


@pytest.fixture
def source() -> Source:
    return read_source("a.txt", TEXT.encode())


@pytest.fixture
def proposed(source: Source) -> Split:
    return intake.split(source)


def titles(split: Split) -> list[str]:
    return [section.title for section in split.sections]


def test_joining_gives_a_run_in_heading_back_to_its_paragraph(
    source: Source, proposed: Split
) -> None:
    joined = intake.join(proposed, 1)
    assert titles(joined) == ["Our paper", "We ask for the following", "Next steps"]
    assert joined.sections[0].kind == "frame"
    assert joined.sections[0].pieces[1].words(source).startswith("Our aims. Every person")
    assert account(joined, source).holds


def test_joining_after_a_split_gives_the_paragraph_back_whole(
    source: Source, proposed: Split
) -> None:
    piece = proposed.sections[1].pieces[0]
    at = intake.cut_points(source, piece)[1]
    parted = intake.split_before(proposed, source, piece.key, at)
    assert len(parted.sections) == len(proposed.sections) + 1
    assert parted.sections[2].pieces[0].words(source).startswith("Every person")
    assert intake.join(parted, 2) == proposed


def test_splitting_makes_a_run_in_heading_the_title_again(source: Source, proposed: Split) -> None:
    joined = intake.join(proposed, 1)
    key = joined.sections[0].pieces[1].key
    again = intake.split_before(joined, source, key)
    assert again.sections[1].title == "Our aims"
    assert again.sections[1].heading == proposed.sections[1].heading


def test_a_section_split_off_has_a_makeshift_title_and_keeps_all_words(
    source: Source, proposed: Split
) -> None:
    parted = intake.split_before(proposed, source, proposed.sections[1].pieces[1].key)
    assert parted.sections[2].title == "Every person who moves has the…"
    assert parted.sections[2].heading == ()
    named = intake.retitle(parted, 2, "  Equal   rights ")
    assert named.sections[2].title == "Equal rights"
    assert account(named, source) == account(proposed, source)


def test_an_item_split_off_becomes_the_first_line_of_a_section(
    source: Source, proposed: Split
) -> None:
    parted = intake.split_before(proposed, source, proposed.sections[2].pieces[2].key)
    assert parted.sections[3].title == "two"
    assert account(parted, source).holds


def test_a_new_title_counts_the_words_of_the_heading_as_left_out(
    source: Source, proposed: Split
) -> None:
    named = intake.retitle(proposed, 1, "Purposes")
    assert account(named, source).left_out == ("Our", "aims.")
    assert account(named, source).holds
    assert account(intake.retitle(named, 1, "Our aims:"), source).left_out == ()


def test_a_line_left_out_stays_in_its_place_and_can_be_put_back(
    source: Source, proposed: Split
) -> None:
    (offered,) = intake.leftovers(proposed, source)
    without = intake.leave_out(proposed, offered.key)
    assert account(without, source).left_out == ("Print", "this")
    assert [piece.words(source) for piece in without.left_out] == ["Print this"]
    assert intake.leftovers(without, source) == ()
    assert intake.put_back(without, offered.key) == proposed


def test_a_section_left_out_is_not_made(source: Source, proposed: Split) -> None:
    without = intake.leave_section_out(proposed, 0)
    assert titles(Split(without.kept)) == titles(proposed)[1:]
    assert without.sections[0].lines == ()
    assert account(without, source).left_out == words_of("Our paper by Ada and Ben")
    assert intake.put_section_back(without, 0) == proposed


def test_sections_are_moved_and_marked(source: Source, proposed: Split) -> None:
    moved = intake.mark(intake.move(proposed, 0, 2), 2, "locked")
    assert titles(moved)[2] == "Our paper"
    assert moved.sections[2].kind == "locked"
    assert account(moved, source) == account(proposed, source)


def test_an_item_gets_another_depth(source: Source, proposed: Split) -> None:
    key = proposed.sections[2].pieces[1].key
    assert intake.set_depth(proposed, key, 0).sections[2].pieces[1].depth == 0


@pytest.mark.parametrize(
    "act",
    [
        lambda split, _: intake.join(split, 0),
        lambda split, _: intake.join(split, 99),
        lambda split, _: intake.move(split, 0, -1),
        lambda split, _: intake.move(split, -1, 0),
        lambda split, _: intake.mark(split, 0, "lost"),
        lambda split, _: intake.retitle(split, 0, " \n"),
        lambda split, _: intake.retitle(split, 0, "a" * 201),
        lambda split, _: intake.leave_out(split, "9.99"),
        lambda split, _: intake.set_depth(split, "1.0", 99),
        lambda split, source: intake.split_before(split, source, "nothing"),
        lambda split, source: intake.split_before(split, source, "5.0", 3),
        lambda split, source: intake.split_before(
            intake.split_before(split, source, "5.0"), source, "5.0"
        ),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(
    act: Callable[[Split, Source], Split], source: Source, proposed: Split
) -> None:
    with pytest.raises(BadInput) as refused:
        act(proposed, source)
    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize(
    "sections",
    [
        None, [1], [{}], [{"title": 1, "kind": "text", "heading": [], "pieces": []}],
        [{"title": "a", "kind": "x", "heading": [], "pieces": []}],
        [{"title": "a", "kind": "text", "heading": [], "pieces": [[0, 1, True, False, None]]}],
        [{"title": "a", "kind": "text", "heading": [], "pieces": [[0, 1, -2, False, None]]}],
        [{"title": "a", "kind": "text", "heading": [], "pieces": [[0, 1]]}],
    ],
)  # fmt: skip
def test_a_split_that_is_none_is_refused(sections: object) -> None:
    with pytest.raises(BadInput):
        Split.from_json({"sections": sections})


def test_a_source_and_its_split_are_kept_as_json(source: Source, proposed: Split) -> None:
    assert Source.from_json(json.loads(json.dumps(source.to_json()))) == source
    assert Split.from_json(json.loads(json.dumps(proposed.to_json()))) == proposed


def test_the_account_finds_lost_and_doubled_words(source: Source, proposed: Split) -> None:
    assert not account(Split(proposed.sections[1:]), source).holds
    assert not account(Split((*proposed.sections, proposed.sections[0])), source).holds
    first = proposed.sections[1]
    cut = replace(first, pieces=(replace(first.pieces[0], end=60), *first.pieces[1:]))
    assert not account(proposed.with_section(1, cut), source).holds


OPERATIONS = ("join", "split", "cut", "title", "move", "out", "back", "section", "mark", "depth")
STEPS = st.lists(
    st.tuples(st.sampled_from(OPERATIONS), st.integers(0, 30), st.integers(0, 30)), max_size=25
)


def step(split: Split, source: Source, verb: str, one: int, two: int) -> Split:
    place = one % len(split.sections)
    section = split.sections[place]
    pieces = section.all_pieces if verb in {"out", "back"} else section.pieces
    piece = pieces[two % len(pieces)] if pieces else None
    key = piece.key if piece else ""
    points = intake.cut_points(source, piece) if piece else ()
    acts: dict[str, Callable[[], Split]] = {
        "join": lambda: intake.join(split, place),
        "split": lambda: intake.split_before(split, source, key),
        "cut": lambda: intake.split_before(
            split, source, key, points[two % len(points)] if points else -1
        ),
        "title": lambda: intake.retitle(split, place, section.title if two % 2 else f"Title {two}"),
        "move": lambda: intake.move(split, place, two % 5 - 2),
        "out": lambda: intake.leave_out(split, key),
        "back": lambda: intake.put_back(split, key),
        "section": lambda: intake.leave_section_out(split, place),
        "mark": lambda: intake.mark(split, place, intake.KINDS[two % 3]),
        "depth": lambda: intake.set_depth(split, key, two % 9),
    }
    try:
        return acts[verb]()
    except BadInput:
        return split


@settings(max_examples=300)
@given(STEPS)
def test_whatever_is_done_kept_and_left_out_are_the_source(
    steps: list[tuple[str, int, int]],
) -> None:
    source = read_source("a.txt", TEXT.encode())
    split = intake.split(source)
    for verb, one, two in steps:
        split = step(split, source, verb, one, two)
        assert account(split, source).holds
        assert Split.from_json(split.to_json()) == split


def test_the_seed_paper_is_split_by_hand_as_the_meeting_wants(seed: Source) -> None:
    split = intake.split(seed)
    children, gender = split.sections[2].pieces[2].key, split.sections[2].pieces[1].key
    split = intake.split_before(split, seed, gender)
    split = intake.split_before(split, seed, children)
    split = intake.retitle(intake.retitle(split, 3, "Gender"), 4, "Children")
    (offered,) = intake.leftovers(split, seed)
    split = intake.leave_out(split, offered.key)
    assert [len(section.pieces) for section in split.sections] == [7, 2, 1, 1, 1, 9, 6, 8]
    told = account(split, seed)
    assert told.holds
    assert told.left_out == words_of(offered.words(seed))
    assert sorted(told.kept + told.left_out) == sorted(
        word for line in seed.lines for word in words_of(line.text)
    )
