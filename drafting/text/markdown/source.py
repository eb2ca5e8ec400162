"""The Markdown of one block, without what its containers put before its lines."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from drafting.text.markdown.lines import scan
from drafting.text.markdown.rows import row_tokens
from drafting.text.markdown.spelling import Spelling
from drafting.text.passages.caches import on_forget
from drafting.text.passages.passage import Block
from drafting.text.passages.tokens import Break

MOST_BLOCKS = 20_000
MOST_TRIALS = 24
"""So many escapes of a block are tried one by one whether it reads the same without them."""

_SIGNS = regex.compile(r"[\\`*_\[\]<|]")
_START = regex.compile(r"[>#\-*+_=(\[|]|[\p{L}\p{N}. ]{1,20}?(?=[.)](?: |$))", regex.M)
_PUNCTUATION = regex.compile(r"[!-/:-@\[-`{-~]")


class Source(NamedTuple):
    """Markdown, and where in it each token begins (in code points)."""

    text: str
    places: tuple[int, ...]


@lru_cache(maxsize=MOST_BLOCKS)
def source_of(block: Block) -> Source:
    """Write one block; a sign is escaped only where it would be read as markup.

    The lines end in line ends that follow a backslash (hard line breaks).
    """
    spelling = Spelling(block)
    if not _reads(spelling.text, block):
        spelling = _careful(block)
    return Source(spelling.text, tuple(spelling.places))


on_forget(source_of.cache_clear)


def _careful(block: Block) -> Spelling:
    """The spelling with as few escapes as will do; if need be with all that are allowed."""
    few = _needed(block, _signs(block))
    if few is not None:
        return few
    every = {found.start() for found in _PUNCTUATION.finditer(block.text)}
    return Spelling(block, every, pointed=False)


def _signs(block: Block) -> set[int]:
    """Places in the words of a block that might be read as markup."""
    text = block.text
    places = {found.start() for found in _SIGNS.finditer(text)}
    if block.break_.block == "row":
        return {place for place in places if text[place] != "|"}
    for start in (0, *(found.end() for found in regex.finditer("\n", text))):
        if found := _START.match(text, start):
            places.add(start if len(found[0]) == 1 and not found[0].isalnum() else found.end())
    if block.break_.block == "heading" and text.endswith("#"):
        places.add(len(text) - 1)
    return places


def _needed(block: Block, signs: set[int]) -> Spelling | None:
    """The spelling with those of the escapes without which the block would read otherwise."""
    best = Spelling(block, signs)
    if not _reads(best.text, block):
        return None
    for group in _groups(block.text, signs):
        trial = Spelling(block, signs - group)
        if _reads(trial.text, block):
            signs, best = signs - group, trial
    return best


def _groups(text: str, signs: set[int]) -> Sequence[set[int]]:
    """What is tried at once: each sign alone, or all alike where there are many."""
    if len(signs) <= MOST_TRIALS:
        return [{place} for place in sorted(signs, reverse=True)]
    kinds = sorted({text[place] for place in signs})
    return [{place for place in signs if text[place] == kind} for kind in kinds]


def _reads(text: str, block: Block) -> bool:
    """Whether this Markdown is read as the block."""
    break_ = block.break_
    if break_.block == "row":
        return row_tokens(text) == block.tokens
    if _is_simple(block):
        return True
    marker = ("1. " if break_.ordered else "- ") if break_.is_item else ""
    found, _ = scan((), marker + text.replace("\n", "\n" + " " * len(marker)))
    return (
        len(found) == 1 and found[0].tokens == block.tokens and (found[0].break_ == _bare(break_))
    )


def _is_simple(block: Block) -> bool:
    text = block.text
    marked = any(token.marks for token in block.tokens)
    special = marked or "\n" in text or _SIGNS.search(text) or _START.match(text)
    return not special and not (block.break_.block == "heading" and text.endswith("#"))


def _bare(break_: Break) -> Break:
    """The form of a block outside of all containers, but for the item it opens."""
    number = break_.number if break_.block == "note" else "1." if break_.ordered else ""
    return Break(
        block=break_.block,
        level=break_.level,
        path="-" if break_.is_item else "",
        opens=break_.is_item,
        ordered=break_.ordered,
        number=number,
    )
