"""Blocks as the finder sees them: units of one token, each blank glued to the word before it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import lru_cache
from typing import NamedTuple

from drafting.text.passage import Block, Passage, Token, on_forget

STOPS = frozenset(".?!…。．？！؟۔।॥")
PAUSES = frozenset(",;:—–、，；：،؛")


class Units(NamedTuple):
    """The units of one block, its break first."""

    keys: tuple[Hashable, ...]
    """What two units must share to be the same: the word and its blank, whatever marks lie over
    them, or the break. The last unit of a block has no blank and counts as having one, so that a
    sentence can be put in after it."""
    starts: tuple[int, ...]
    """Offset of each unit from the block's break, in tokens; one more at the end."""
    weights: tuple[int, ...]
    """How much a unit says: the letters of its word; a break, a blank or a stop says nothing."""
    edges: tuple[int, ...]
    """How natural a cut after the unit is: 4 after a break, 3 a sentence, 2 a clause, 1 a word."""


@lru_cache(maxsize=20_000)
def units(block: Block) -> Units:
    """The units of a block, kept for the blocks seen last."""
    tokens = block.tokens
    keys: list[Hashable] = [block.break_]
    starts, weights, edges = [0], [0], [4]
    at, length = 0, len(tokens)
    while at < length:
        token = tokens[at]
        starts.append(at + 1)
        weights.append(len(token.text) if token.kind == "word" else 0)
        at += 1
        blank = tokens[at] if at < length and tokens[at].kind == "blank" else None
        keys.append(_key(token, blank, at == length))
        edges.append(0 if blank is None and at < length else _edge(token.text))
        at += blank is not None
    starts.append(length + 1)
    return Units(tuple(keys), tuple(starts), tuple(weights), tuple(edges))


on_forget(units.cache_clear)


def _key(token: Token, blank: Token | None, last: bool) -> str:
    text = token.text if token.kind == "word" else "\0" + token.text
    return text + blank.text if blank is not None else text + " " if last else text


def _edge(text: str) -> int:
    return 3 if text in STOPS else 2 if text in PAUSES else 1


class Stretch:
    """The units of several blocks, with the way back to blocks and token offsets."""

    def __init__(self, passage: Passage, numbers: Sequence[int]) -> None:
        self.keys: list[Hashable] = []
        self.offsets: list[int] = []
        self.weights: list[int] = []
        self.edges: list[int] = []
        self.blocks: list[int] = []
        for number in numbers:
            one = units(passage.blocks[number])
            start = passage.starts[number]
            self.keys.extend(one.keys)
            self.offsets.extend([start + offset for offset in one.starts[:-1]])
            self.weights.extend(one.weights)
            self.edges.extend(one.edges)
            self.blocks.extend([number] * len(one.keys))
        self.offsets.append(gap(passage, numbers[-1] + 1) if numbers else 0)


def gap(passage: Passage, block: int) -> int:
    """The token offset of the gap before a block; before the one after the last, the end."""
    return passage.starts[block] if block < len(passage.blocks) else len(passage.flat)
