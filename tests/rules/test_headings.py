"""The line that names a change, made from its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.rules.headings import (
    ALSO,
    LONGEST,
    heading_of,
    place_of,
    section_heading,
    shorten,
    title_heading,
)
from drafting.text import diff, read
from tests.text import edits

BASE = "States should act.\n\nAll *may* go on.\n\n1. one;\n2. two;\n3. three."
NUMBERS = ("1", "2", "3.1", "3.2", "3.3")


def named(markdown: str, numbers: Sequence[str] = NUMBERS, base: str = BASE) -> str:
    """Name what leads from the base to another text."""
    return str(heading_of(diff(read(base), read(markdown)), numbers, "Calls"))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("should", "must", "“should” → “must” in ¶1"),
        ("should act", "must\n\nact", "“should” → “must” in ¶1; ¶1 split"),
        (".\n\nAll", ", and many", "“. All” → “, and many” in ¶1, ¶2; ¶1, ¶2 joined"),
        ("act.", "act at once.", "New in ¶1: “at once”"),
        ("act.", "act. All of them.", "New in ¶1: “All of them.”"),
        ("States should act.", "Now: States should act.", "New in ¶1: “Now:”"),
        (" go on", " go", "Take out of ¶2: “on”"),
        ("2. two;\n3. three.", "2. three.", "Take out ¶3.2: “two;”"),
        ("2. two;\n3. three.", "2. new;\n3. two;\n4. three.", "New after ¶3.1: “new;”"),
        ("States should", "Before.\n\nStates should", "New before ¶1: “Before.”"),
        ("act.\n\nAll", "act. All", "One paragraph out of two in ¶1, ¶2"),
        ("should act", "should\n\nact", "Two paragraphs out of one in ¶1"),
        ("*may*", "**may**", "Only the look of “may” in ¶2"),
        ("2. two;", "   - two;", "Only the form of ¶3.2, and 1 more"),
        ("States should", "# States should", "Only the form of ¶1"),
        ("States should", "States\u00a0should", "Only a space in ¶1"),
        ("", "", "No change in “Calls”"),
    ],
)
def test_a_change_names_itself_and_its_place(old: str, new: str, words: str) -> None:
    assert named(BASE.replace(old, new, 1)) == words


def test_a_moved_paragraph_says_what_stands_beside_it_now() -> None:
    parts = [f"Paragraph number {n} says its own words here." for n in range(5)]
    base, numbers = "\n\n".join(parts), ("1", "2", "", "4", "5")
    up = "\n\n".join([parts[4], *parts[:4]])
    assert named(up, numbers, base) == "¶5 moved before ¶1"
    down = "\n\n".join([parts[0], *parts[2:4], parts[1], parts[4]])
    assert named(down, numbers, base) == "¶2 moved after ¶4"
    unnumbered = "\n\n".join([parts[2], *parts[:2], *parts[3:]])
    assert named(unnumbered, numbers, base) == "“Paragraph … words here.” moved before ¶1"


@given(edits.pairs())
def test_every_heading_names_something(texts: tuple[str, str]) -> None:
    redline = diff(*map(read, texts))
    numbers = [str(n) for n in range(1, len(redline.before.blocks) + 1)]
    heading = str(heading_of(redline, numbers, "Calls"))
    assert "“”" not in heading
    assert "¶" in heading or "“" in heading


NEXT = "{}i {}j {}k {}l {}m {}n."
ACTS: Mapping[str, str] = {
    "": "{}a {}b {}c {}d {}e {}f {}g {}h.",
    "words": "{}a must {}c {}d {}e {}f {}g {}h.",
    "split": "{}a {}b {}c {}d\n\n{}e {}f {}g {}h.",
    "split beside words": "{}a {}b {}c must\n\n{}e {}f {}g {}h.",
    "join": "{}a {}b {}c {}d {}e {}f {}g {}h. " + NEXT,
    "drop": "",
    "new": "{}a {}b {}c {}d {}e {}f {}g {}h.\n\nAll of this is new.",
    "look": "{}a **{}b** {}c {}d {}e {}f {}g {}h.",
    "form": "- {}a {}b {}c {}d {}e {}f {}g {}h.",
}
"""What is done to a paragraph, and what it reads then; *join* takes in the one after it."""
SIGNS: Mapping[str, tuple[str, ...]] = {
    "words": ("→ “must”", "words changed in"),
    "split": (" split", "Two paragraphs out of one"),
    "join": (" joined", "One paragraph out of two"),
    "drop": (" taken out", "Take out ¶"),
    "new": ("new after ¶", "New after ¶", "new before ¶", "New before ¶"),
    "look": ("another look in", "Only the look"),
    "form": ("another form of", "Only the form"),
}


def written(acts: Sequence[str], names: Sequence[str]) -> str:
    """Write two paragraphs for each name, in words of its own, and do an act to the first."""
    pairs = [(ACTS[act], "" if act == "join" else NEXT) for act in acts]
    texts = [
        text.replace("{}", name) for pair, name in zip(pairs, names, strict=True) for text in pair
    ]
    return "\n\n".join(filter(None, texts))


@given(st.lists(st.sampled_from(sorted(ACTS)), min_size=1, max_size=8))
def test_a_heading_names_each_kind_of_thing_that_it_does(acts: list[str]) -> None:
    names = [f"{chr(97 + at)}{chr(97 + at)}" for at in range(len(acts))]
    numbers = [str(at) for at in range(1, 2 * len(acts) + 1)]
    heading = named(written(acts, names), numbers, written([""] * len(acts), names))
    for act in filter(None, acts):
        assert any(sign in heading for sign in SIGNS[act.split()[0]]), (act, heading)
    assert heading.count(";") < len(ALSO)


def test_a_change_of_words_is_named_before_a_change_of_look() -> None:
    both = BASE.replace("States", "**States**").replace("All *may*", "All *must*")
    assert named(both).startswith("“may” → “must” in ¶2; another look in ¶1")


def test_long_words_are_cut_in_their_middle() -> None:
    cut = shorten("one two three four five six seven eight nine ten eleven twelve thirteen last")
    assert len(cut) <= LONGEST
    assert cut.startswith("one two")
    assert cut.endswith("last")


def test_a_percent_sign_in_the_words_is_a_word() -> None:
    assert named("At 10 %s now.", ("1",), "At 5 % now.") == "“5 %” → “10 %s” in ¶1"


def test_a_place_is_named_by_its_numbers_or_by_its_section() -> None:
    assert place_of(["3", "3", "4"], "Calls") == "¶3, ¶4"
    assert place_of([], "Calls") == "“Calls”"
    assert place_of(["1", "2", "3", "4"], "Calls") == "“Calls”"


def test_sections_and_titles_are_named() -> None:
    assert str(section_heading("drop", "Calls")) == "Drop the section “Calls”"
    moved = section_heading("move", "Calls", 3, 1)
    assert str(moved) == "Move the section “Calls” from place 3 to place 1"
    assert str(title_heading("Calls", "Demands")) == "Title: “Calls” → “Demands”"
