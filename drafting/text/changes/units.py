"""Blocks as the finder sees them: units of one token, each blank glued to the word before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from drafting.text.changes.runs import Run, common_runs
from drafting.text.passages.caches import on_forget
from drafting.text.passages.passage import Block
from drafting.text.passages.segments import Segment, is_note
from drafting.text.passages.tokens import Break
from drafting.text.passages.words import dense, glued, glued_text

Key = str | Break
"""What two units must share to be the same: the word and its blank, whatever marks lie over
them, or the break."""

SIGN = 3
"""Letters that a sign of a script without spaces says as much as."""
LONG = 20
"""Letters from which a word says no more by being longer."""


class Units(NamedTuple):
    """The units of one block after its break."""

    words: list[str]
    letters: int
    """How much they say; see `letters`."""


@lru_cache(maxsize=20_000)
def units(block: Block) -> Units:
    """The units of a block, kept for the blocks seen last; not to be changed."""
    words = words_of(block.segments) if block.settled else glued([t.text for t in block.tokens])
    close(words)
    return Units(words, letters(words))


on_forget(units.cache_clear)


def keys_of(block: Block) -> list[Key]:
    """The units of a block, its break first."""
    return [block.break_, *units(block).words]


def words_of(segments: Iterable[Segment]) -> list[str]:
    """The units of marked text in normal form."""
    words: list[str] = []
    for text, marks in segments:
        found = [text] if is_note(marks) else glued_text(text)
        if words and found[0].isspace() and not words[-1][-1].isspace():
            words[-1] += found.pop(0)
        words += found
    return words


def close(words: list[str]) -> None:
    """Give the last unit of a block a space, as if a sentence could be put in after it."""
    if words and not words[-1][-1].isspace():
        words[-1] += " "


@lru_cache(maxsize=5_000)
def block_runs(one: Block, two: Block) -> list[Run]:
    """The units that two blocks share, counted from the one after the break."""
    return common_runs(units(one).words, units(two).words)


on_forget(block_runs.cache_clear)


def letters(keys: Sequence[Key]) -> int:
    """How much units say, in letters with their blanks.

    A break says nothing, the longest word or address no more than a long word, and a sign of a
    script that writes no spaces as much as a short one.
    """
    words = [key for key in keys if isinstance(key, str)]
    sizes = list(map(len, words))
    if sizes and max(sizes) > LONG:
        sizes = [min(size, LONG) for size in sizes]
    return sum(sizes) + (SIGN - 1) * dense("".join(words))
