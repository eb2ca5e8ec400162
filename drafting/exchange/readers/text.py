"""Reads plain text: paragraphs (also hard-wrapped ones), lists by their markers, quotations."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from drafting.exchange.readers.markers import Depths, Marker, cut_marker
from drafting.exchange.readers.source import (
    BLANK,
    MAX_ROWS,
    Line,
    LineKind,
    too_long,
)

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_RULE = re.compile(r"([=\-~_*#.])\1{2,}$")
_QUOTE = re.compile(r"(?:>\s?)+")
TAB = 4
NEAR = 3  # numbers of one list may leave out as many
# Text is taken as hard-wrapped only when no row is wider; wider rows are whole paragraphs.
WIDEST_WRAPPED, NARROWEST_WRAPPED = 120, 40


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file: its indentation in columns, its marker, the words after it."""

    indent: int
    words: str
    marker: Marker | None = None
    quote: int = 0
    width: int = 0


def read_text(text: str) -> list[Line]:
    """Read plain text (NFC) into lines; adjacent rows of a wrapped paragraph make one line.

    Raises: UnreadableSource when it has more rows than anybody can edit.
    """
    raws = [raw.rstrip() for raw in _LINE_END.split(text)]
    if sum(map(bool, raws)) > MAX_ROWS:
        raise too_long()
    rows = [_row(raw) for before, raw in pairwise(["", *raws]) if before or raw]
    return _lines(_unwrapped(_believed(rows)))


def _row(raw: str) -> Row:
    quote = 0
    if found := _QUOTE.match(raw):
        quote, raw = found[0].count(">"), raw[found.end() :]
    words = raw.strip()
    indent = len(raw[: len(raw) - len(raw.lstrip())].expandtabs(TAB))
    if quote or _RULE.match(words):
        return Row(indent, words, None, quote, len(raw))
    marker, rest = cut_marker(words)
    return Row(indent, rest, marker, 0, len(raw.rstrip()))


def _believed(rows: list[Row]) -> list[Row]:
    """Give a number back to the words where no neighbour counts on: `A. Name`, `No. 5`."""
    counted = Counter(each for row in rows if row.marker for each in row.marker.readings)
    return [_doubted(row) if row.marker and not _counts(row, counted) else row for row in rows]


def _counts(row: Row, counted: Counter[tuple[str, int]]) -> bool:
    marker = row.marker
    if marker is None or marker.is_bullet or marker.style.startswith("("):
        return True
    plain_number = marker.style in {"1.", "1)"}
    if row.indent and plain_number:
        return True
    return any(
        sum(counted[style, near] for near in range(value - NEAR, value + NEAR + 1)) > 1
        for style, value in marker.readings
    )


def _doubted(row: Row) -> Row:
    written = row.marker.written if row.marker else ""
    return replace(row, marker=None, words=f"{written} {row.words}")


def _unwrapped(rows: list[Row]) -> list[Row]:
    """Join a row to the one before when its first word would not have fitted there."""
    width = max((row.width for row in rows), default=0)
    wrapped = NARROWEST_WRAPPED <= width <= WIDEST_WRAPPED
    joined: list[list[Row]] = []
    for row in rows:
        if joined and _continues(joined[-1][-1], row, joined[-1][0], width if wrapped else 0):
            joined[-1].append(row)
        else:
            joined.append([row])
    return [replace(run[0], words=" ".join(row.words for row in run)) for run in joined]


def _continues(before: Row, row: Row, first: Row, width: int) -> bool:
    if row.marker or not before.words or not row.words or row.quote != before.quote:
        return False
    if _RULE.match(row.words) or _RULE.match(before.words):
        return False
    if first.marker and row.indent > first.indent:
        return True
    return before.width + 1 + len(row.words.split()[0]) > width > 0


def _lines(rows: list[Row]) -> list[Line]:
    lines: list[Line] = []
    depths = Depths()
    for row in rows:
        if not row.words:
            lines.append(BLANK)
        elif _RULE.match(row.words):
            _underline(lines, row.words[0])
        elif row.marker:
            depth = depths.place(row.indent, row.marker)
            path = "-" * (depth + 1)
            lines.append(Line(row.words, "item", path=path, marker=row.marker.written))
        else:
            depths = Depths()
            kind: LineKind = "quotation" if row.quote else "paragraph"
            lines.append(Line(row.words, kind, path=">" * row.quote))
    return _numbered_headings(lines)


def _underline(lines: list[Line], sign: str) -> None:
    """Make the line before a heading when it is underlined; a rule alone is a blank."""
    if lines and lines[-1].kind == "paragraph" and sign in "=-~":
        lines[-1] = replace(lines[-1], kind="heading", level=1 if sign == "=" else 2)
    lines.append(BLANK)


def _numbered_headings(lines: list[Line]) -> list[Line]:
    """Tell `2. Context` between paragraphs from an item of a list."""
    solid = [index for index, line in enumerate(lines) if not line.is_blank]
    result = list(lines)
    for place, index in enumerate(solid):
        line = lines[index]
        neighbours = [lines[solid[p]] for p in (place - 1, place + 1) if 0 <= p < len(solid)]
        alone = place + 1 < len(solid) and all(near.kind != "item" for near in neighbours)
        if line.kind == "item" and line.marker[0].isalnum() and alone and is_heading_like(line):
            result[index] = replace(
                line, kind="heading", path="", level=2 + line.marker.count(".", 1, -1)
            )
    return result


def is_heading_like(line: Line) -> bool:
    """Whether a line is as short as a heading and does not end like a sentence."""
    words = line.text.split()
    return 0 < len(words) <= 8 and len(line.text) <= 80 and line.text[-1] not in ".,;:!…"
