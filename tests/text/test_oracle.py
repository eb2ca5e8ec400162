"""Ordinary Markdown means to our reader what it means to Python-Markdown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafting.text import read
from tests.text.oracle import ours, theirs

WORDS = ("shall", "protect", "the", "rights", "of", "migrants", "10.7", "l’été", "حقوق", "移民")
SHAPES = ("{}", "{}", "{}", "**{}**", "*{}*", "`{}`", "[{}](/x)", "**[{}](/x)**", "***{}***")


@st.composite
def lines(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 5))):
        words = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3)))
        parts.append(draw(st.sampled_from(SHAPES)).format(words))
    return " ".join(parts) + draw(st.sampled_from((".", "", ";")))


@st.composite
def lists(draw: st.DrawFn) -> str:
    """A list with items up to three deep, four spaces each."""
    depth = 0
    found = []
    marker = draw(st.sampled_from(("-", "1.")))
    for place in range(draw(st.integers(1, 6))):
        depth = draw(st.integers(0, min(depth + 1, 2))) if place else 0
        found.append(" " * 4 * depth + f"{marker} {draw(lines())}")
    return "\n".join(found)


headings = st.tuples(st.integers(1, 6), lines()).map(lambda pair: "#" * pair[0] + " " + pair[1])
wrapped = st.lists(lines(), min_size=1, max_size=3).map("\n".join)
quoted = st.lists(lines(), min_size=1, max_size=2).map(
    lambda found: "\n>\n".join(f"> {line}" for line in found)
)
ordinary = st.lists(st.one_of(wrapped, headings, lists(), quoted), min_size=1, max_size=5)


@given(ordinary)
def test_both_readers_see_the_same(chunks: list[str]) -> None:
    # Two lists or two quotations in a row are one to Python-Markdown and to us.
    source = "\n\n".join(chunks)
    assert ours(read(source)) == theirs(source)
