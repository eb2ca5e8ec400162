"""Every hard case drawn as HTML: well formed, and both texts can be read from it."""

from __future__ import annotations

from collections import Counter

import pytest

from drafting.exchange.writers.html import blocks, body
from tests.exchange.test_html_laws import plain, shown
from tests.text.hard_cases import HardCase, hard_cases

CASES = hard_cases()


def name(case: HardCase) -> str:
    return case.name


@pytest.mark.parametrize("case", CASES, ids=name)
def test_without_what_goes_out_the_new_text_stands_there(case: HardCase) -> None:
    for text in case.texts:
        after = plain(text.redline.after)
        assert shown(str(body(text.redline)), without="del") == after
        drawn = "".join(str(block.html) for block in blocks(text.redline))
        assert shown(drawn, without="del") == after


@pytest.mark.parametrize("case", CASES, ids=name)
def test_without_what_comes_in_the_old_text_stands_there(case: HardCase) -> None:
    for text in case.texts:
        before, drawn = plain(text.redline.before), shown(str(body(text.redline)), without="ins")
        if any(change.kind == "move" for change in text.redline.changes):
            assert Counter(drawn) == Counter(before)  # moved words stand where they arrived
        else:
            assert drawn == before


def test_there_are_cases() -> None:
    assert len(CASES) > 40
