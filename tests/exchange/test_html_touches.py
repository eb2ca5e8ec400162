"""The line above a changed text names what changes its force, by old and new, and nothing else."""

from __future__ import annotations

import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.exchange.writers.html import Style, blocks, body
from drafting.text import diff, read
from drafting.text.weights.force import FORCE, NEGATION
from drafting.text.weights.reach import OWN, REACH

FRAMES = ("{} States protect {} women here.", "- Groups {} protect\n- {} act")
AT_MOST = 4

reaching = st.sampled_from(
    sorted({word for row in (REACH, OWN) for words in row.values() for word in words.split()})
)


def lines(old: str, new: str) -> list[str]:
    """Return the lines above the blocks of a drawing, without tags."""
    html = str(body(diff(read(old), read(new)), Style(weighs=True)))
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return ["".join(one.itertext()) for one in tree.iter() if one.get("class") == "touches"]


@st.composite
def reach_edits(draw: st.DrawFn) -> tuple[str, str]:
    """Draw two texts that differ only in words that join, count or limit."""
    frame = draw(st.sampled_from(FRAMES))
    some = st.lists(reaching, max_size=AT_MOST).map(" ".join)
    return frame.format(draw(some), draw(some)), frame.format(draw(some), draw(some))


@given(reach_edits())
def test_words_that_join_or_count_are_never_named(texts: tuple[str, str]) -> None:
    assert lines(*texts) == []


@given(st.sampled_from(["must", "may", "not", "never", "doit", "должны", "يجب", "7", "2026"]))
def test_a_word_of_force_is_named_where_it_comes_and_goes(word: str) -> None:
    plain, strong = "States act here with all.", f"States {word} act here with all."
    for texts, sign in (((plain, strong), "(new)"), ((strong, plain), "(taken out)")):
        (line,) = lines(*texts)
        assert line.startswith("It touches ")
        assert line.endswith(f": {word} {sign}")


def test_no_word_is_of_both_kinds() -> None:
    for language, words in REACH.items():
        strong = f"{FORCE[language]} {NEGATION[language]}".split()
        assert not set(words.split()) & set(strong)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("States should act.", "States must act.", "how strong it is: should → must"),
        ("States act now.", "States never act now.", "yes or no: never (new)"),
        ("We met 3 times.", "We met 4 times.", "a number: 3 → 4"),
        (
            "Boys and girls of these two towns may go.",
            "Boys or girls of these 2 towns must go.",
            "how strong it is: may → must; a number: two → 2",
        ),
        (
            "They say “decent work” now.",
            "They say “good work” now.",
            "a quotation: decent → good",
        ),
        ("Its rights.", "Its “rights”.", "a quotation"),
        ("各国应当保护移民。", "各国必须保护移民。", "how strong it is: 应当 → 必须"),
    ],
)
def test_old_and_new_stand_side_by_side(old: str, new: str, line: str) -> None:
    assert lines(old, new) == [f"It touches {line}"]


def test_a_name_stands_in_the_marks_alone() -> None:
    assert lines("They met in Dhaka.", "They met in Geneva.") == []


def test_the_line_comes_before_the_words_of_its_block_and_once() -> None:
    old = "- States should act.\n- Groups rest."
    drawn = blocks(diff(read(old), read(old.replace("should", "must"))), Style(weighs=True))
    assert [str(one.html).count('"touches"') for one in drawn] == [1, 0]
    assert re.search(r'<p><bdi class="touches">.*</bdi> States ', str(drawn[0].html))


def test_the_line_of_a_row_stands_in_its_first_cell() -> None:
    old = "| a | b |\n|---|---|\n| It | may go |"
    html = str(body(diff(read(old), read(old.replace("may", "must"))), Style(weighs=True)))
    assert '<td><bdi class="touches">' in html


def test_a_block_that_comes_or_goes_whole_needs_no_line() -> None:
    assert not lines("It ends.", "It ends.\n\nStates must not act in 2026.")
    assert not lines("It ends.\n\nStates must not act in 2026.", "It ends.")


def test_it_stands_only_where_it_is_asked_for() -> None:
    assert "touches" not in body(diff(read("They should act."), read("They must act.")))
