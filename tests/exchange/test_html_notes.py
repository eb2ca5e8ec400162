"""What no mark inside a block can show is said after it: look, links, form, way of a move."""

from __future__ import annotations

import re

import pytest

from drafting.exchange.writers.html import Style, body
from drafting.text import diff, read

ONE, TWO = "The first paragraph speaks of routes.", "A second one asks for decent work."


def drawn(old: str, new: str) -> str:
    return str(body(diff(read(old), read(new)), Style(weighs=True)))


def said(old: str, new: str) -> list[str]:
    """Return what is said in small letters, without tags and what is only heard."""
    html = re.sub(r'<bdi class="heard">[^<]*</bdi>', "", drawn(old, new))
    return [
        re.sub(r"<[^>]*>", "", note)
        for note in re.findall(r'<bdi class="change-note">(.*?)</bdi>(?=</)', html)
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("A word here.", "A **word** here.", "now bold"),
        ("A *word* here.", "A word here.", "no longer italic"),
        ("A word here.", "A [word](https://a.org) here.", "now a link: https://a.org"),
        ("A [word](https://a.org) here.", "A word here.", "no longer a link: https://a.org"),
        (
            "A [word](https://a.org) here.",
            "A [word](https://b.org) here.",
            "another address of the link: https://a.org https://b.org",
        ),
        ("A **word** here.", "A *word* here.", "no longer bold · now italic"),
        ("# Work", "## Work", "its level changed"),
        ("Work", "# Work", "was a paragraph"),
        ("- Work.\n\n  It goes on.", "- Work.\n- It goes on.", "its form changed"),
        ("> Work goes on.", "- Work goes on.", "was a quotation"),
        ("It costs 10 euros.", "It costs 10\u00a0euros.", "another kind of space"),
    ],
)
def test_what_is_hard_to_see_is_said(old: str, new: str, words: str) -> None:
    assert sorted(" · ".join(said(old, new)).split(" · ")) == sorted(words.split(" · "))


def test_other_words_need_no_note() -> None:
    assert not said("People act now.", "Groups act now.")


def test_another_number_of_an_item_is_marked_and_not_said() -> None:
    html = drawn("3. Adopt the plan.", "5. Adopt the plan.")
    assert '<span class="item-number"><del>3.</del> <ins>5.</ins></span>' in html
    assert "change-note" not in html


def test_a_move_says_which_way_it_went() -> None:
    down = drawn(f"{ONE}\n\n{TWO}\n\nThe end of it.", f"{TWO}\n\nThe end of it.\n\n{ONE}")
    assert "moved down from here" in down
    assert "moved to here, from above" in down
    up = drawn(f"{TWO}\n\nThe end of it.\n\n{ONE}", f"{ONE}\n\n{TWO}\n\nThe end of it.")
    assert "moved up from here" in up
    assert "moved to here, from below" in up


def test_our_own_words_do_not_set_the_direction_of_a_text() -> None:
    html = drawn("", "كل إنسان له حق.\n\n(a) وله عمل.")
    bare = re.sub(r"<bdi\b[^>]*>[^<]*</bdi>", "", html)
    assert not re.search(r"[A-Za-z]", re.sub(r"<[^>]*>", "", bare))
