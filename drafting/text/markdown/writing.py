"""Writes a passage as Markdown, and says where in it each token stands."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from drafting.text.markdown.rows import cells_of
from drafting.text.markdown.source import source_of
from drafting.text.passages.passage import Block, Passage
from drafting.text.passages.settle import numbered


def write(passage: Passage) -> str:
    """Write a passage in normal form as Markdown that reads back as the same passage.

    A sign is escaped only where it would be read as markup. Numbers are written out.
    """
    return Written(passage).text


_TIGHT = re.compile(r"(?:\d{1,9}[.)])?")
"""Numbers after which other readers know an item without a blank line before it."""


class _Lines(NamedTuple):
    """What stands before a block, its first line and its other lines."""

    between: str
    first: str
    others: str


class Written:
    """The Markdown of a passage with the places of its blocks and tokens."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self._course = _Course()
        self._lines: list[_Lines] = []
        self._starts: list[int] = []
        out: list[str] = []
        size = 0
        for block, number in numbered(passage.blocks):
            lines = self._course.lines(block, number)
            text = source_of(block).text
            if lines.others and "\n" in text:
                text = text.replace("\n", "\n" + lines.others)
            if block.break_.header:
                text += _rule(source_of(block).text, lines.others)
            out += (lines.between, lines.first, text)
            self._lines.append(lines)
            self._starts.append(size + len(lines.between))
            size += len(lines.between) + len(lines.first) + len(text)
        self.text = "".join(out)

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Per token of `flat` where it begins, in code points; the end of the text besides.

        The break of a block is where its opening characters are; without any it is the line end
        before the block, which for the first block is at -1.
        """
        places: list[int] = []
        for block, lines, start in zip(self.passage.blocks, self._lines, self._starts, strict=True):
            source = source_of(block)
            begin = start + len(lines.first)
            opened = lines.first or source.places[0]
            places.append(start if opened else start - 1)
            if lines.others and "\n" in source.text:
                places += _shifted(block, source.places, begin, len(lines.others))
            else:
                places += [begin + place for place in source.places]
        places.append(len(self.text))
        return tuple(places)


def _shifted(block: Block, places: tuple[int, ...], begin: int, indent: int) -> list[int]:
    """The places of tokens in a block of several lines that are all indented."""
    out = []
    for token, place in zip(block.tokens, places, strict=True):
        out.append(begin + place)
        if token.text == "\n":
            begin += indent
    return out


def _rule(row: str, indent: str) -> str:
    """The line under the header of a table."""
    return f"\n{indent}| " + " | ".join(["---"] * len(cells_of(row))) + " |"


class _Course:
    """What stands open while the blocks go by."""

    def __init__(self) -> None:
        self.before: Block | None = None
        self.indents: list[str] = []
        """Per container of the block before what stands for it at the beginning of a line."""
        self.is_tight = True
        """Whether the last item has a sign that other readers know too."""

    def lines(self, block: Block, number: str) -> _Lines:
        """What to write around a block."""
        break_ = block.break_
        path = break_.path
        place = path.rfind("-") if break_.is_item else -1
        between = self._between(block, place, number)
        marker = f"{number or '-'} "
        first = others = ""
        indents: list[str] = []
        for at, sign in enumerate(path):
            own = "> " if sign == ">" else " " * len(marker) if at == place else self.indents[at]
            indents.append(own)
            others += own
            first += marker if at == place else own
        self.before, self.indents = block, indents
        if place >= 0:
            self.is_tight = _TIGHT.fullmatch(number) is not None
        return _Lines(between, first, others)

    def _between(self, block: Block, place: int, number: str) -> str:
        if self.before is None:
            return ""
        old, new = self.before.break_, block.break_
        if new.block == "row" and not new.header:
            return "\n"
        tight = self.is_tight and _TIGHT.fullmatch(number)
        if place >= 0 and tight and old.block in ("paragraph", "heading") and "-" in old.path:
            sibling = old.path[: place + 1] == new.path[: place + 1]
            child = old.path == new.path[:place] and number in ("", "1.")
            if sibling or child:
                return "\n"
        shared = place if place >= 0 else len(new.path)
        common = ""
        for at in range(min(shared, len(old.path))):
            if old.path[at] != new.path[at]:
                break
            common += self.indents[at]
        return f"\n{common.rstrip()}\n"
