"""The line that names a change, made from its words."""

from __future__ import annotations

import pytest

from drafting.rules.headings import (
    LONGEST,
    heading_of,
    place_of,
    section_heading,
    shorten,
    title_heading,
)


def change(kind: str, before: str = "", after: str = "") -> dict[str, object]:
    return {"kind": kind, "before": before, "after": after}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ([change("replace", "should", "must")], "“should” → “must” in ¶3"),
        ([change("insert", "", "at once")], "New in ¶3: “at once”"),
        ([change("delete", "where possible")], "Take out of ¶3: “where possible”"),
        ([change("split")], "Two paragraphs out of one in ¶3"),
        ([change("format", "law", "law")], "Only the look of “law” in ¶3"),
        (
            [change("replace", "should", "must"), change("insert", "", "all")],
            "“should” → “must” and 1 more in ¶3",
        ),
        ([], "No change in ¶3"),
    ],
)
def test_a_change_names_itself(changes: list[dict[str, object]], words: str) -> None:
    assert str(heading_of(changes, "¶3")) == words


def test_a_change_of_words_is_named_before_a_change_of_look() -> None:
    changes = [change("format", "law", "law"), change("replace", "should", "must")]
    assert str(heading_of(changes, "¶3")).startswith("“should” → “must”")


def test_long_words_are_cut_in_their_middle() -> None:
    cut = shorten("one two three four five six seven eight nine ten eleven twelve thirteen last")
    assert len(cut) <= LONGEST
    assert cut.startswith("one two")
    assert cut.endswith("last")


def test_a_percent_sign_in_the_words_is_a_word() -> None:
    assert str(heading_of([change("replace", "5 %", "10 %s")], "¶1")) == "“5 %” → “10 %s” in ¶1"


def test_a_place_is_named_by_its_numbers_or_by_its_section() -> None:
    assert place_of(["3", "3", "4"], "Calls") == "¶3, ¶4"
    assert place_of([], "Calls") == "“Calls”"
    assert place_of(["1", "2", "3", "4"], "Calls") == "“Calls”"


def test_sections_and_titles_are_named() -> None:
    assert str(section_heading("drop", "Calls")) == "Drop the section “Calls”"
    assert str(title_heading("Calls", "Demands")) == "Title: “Calls” → “Demands”"
