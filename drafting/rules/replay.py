"""Edits that lead from one Markdown text to the next, word for word, and doing them again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

BETWEEN = "\n\n"
"""What stands between two blocks."""


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Words taken out and put in; `start` and `end` are code points of the text before."""

    start: int
    end: int
    out: str
    put: str


def edits_between(before: str, after: str) -> tuple[TextEdit, ...]:
    """Find edits that lead from one text to the other: one a stretch of blocks, cut to its core."""
    if before == after:
        return ()
    old, new = blocks_of(before), blocks_of(after)
    old_at, new_at = offsets(old), offsets(new)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        trimmed(before, old_at[low], old_at[high], after[new_at[start] : new_at[end]])
        for tag, low, high, start, end in matcher.get_opcodes()
        if tag != "equal"
    )


def blocks_of(text: str) -> list[str]:
    """Cut a text behind each blank line; joined again they are the text."""
    pieces = text.split(BETWEEN)
    return [piece + BETWEEN for piece in pieces[:-1]] + pieces[-1:]


def offsets(pieces: Sequence[str]) -> list[int]:
    """Return where each piece begins, and where the last one ends."""
    found = [0]
    for piece in pieces:
        found.append(found[-1] + len(piece))
    return found


def trimmed(text: str, start: int, end: int, put: str) -> TextEdit:
    """Leave out what is the same at both edges of a stretch."""
    low, high = 0, len(put)
    while start < end and low < high and text[start] == put[low]:
        start, low = start + 1, low + 1
    while start < end and low < high and text[end - 1] == put[high - 1]:
        end, high = end - 1, high - 1
    return TextEdit(start, end, text[start:end], put[low:high])


def edited(before: str, edits: Sequence[TextEdit]) -> str:
    """Do edits again. Raises: ValueError where they do not fit the text."""
    return "".join(pieces(before, edits))


def pieces(before: str, edits: Sequence[TextEdit]) -> Iterator[str]:
    """Yield the text after in its stretches. Raises: ValueError."""
    if any(one.end > two.start for one, two in pairwise(edits)):
        raise ValueError("edits lie over each other")
    at = 0
    for one in edits:
        if not 0 <= one.start <= one.end or before[one.start : one.end] != one.out:
            raise ValueError("an edit takes out other words than stand there")
        yield before[at : one.start]
        yield one.put
        at = one.end
    yield before[at:]
