"""What becomes of single changes when the text under them moves on."""

from __future__ import annotations

import pytest

from drafting.text import Change, Redline, diff, meets, read, rebase, take, write

FIRST = "States should act on this plan together."
SECOND = "A second paragraph asks for decent work."
BASE = f"{FIRST}\n\n{SECOND}\n\nThe end."
BOLD = BASE.replace("decent", "**decent**")
LINK = BASE.replace("decent", "[decent](/a)")


def carried(ours: str, theirs: str, base: str = BASE) -> tuple[list[str], str]:
    found = rebase(diff(read(base), read(ours)), read(theirs))
    return list(found.fates), write(found.passage).rstrip("\n")


@pytest.mark.parametrize(
    ("ours", "theirs", "fate"),
    [
        (BASE.replace("should", "must"), BASE.replace("work", "wages"), "carried"),
        (BASE.replace("should", "must"), BASE.replace("should", "must") + "\n\nMore.", "fulfilled"),
        (BASE.replace("should", "must"), BASE.replace("should", "may"), "in question"),
        (BASE.replace("should", "must"), BASE.replace("act", "work"), "in question"),
        (BASE.replace("decent ", ""), BASE.replace("for decent ", ""), "fulfilled"),
        (BASE.replace("decent", "fair"), f"{FIRST}\n\nThe end.", "overtaken"),
        (BASE.replace("decent", "fair"), BASE.replace("decent", "**decent**"), "carried"),
        (BASE.replace("decent work", "**decent work**"), BASE.replace("decent", "fair"), "carried"),
        (BOLD, BASE.replace("for decent work", "**for decent work**"), "fulfilled"),
        (BOLD, BASE.replace("decent", "**fair**"), "in question"),
        (BOLD, BASE.replace("for decent", "*for decent*"), "carried"),
        (LINK, LINK.replace("/a", "/b"), "in question"),
        (BASE.replace("The end", "# The end"), BASE.replace("end", "close"), "carried"),
        (BASE.replace("The end", "# The end"), BASE.replace("The end", "- The end"), "in question"),
    ],
)  # fmt: skip
def test_a_change_has_one_fate(ours: str, theirs: str, fate: str) -> None:
    assert carried(ours, theirs)[0] == [fate]


def test_a_carried_word_takes_the_marks_its_place_got() -> None:
    _, text = carried(BASE.replace("decent", "fair"), BASE.replace("decent", "**decent**"))
    assert "for **fair** work" in text


def test_marks_are_laid_over_words_that_came_in_between() -> None:
    ours = BASE.replace("asks for decent work", "**asks for decent work**")
    _, text = carried(ours, BASE.replace("for decent", "for fair"))
    assert "**asks for fair work**" in text


def test_a_new_block_follows_what_was_taken_at_its_gap() -> None:
    fates, text = carried(BASE + "\n\nOurs.", BASE + "\n\nTheirs.")
    assert fates == ["carried"]
    assert text.endswith("Theirs.\n\nOurs.")


def test_a_new_block_finds_the_next_gap_when_its_own_was_joined() -> None:
    ours = BASE.replace("\n\nA second", "\n\nOurs.\n\nA second")
    fates, text = carried(ours, BASE.replace("together.\n\nA second", "together. A second"))
    assert fates == ["carried"]
    assert "decent work.\n\nOurs.\n\nThe end." in text


def test_a_new_block_stays_where_the_block_after_it_moved_away() -> None:
    base = f"{FIRST}\n\nThe middle, short.\n\n{SECOND}"
    ours = f"{FIRST}\n\nOurs.\n\nThe middle, short.\n\n{SECOND}"
    fates, text = carried(ours, f"{FIRST}\n\n{SECOND}\n\nThe middle, short.", base)
    assert fates == ["carried"]
    assert text == f"{FIRST}\n\nOurs.\n\n{SECOND}\n\nThe middle, short."


def test_an_edit_follows_its_paragraph_when_that_moves() -> None:
    fates, text = carried(BASE.replace("decent", "fair"), f"{SECOND}\n\n{FIRST}\n\nThe end.")
    assert fates == ["carried"]
    assert text.startswith("A second paragraph asks for fair work.")


def test_a_move_is_carried_past_an_edit_in_what_moves() -> None:
    ours = f"{SECOND}\n\n{FIRST}\n\nThe end."
    fates, text = carried(ours, BASE.replace("should", "must"))
    assert fates == ["carried"]
    assert text == ours.replace("should", "must")


def test_two_moves_of_one_paragraph_are_in_question() -> None:
    blocks = [
        f"Paragraph {name} speaks of {name} at length." for name in ("one", "two", "six", "ten")
    ]
    to_end = "\n\n".join([*blocks[1:], blocks[0]])
    to_middle = "\n\n".join([*blocks[1:3], blocks[0], blocks[3]])
    assert carried(to_end, to_middle, "\n\n".join(blocks))[0] == ["in question"]


def test_a_change_that_its_place_no_longer_holds_is_in_question() -> None:
    ours = BASE.replace("The end", "The\\\nend").replace("should", "must")
    fates, text = carried(ours, BASE.replace("The end", "# The end"))
    assert fates == ["carried", "in question"]
    assert "States must act" in text
    assert text.endswith("# The end.")


def test_changes_that_overlap_are_carried_one_by_one() -> None:
    before, newer = read(BASE), read(BASE.replace("The end", "An end"))
    one, two = (
        diff(before, read(BASE.replace("should act", words))).changes[0]
        for words in ("must act", "may work")
    )
    found = rebase(Redline(before, before, (one, two)), newer)
    assert found.fates == ("carried", "in question")


def test_a_new_row_is_carried_into_a_wider_table() -> None:
    base = "| a | b |\n|---|---|\n| 1 | 2 |"
    theirs = "| a | b | c |\n|---|---|---|\n| 1 | 2 | 9 |"
    fates, text = carried(base + "\n| 3 | 4 |", theirs, base)
    assert fates == ["carried"]
    assert text.endswith("| 3 | 4 |")


def test_a_new_item_is_carried_under_another_list() -> None:
    base = "- One of them\n  - Two of them\n\nThe end."
    ours = base.replace("\n\nThe", "\n    - Three of them\n\nThe")
    fates, text = carried(ours, "- One of them\n\nThe end.", base)
    assert fates == ["carried"]
    assert text == "- One of them\n  - Three of them\n\nThe end."


def test_a_new_last_item_is_carried_under_another_list() -> None:
    base = "- One of them\n  - Two of them"
    fates, text = carried(base + "\n    - Three of them", "- One of them", base)
    assert fates == ["carried"]
    assert text == "- One of them\n  - Three of them"


def test_a_change_that_would_leave_an_empty_block_is_in_question() -> None:
    before, newer = read(BASE), read(BASE.replace("should", "must"))
    start, end = before.starts[2] + 1, before.size
    emptied = Change(start, end, before.flat[start:end], (), "delete")
    assert rebase(Redline(before, before, (emptied,)), newer).fates == ("in question",)


def test_changes_that_overlap_cannot_be_taken_together() -> None:
    before = read(BASE)
    one, two = (
        diff(before, read(BASE.replace("should act", words))).changes[0]
        for words in ("must act", "may work")
    )
    with pytest.raises(ValueError, match="overlap"):
        take(before, [one, two])


def test_a_move_cannot_lead_into_another() -> None:
    before = read(f"{BASE}\n\nFourth.")
    ends = [*before.starts, before.size]
    into = Change(ends[3], ends[4], (), (), "move", ends[1])
    around = Change(ends[0], ends[2], (), (), "move", ends[3])
    with pytest.raises(ValueError, match="moved range"):
        take(before, [into, around])


def test_words_put_in_lose_the_marks_that_their_place_lost() -> None:
    base = BASE.replace("decent", "**decent**")
    ours = BASE.replace("decent work", "**fair** wages")
    fates, text = carried(ours, BASE, base)
    assert fates == ["carried"]
    assert "asks for fair wages." in text


def test_a_word_put_in_is_carried_to_where_its_gap_stands() -> None:
    fates, text = carried(BASE.replace("decent", "decent, fair"), f"More comes first.\n\n{BASE}")
    assert fates == ["carried"]
    assert "asks for decent, fair work." in text


def test_a_new_block_goes_back_to_the_last_block_that_still_stands() -> None:
    fates, text = carried(BASE.replace("\n\nThe end", "\n\nOurs.\n\nThe end"), FIRST)
    assert fates == ["carried"]
    assert text == f"{FIRST}\n\nOurs."


def test_onto_its_own_base_and_onto_itself_a_proposal_is_as_it_was() -> None:
    ours = BASE.replace("decent", "fair")
    assert carried(ours, BASE) == (["carried"], ours)
    assert carried(ours, ours) == (["fulfilled"], ours)


@pytest.mark.parametrize(
    ("one", "two", "met"),
    [
        (BASE.replace("should", "must"), BASE.replace("should", "may"), True),
        (BASE.replace("should", "must"), BASE.replace("act", "work"), True),
        (BASE.replace("should", "must"), BASE.replace("together", "jointly"), False),
        (BASE + "\n\nOurs.", BASE + "\n\nTheirs.", True),
        (BASE + "\n\nOurs.", BASE.replace("end", "close"), False),
        (BASE.replace("should", "must"), BASE.replace("should", "must"), False),
    ],
)
def test_proposals_meet_where_they_share_a_word_or_a_gap(one: str, two: str, met: bool) -> None:
    assert meets(diff(read(BASE), read(one)), diff(read(BASE), read(two))) is met
