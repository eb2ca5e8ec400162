"""What the random house reads off a page."""

from __future__ import annotations

from drafting.exchange.writers.html import Style, body
from drafting.text import diff, read
from tests.random_house.pages import bare, standing
from tests.support.pages import Page


def test_a_place_reads_as_its_new_text_whatever_stands_beside_it() -> None:
    before = read("One.\n\nTwo and three.\n\nStates promised to work together.\n\nEnd it.")
    after = read("States promised *to* work together.\n\nTwo or three.\n\nOne.\n\nEnd it.\n\nNow.")
    drawn = body(diff(before, after), Style(numbers=("1", "2", "3", "4")))
    page = Page("/", f"<!doctype html><html lang=en><title>x</title><body><div>{drawn}</div>")
    assert bare(standing(page.all("div")[0])) == bare(" ".join(one.text for one in after.blocks))
