"""Reads Markdown into a passage: one pass over the lines, one over what is inside each block."""

from __future__ import annotations

from unicodedata import is_normalized, normalize

import regex

from drafting.text.markdown.lines import State, scan
from drafting.text.passages.caches import on_forget
from drafting.text.passages.passage import Block, Passage
from drafting.text.passages.settle import settle

MOST_CHARACTERS = 8_000_000
"""How much source is kept with the blocks it was read into, before keeping begins anew."""

_BLANK_LINES = regex.compile(r"\n(?:[ \t]*\n)+")


def read(markdown: str) -> Passage:
    """Read Markdown. Letters are composed (NFC); whatever is no known markup is text.

    Takes time in proportion to the length, whatever the input holds.
    """
    if "\r" in markdown:
        markdown = markdown.replace("\r\n", "\n").replace("\r", "\n")
    if not is_normalized("NFC", markdown):
        markdown = normalize("NFC", markdown)
    blocks: list[Block] = []
    state: State = ()
    for chunk in _BLANK_LINES.split(markdown):
        found = _known.get((state, chunk))
        if found is None:
            found = _known.put(state, chunk)
        blocks += found[0]
        state = found[1]
    return Passage(settle(blocks))


class _Known(dict[tuple[State, str], tuple[tuple[Block, ...], State]]):
    """Chunks of source between blank lines, with the blocks they hold after what stood open."""

    size = 0

    def put(self, state: State, chunk: str) -> tuple[tuple[Block, ...], State]:
        """Read a chunk and keep it."""
        found = scan(state, chunk)
        self.size += len(chunk) + 100
        if self.size > MOST_CHARACTERS:
            self.forget()
        self[state, chunk] = found
        return found

    def forget(self) -> None:
        """Keep nothing any more."""
        self.clear()
        self.size = 0


_known = _Known()
on_forget(_known.forget)
