"""Blocks as people wrote them in a file, so that a merge changes no line it need not change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drafting.text import Block, Passage, place, read, write

_GAP = re.compile(r"\n(?:[^\S\n]*\n)+")
_BULLET = re.compile(r"^([ >]*)([-*+])(?= )", re.MULTILINE)
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


def as_written(passage: Passage, sources: Sequence[str], apart: Iterable[int]) -> list[Written]:
    """Give the blocks in the line form they have in one of the sources, the first that has them.

    No row of blocks reaches over an index in `apart`. What stands nowhere so, and everything where
    the result would read otherwise, is in normal form.
    """
    normal = list(in_normal_form(passage))
    known: dict[Block, list[Stretch]] = {}
    for source in sources:
        for stretch in _stretches(source):
            known.setdefault(stretch.blocks[0], []).append(stretch)
    for stretches in known.values():
        stretches.sort(key=lambda stretch: -len(stretch.blocks))
    bulleted = _with_bullet(passage, normal, _bullet(sources))
    found = list(_matched(passage, bulleted, known, frozenset(apart)))
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


def _with_bullet(passage: Passage, parts: Sequence[Written], bullet: str) -> list[Written]:
    """Put another sign before the items that have no number."""
    items = [block.break_.is_item and not block.break_.ordered for block in passage.blocks]
    return [
        replace(part, text=_BULLET.sub(rf"\g<1>{bullet}", part.text, count=1)) if item else part
        for part, item in zip(parts, items, strict=True)
    ]


def _bullet(sources: Sequence[str]) -> str:
    """The sign before items, if the first source that has some knows one alone."""
    signs = next(filter(None, (_bullets(source) for source in sources)), set[str]())
    return signs.pop() if len(signs) == 1 else "-"


def _bullets(source: str) -> set[str]:
    return {found[2] for found in _BULLET.finditer(source)}


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
