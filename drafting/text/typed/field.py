"""Reads what a person left in a field of plain words as that person meant it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import groupby

import regex

from drafting.text.markdown.normal import normal
from drafting.text.passages.numbers import FIRST, counts_alike, is_number
from drafting.text.passages.passage import Block, Passage
from drafting.text.passages.settle import renumbered, with_break
from drafting.text.passages.tokens import PARAGRAPH, Break
from drafting.text.typed.restyle import BLANK_LINE, restyle, typed_blocks
from drafting.text.typed.retype import retyped

_BULLET = regex.compile(r"(?:[•‣◦▪●○∙·*+–-](?:\s+|$))+")
"""However many signs open an item, none is a word: read again, it reads the same."""
_BULLETED = Break(path="-", opens=True)
_NUMBERED = Break(path="-", opens=True, ordered=True)
_NUMBER = regex.compile(r"(\(?[\p{L}\p{Nd}][^\s()]*(?: (?:bis|ter|quater))?[.)])\s+(?=\S)")


def from_field(base: Passage, words: str) -> Passage:
    """Read a field that held the plain words of `base`, and in which a person typed.

    As `restyle`, but a line end that was typed is seen: it opens a block, as a blank line does,
    and in a block of several lines another line. What looks like the mark of an item, typed
    where an item begins, is its mark, or its number, and no word. Two or more lines in a row that
    open alike among paragraphs are a list.
    """
    parts = typed_blocks(base, words)
    passage = restyle(base, BLANK_LINE.join(_opened(base, parts)))
    own = {block.text for block in base.blocks}
    marks = {opening for text in own if (opening := _bullet(text) or _number(text))}
    blocks = _listed(passage.blocks, own, marks)
    found = {
        at: opening
        for at, block in enumerate(blocks)
        if block.break_.is_item and block.text not in own
        if (opening := _opening(block)) and opening not in marks
    }
    return normal(Passage(tuple(_marked(blocks, found)))) if found else passage


def _opened(base: Passage, parts: Sequence[str]) -> Iterator[str]:
    """What was typed, a block for each line unless it is a block of lines."""
    stands = {block.text.strip() for block in base.blocks}
    gone = [block for block in base.blocks if block.text.strip() not in parts]
    come = [part for part in parts if part not in stands]
    found = iter(retyped(gone, come))
    for part in parts:
        if part in stands:
            yield part
            continue
        yield part if next(found).has_lines else part.replace("\n", BLANK_LINE)


def _listed(blocks: Sequence[Block], own: Container[str], marks: Container[str]) -> list[Block]:
    """The blocks, those of a list that was typed among paragraphs as its items."""

    def item(at: int) -> Break | None:
        block = blocks[at]
        opening = _bullet(block.text) or _number(block.text)
        typed = block.break_ == PARAGRAPH and block.text not in own and opening not in marks
        return (_BULLETED if _bullet(block.text) else _NUMBERED) if typed and opening else None

    made = list(blocks)
    for break_, run in groupby(range(len(blocks)), item):
        places = list(run)
        first = _number(blocks[places[0]].text).strip()
        counts = break_ is _BULLETED or (break_ and counts_alike(first, FIRST.label))
        if break_ and counts and len(places) > 1:
            made[places[0] : places[-1] + 1] = [with_break(blocks[at], break_) for at in places]
    return made


def _bullet(text: str) -> str:
    found = _BULLET.match(text)
    return found[0] if found else ""


def _number(text: str) -> str:
    found = _NUMBER.match(text)
    return found[0] if found and is_number(found[1]) else ""


def _opening(block: Block) -> str:
    """The mark that was typed where an item begins; in a list without numbers none is a number."""
    return _bullet(block.text) or (_number(block.text) if block.break_.ordered else "")


def _marked(blocks: Sequence[Block], found: dict[int, str]) -> Iterator[Block]:
    """The blocks without the marks that were typed, which say only how their items count."""
    bare = [
        _without(block, len(found[at])) if at in found else block for at, block in enumerate(blocks)
    ]
    labels = {at: opening.strip() for at, opening in found.items() if not _bullet(opening)}
    return renumbered(bare, labels)


def _without(block: Block, size: int) -> Block:
    """A block without its first letters, which whole tokens make."""
    tokens = list(block.tokens)
    while size > 0 and tokens:
        size -= len(tokens.pop(0).text)
    return Block(block.break_, tuple(tokens))
