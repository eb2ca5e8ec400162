"""Reads rows of simple tables: their cells are inline text, a tab stands between two."""

from __future__ import annotations

import regex

from drafting.text.markdown.inline import inline
from drafting.text.passages.segments import tokens_of_segments
from drafting.text.passages.tokens import CELL_EDGE, Token
from drafting.text.passages.words import TOKENS

_CELL = r"[ \t]*+:?-++:?[ \t]*+"
_RULE = regex.compile(rf"\|?{_CELL}(?:\|{_CELL})*+\|?")
_EDGE = regex.compile(r"(?<!\\)\|")


def cells_of(line: str) -> list[str]:
    """Split a row into the source of its cells; an escaped bar is a bar in any cell."""
    line = line.strip(" \t").removeprefix("|")
    cells = _EDGE.split(line)
    if len(cells) > 1 and not cells[-1].strip(" \t"):
        cells.pop()
    return [cell.replace("\\|", "|") for cell in cells]


def is_header(line: str, rule: str) -> bool:
    """Whether two lines are a table's header and the rule under it."""
    if "|" not in rule or "|" not in line or not _RULE.fullmatch(rule):
        return False
    return len(cells_of(line)) == len(cells_of(rule))


def row_tokens(line: str) -> tuple[Token, ...]:
    """Read a row into the tokens of its cells."""
    return joined_cells([tokens_of_segments(inline(cell)) for cell in cells_of(line)])


def joined_cells(cells: list[tuple[Token, ...]]) -> tuple[Token, ...]:
    """The tokens of a row's cells with the edges between them."""
    tokens: list[Token] = []
    for place, cell in enumerate(cells):
        if place:
            tokens += TOKENS[CELL_EDGE]
        tokens += cell
    return tuple(tokens)
