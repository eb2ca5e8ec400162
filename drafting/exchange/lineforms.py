"""Blocks as people wrote them in a file, so that a merge changes no line it need not change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafting.text import Block, Passage, place, read, write

_GAP = re.compile(r"\n(?:[^\S\n]*\n)+")
_NUMBER = re.compile(r"\s*(?:\w+[.)]|\(\w+\))")


@dataclass(frozen=True, slots=True)
class Written:
    """The Markdown of some blocks in a row, with the line ends that stand before it."""

    start: int
    end: int
    gap: str
    text: str


def in_normal_form(passage: Passage) -> Iterator[Written]:
    """Give each block as the text core writes it there."""
    text = write(passage)
    cuts = [max(place(passage, start), 0) for start in (*passage.starts, len(passage.flat))]
    end = 0
    for index, (low, high) in enumerate(pairwise(cuts)):
        words = text[low:high].strip("\n")
        begin = text.index(words, max(low, end))
        yield Written(index, index + 1, text[end:begin], words)
        end = begin + len(words)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands between two blank lines of a file, and what stands before it."""

    blocks: tuple[Block, ...]
    text: str
    gap: str
    before: Block | None


def as_written(passage: Passage, sources: Iterable[str], apart: Iterable[int]) -> list[Written]:
    """Give the blocks in the line form they have in one of the sources, the first that has them.

    No row of blocks reaches over an index in `apart`. What stands nowhere so, and everything where
    the result would read otherwise, is in normal form.
    """
    normal = list(in_normal_form(passage))
    known: dict[Block, list[Stretch]] = {}
    for source in sources:
        for stretch in _stretches(source):
            known.setdefault(stretch.blocks[0], []).append(stretch)
    found = list(_matched(passage, normal, known, frozenset(apart)))
    return found if read(joined(found)) == passage else normal


def joined(parts: Iterable[Written]) -> str:
    """Return the whole text."""
    return "".join(part.gap + part.text for part in parts)


def _matched(
    passage: Passage,
    normal: Sequence[Written],
    known: Mapping[Block, Sequence[Stretch]],
    apart: frozenset[int],
) -> Iterator[Written]:
    at = 0
    while at < len(passage.blocks):
        one = normal[at]
        for stretch in known.get(passage.blocks[at], ()):
            end = at + len(stretch.blocks)
            same = passage.blocks[at:end] == stretch.blocks and apart.isdisjoint(range(at + 1, end))
            if same and _number(stretch.text) == _number(one.text):
                known_gap = at and passage.blocks[at - 1] == stretch.before
                one = Written(at, end, stretch.gap if known_gap else one.gap, stretch.text)
                break
        yield one
        at = one.end


def _number(text: str) -> str:
    found = _NUMBER.match(text)
    return found[0].strip() if found else ""


def _stretches(source: str) -> Iterator[Stretch]:
    """Give the stretches between blank lines with the blocks they are, if that can be told."""
    blocks = read(source).blocks
    gaps = ["", *_GAP.findall(source)]
    texts = [text.strip("\n") for text in _GAP.split(source)]
    sizes = [len(read(text).blocks) for text in texts]
    if sum(sizes) != len(blocks):
        return
    at = 0
    for text, gap, size in zip(texts, gaps, sizes, strict=True):
        if size:
            yield Stretch(blocks[at : at + size], text, gap, blocks[at - 1] if at else None)
        at += size
