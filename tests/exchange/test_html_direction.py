"""Each block of a drawn text is read in its own direction, whatever stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import html5lib
from hypothesis import given
from hypothesis import strategies as st

from drafting.exchange.writers.html import Labels, Style, blocks, body
from drafting.text import diff, read

WORDS = {"rtl": ("كُلُّ", "حَقّ", "שלום"), "ltr": ("States", "Ünïon", "移民", "মানব")}
OPENINGS = ("", "- ", "1. ", "# ", "> ")
HEARD = Labels(inserted="inserted:", deleted="deleted:")
INSIDE = ("p", "h3", "td", "th")


@st.composite
def said(draw: st.DrawFn) -> tuple[str, str]:
    """A block, and the direction of its first letter."""
    way = draw(st.sampled_from(("rtl", "ltr")))
    first = draw(st.sampled_from(WORDS[way]))
    more = draw(st.lists(st.sampled_from((*WORDS["rtl"], *WORDS["ltr"], "2030")), max_size=3))
    return draw(st.sampled_from(OPENINGS)) + " ".join([first, *more]), way


def ways(html: str) -> list[str]:
    """Return the direction of each element that holds words, as a browser finds it."""
    tree = html5lib.parseFragment(f'<div dir="ltr">{html}</div>', namespaceHTMLElements=False)
    found: list[str] = []

    def walk(element: Any, way: str) -> None:
        way = element.get("dir", way)
        if element.tag in INSIDE:
            found.append(way)
        for child in element:
            walk(child, way)

    walk(tree[0], "ltr")
    return found


@given(st.lists(said(), min_size=1, max_size=5), st.booleans())
def test_every_block_is_read_in_its_own_direction(
    given_blocks: Sequence[tuple[str, str]], new: bool
) -> None:
    passage = read("\n\n".join(text for text, _ in given_blocks))
    redline = diff(read("") if new else passage, passage)
    expected = [way for _, way in given_blocks]
    style = Style(labels=HEARD)
    assert ways(str(body(redline, style))) == expected
    assert [way for one in blocks(redline, style) for way in ways(str(one.html))] == expected


def test_a_text_in_one_direction_says_nothing_of_it() -> None:
    passage = read("States act.\n\n- Déjà vu.")
    assert " dir=" not in body(diff(passage, passage))
