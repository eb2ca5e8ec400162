"""Where one long word became another like it, the letters that differ are set apart."""

from __future__ import annotations

import re

from drafting.exchange.writers.html import body
from drafting.text import diff, read


def apart(old: str, new: str) -> list[str]:
    html = str(body(diff(read(old), read(new))))
    return re.findall(r'<span class="apart">(.*?)</span>', html)


def test_the_letters_of_an_address_that_changed_are_set_apart() -> None:
    assert apart("See https://a.org/thirty/2.", "See https://a.org/thirty/3.") == ["2", "3"]


def test_the_number_of_a_document_shows_where_it_changed_in_bold_as_well() -> None:
    assert apart("See **A/RES/73/195**.", "See **A/RES/73/196**.") == ["5", "6"]


def test_letters_that_came_are_set_apart_alone() -> None:
    assert apart("Unser Menschenrecht gilt.", "Unsere Menschenrechte gelten.") == []
    assert apart("Das Menschenrecht gilt.", "Das Menschenrechte gilt.") == ["e"]


def test_words_of_which_little_stays_are_shown_whole() -> None:
    assert apart("States governmentally act.", "States internationally act.") == []


def test_letters_that_mean_something_in_html_stay_letters() -> None:
    old, new = "See https://a.org/?a=1&b=2<em>.", "See https://a.org/?a=1&b=3<em>."
    assert apart(old, new) == ["2", "3"]
    assert "&amp;b=" in str(body(diff(read(old), read(new))))
