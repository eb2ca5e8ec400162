"""Brings spliced tokens into the form in which the reader would have read them."""

from __future__ import annotations

from functools import lru_cache

from drafting.text.markdown.rows import joined_cells
from drafting.text.passages.caches import on_forget
from drafting.text.passages.passage import Block, Passage
from drafting.text.passages.segments import Segment, settled, tokens_of_segments
from drafting.text.passages.settle import settle
from drafting.text.passages.tokens import CELL_EDGE, HARD_BREAK, Token

MOST_BLOCKS = 20_000


def normal(passage: Passage) -> Passage:
    """Bring a passage into normal form, so that it reads back from its Markdown as it is.

    Words are cut and letters composed anew where stretches meet, blanks at edges and blocks
    without words go, items and tables are whole again.
    """
    blocks = [block if block.settled else recut(block) for block in passage.blocks]
    return Passage(settle(blocks))


@lru_cache(maxsize=MOST_BLOCKS)
def recut(block: Block) -> Block:
    """Cut the words of a block as the reader would, in the form that it has."""
    tokens = block.tokens
    if block.break_.block == "row":
        recut = joined_cells([_tokens(cell, " ") for cell in _cells(tokens)])
    else:
        recut = _tokens(tokens, " " if block.break_.block == "heading" else HARD_BREAK)
    return Block(block.break_, recut, settled=True)


on_forget(recut.cache_clear)


def _tokens(tokens: list[Token] | tuple[Token, ...], line_end: str) -> tuple[Token, ...]:
    parts = [
        Segment(t.text.replace(HARD_BREAK, line_end).replace(CELL_EDGE, " "), t.marks)
        for t in tokens
    ]
    return tokens_of_segments(settled(parts))


def _cells(tokens: tuple[Token, ...]) -> list[list[Token]]:
    cells: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == CELL_EDGE:
            cells.append([])
        else:
            cells[-1].append(token)
    return cells
