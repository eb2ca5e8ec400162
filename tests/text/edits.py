"""Texts and what many hands make of them: Markdown in mixed scripts, edited at random."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

WORDS = (
    "shall", "should", "not", "the", "of", "and", "States", "women", "children", "rights",
    "Global", "Compact", "10.7", "1,000", "A/69/302", "don’t", "well-being", "كُلُّ", "حَقّ",
    "মানবাধিকার", "ক্ষমতা", "移民", "治理", "日本語", "👍🏽", "👩‍👩‍👧", "שלום",
    "https://example.org/a?b=c", "Ünïon", "constructor",
)  # fmt: skip
OPENINGS = ("", "", "", "", "# ", "## ", "- ", "- ", "  - ", "1. ", "> ", "> - ")
ENDS = (".", ".", "?", "", ";", ":")

words = st.sampled_from(WORDS)


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """One block of Markdown: an opening, some sentences, marks over a few words."""
    said = draw(st.lists(words, min_size=1, max_size=9))
    mark = draw(st.sampled_from(("", "", "", "**", "*", "`")))
    at = draw(st.integers(0, len(said) - 1))
    said[at] = f"{mark}{said[at]}{mark}"
    if draw(st.integers(0, 7)) == 0:
        said.append(f"[{draw(words)}](https://example.org/{draw(st.integers(0, 2))})")
    middle = draw(st.integers(1, len(said)))
    sentence = " ".join(said[:middle]) + draw(st.sampled_from((".", ",", ""))) + " "
    return (
        draw(st.sampled_from(OPENINGS))
        + sentence
        + " ".join(said[middle:])
        + draw(st.sampled_from(ENDS))
    )


texts = st.lists(paragraphs(), max_size=7)
"""A text as the Markdown of its blocks."""

Blocks = list[str]


def _replace(blocks: Blocks, at: int, place: int, word: str) -> Blocks:
    said = blocks[at].split(" ")
    said[place % len(said)] = word
    return [*blocks[:at], " ".join(said), *blocks[at + 1 :]]


def _insert(blocks: Blocks, at: int, place: int, word: str) -> Blocks:
    said = blocks[at].split(" ")
    said.insert(place % (len(said) + 1), word)
    return [*blocks[:at], " ".join(said), *blocks[at + 1 :]]


def _delete(blocks: Blocks, at: int, place: int, word: str) -> Blocks:
    said = blocks[at].split(" ")
    del said[place % len(said)]
    return [*blocks[:at], " ".join(said), *blocks[at + 1 :]]


def _drop(blocks: Blocks, at: int, place: int, word: str) -> Blocks:
    return [*blocks[:at], *blocks[at + 1 :]]


def _add(blocks: Blocks, at: int, place: int, word: str) -> Blocks:
    return [*blocks[:at], f"{OPENINGS[place % len(OPENINGS)]}{word} new words.", *blocks[at:]]


def _move(blocks: Blocks, at: int, place: int, word: str) -> Blocks:
    rest = [*blocks[:at], *blocks[at + 1 :]]
    rest.insert(place % (len(rest) + 1), blocks[at])
    return rest


def _split(blocks: Blocks, at: int, place: int, word: str) -> Blocks:
    said = blocks[at].split(" ")
    cut = place % len(said)
    return [*blocks[:at], " ".join(said[:cut]), " ".join(said[cut:]), *blocks[at + 1 :]]


def _join(blocks: Blocks, at: int, place: int, word: str) -> Blocks:
    return [*blocks[:at], " ".join(blocks[at : at + 2]), *blocks[at + 2 :]]


def _mark(blocks: Blocks, at: int, place: int, word: str) -> Blocks:
    said = blocks[at].split(" ")
    mark = ("**", "*", "`")[place % 3]
    said[place % len(said)] = f"{mark}{said[place % len(said)].strip('*`')}{mark}"
    return [*blocks[:at], " ".join(said), *blocks[at + 1 :]]


def _reform(blocks: Blocks, at: int, place: int, word: str) -> Blocks:
    said = blocks[at].lstrip("#->1. ")
    return [*blocks[:at], OPENINGS[place % len(OPENINGS)] + said, *blocks[at + 1 :]]


EDITS: tuple[Callable[[Blocks, int, int, str], Blocks], ...] = (
    _replace, _replace, _insert, _insert, _delete, _delete, _drop, _add, _add, _move, _split,
    _join, _mark, _reform,
)  # fmt: skip


@st.composite
def edited(draw: st.DrawFn, blocks: Blocks, most: int = 4) -> Blocks:
    """The blocks after a few random edits, as a group would make them."""
    for _ in range(draw(st.integers(0, most))):
        edit = draw(st.sampled_from(EDITS))
        at = draw(st.integers(0, max(len(blocks) - 1, 0)))
        if not blocks and edit is not _add:
            continue
        blocks = edit(blocks, at, draw(st.integers(0, 40)), draw(words))
    return blocks


def markdown(blocks: Blocks) -> str:
    """The Markdown of the blocks."""
    return "\n\n".join(blocks)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """A text and what one group makes of it."""
    blocks = draw(texts)
    return markdown(blocks), markdown(draw(edited(blocks)))


@st.composite
def meetings(draw: st.DrawFn, most: int = 4) -> tuple[str, list[str]]:
    """A text and what several groups make of it, now and then the same."""
    blocks = draw(texts)
    count = draw(st.integers(2, most))
    return markdown(blocks), [markdown(draw(edited(blocks, 3))) for _ in range(count)]
