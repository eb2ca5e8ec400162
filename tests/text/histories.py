"""Texts that some groups change one after another, for laws of who is named for what."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import strategies as st

from drafting.text import Passage, Span, Step, diff, read
from tests.text.edits import edited, markdown, texts
from tests.text.strategies import pairs

History = list[Passage]


@st.composite
def histories(draw: st.DrawFn) -> History:
    """A text and what some answers made of it, now and then of an earlier version."""
    versions = [draw(texts)]
    for _ in range(draw(st.integers(1, 4))):
        base = draw(st.sampled_from(versions))
        versions.append(base if draw(st.integers(0, 4)) == 0 else draw(edited(base, 3)))
    return [read(markdown(blocks)) for blocks in versions]


wild = pairs().map(lambda pair: [*pair, pair[0]])
history = st.one_of(histories(), histories(), wild)


def steps_of(history: History) -> list[Step]:
    """One step after another, each by a group of its own."""
    return [
        Step((f"group {number}",), diff(old, new).changes)
        for number, (old, new) in enumerate(pairwise(history))
    ]


def named(spans: Sequence[Span]) -> list[tuple[str, ...]]:
    """Return the names at each token."""
    return [span.authors for span in spans for _ in range(span.start, span.end)]
