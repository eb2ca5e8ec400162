"""Writes a section of a split as Markdown that says its words letter for letter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from drafting.exchange.intake.shape import Piece, PlannedSection
from drafting.exchange.readers.source import Line, Mark, MarkKind, Source
from drafting.text import (
    CELL_EDGE,
    HARD_BREAK,
    Block,
    Break,
    Passage,
    Token,
    normal,
    plain,
    read,
    write,
)
from drafting.text import Mark as TextMark

# In the whole statement the title of a section stands at level 2.
FIRST_LEVEL, LAST_LEVEL = 3, 6
ORDER: tuple[MarkKind, ...] = ("link", "strong", "emphasis", "code", "note")


def to_markdown(source: Source, section: PlannedSection) -> str:
    """Write the kept lines of a section, without its title, in the normal form of `drafting.text`.

    A heading inside starts at level 3; an item keeps its depth and its number as written; what
    looks like Markdown in a plain text is words.
    """
    lines = [part(source, piece) for piece in section.pieces if not piece.out]
    outermost = min((line.level for line in lines if line.kind == "heading"), default=1)
    blocks: list[Block] = []
    before = ""
    for line in lines:
        words = tuple(_tokens(line))
        if line.kind == "item" and line.marker and not _is_known(line.marker):
            # A number that no list of the text core has stays in front as words.
            words = (Token(f"{line.marker} "), *words)
        blocks.append(Block(_break(line, outermost, header=before != "table"), words))
        before = line.kind
    return write(read(write(normal(Passage(tuple(blocks))))))


def part(source: Source, piece: Piece) -> Line:
    """The line that a piece is; a part that begins inside a line is a paragraph."""
    line = source.lines[piece.line]
    if line.kind != "table":
        line = _cut(line, piece.start, piece.end)
    if piece.start and line.kind in {"item", "heading", "note"}:
        return replace(line, kind="paragraph", path=line.path.replace("-", ""), marker="")
    if line.kind == "item" and piece.depth is not None:
        return replace(line, path=">" * line.quote + "-" * (piece.depth + 1))
    return line


def _cut(line: Line, start: int, end: int) -> Line:
    marks = (
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in line.marks
        if mark.end > start and mark.start < end
    )
    return replace(line, text=line.text[start:end], marks=tuple(marks))


def _break(line: Line, outermost: int, *, header: bool) -> Break:
    if line.kind == "heading":
        level = min(FIRST_LEVEL + line.level - outermost, LAST_LEVEL)
        return Break(block="heading", level=level, path=line.path)
    if line.kind == "table":
        return Break(block="row", path=line.path, header=header)
    if line.kind == "note":
        return Break(block="note", number=line.marker.strip("[^]"))
    if line.kind == "item":
        ordered = _is_number(line.marker)
        number = line.marker if ordered else ""
        return Break(path=line.path, opens=True, ordered=ordered, number=number)
    return Break(path=line.path)


def _is_known(marker: str) -> bool:
    """Whether a marker is written by its item: a number that lists have, or a mere sign."""
    return _is_number(marker) or not any(letter.isalnum() for letter in marker)


def _is_number(marker: str) -> bool:
    """Whether the text core reads this as the number of an item."""
    blocks = read(f"{marker} x").blocks
    return len(blocks) == 1 and blocks[0].break_.ordered and plain(Passage(blocks)) == "x"


def _tokens(line: Line) -> Iterator[Token]:
    """The letters of a line, cut where its marks begin and end and at asked line ends and cells.

    These are no words yet: `normal` cuts them as the reader does.
    """
    edges = {edge for mark in line.marks for edge in (mark.start, mark.end)}
    breaks = [at for at, letter in enumerate(line.text) if letter == _edge(line)]
    cuts = sorted({0, len(line.text), *edges, *breaks, *(at + 1 for at in breaks)})
    for start, end in pairwise(cuts):
        yield Token(line.text[start:end], _over(line.marks, start, end))


def _edge(line: Line) -> str:
    return CELL_EDGE if line.kind == "table" else HARD_BREAK


def _over(marks: tuple[Mark, ...], start: int, end: int) -> tuple[TextMark, ...]:
    """The marks that lie over these characters, in the core's order, each kind once."""
    found = {mark.kind: mark for mark in marks if mark.start <= start and end <= mark.end}
    return tuple(TextMark(kind, found[kind].target) for kind in ORDER if kind in found)
