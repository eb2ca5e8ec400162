"""Reads what a person left in a field of plain words as that person meant it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drafting.text.markdown.normal import normal, recut
from drafting.text.passages.passage import Block, Passage
from drafting.text.passages.settle import renumbered
from drafting.text.passages.tokens import Token
from drafting.text.typed.hanging import Placed, rehung
from drafting.text.typed.lists import ItemMark, Levels, opening_of
from drafting.text.typed.numbering import kept_numbers
from drafting.text.typed.restyle import restyled, typed_parts
from drafting.text.typed.retype import retyped

_TAB = "    "


class _Line(NamedTuple):
    """A typed line, or lines that make one block, and how far it was indented."""

    text: str
    indent: int


def from_field(base: Passage, words: str) -> Passage:
    """Read a field that held the plain words of `base`, and in which a person typed.

    As `restyle`, but a line end that was typed is seen: it opens a block, as a blank line does,
    and in a block of several lines another line. What looks like the mark of an item, typed
    where a line begins, is its mark, or its number, and no word; further in, it is an item under
    the item above. No other item changes its place among the items.
    """
    lines = list(_lines(base, words))
    found = [one._replace(block=recut(one.block)) for one in _placed(base, lines)]
    placed = rehung([one for one in found if one.block.text.strip()])
    numbers = kept_numbers(placed)
    return normal(Passage(tuple(renumbered([one.block for one in placed], numbers))))


def _lines(base: Passage, words: str) -> Iterator[_Line]:
    """What was typed, a block for each line unless it is a block of lines."""
    parts = list(typed_parts(base, words))
    stands = {block.text.strip() for block in base.blocks}
    texts = {text for text, _ in parts}
    gone = [block for block in base.blocks if block.text.strip() not in texts]
    found = iter(retyped(gone, [text for text, _ in parts if text not in stands]))
    for text, lead in parts:
        if text in stands or next(found).has_lines:
            yield _Line(text, _width(lead))
        else:
            lines = (lead + text).split("\n")
            yield from (_Line(line.strip(" \t"), _width(line)) for line in lines if line.strip())


def _width(line: str) -> int:
    wide = line.replace("\t", _TAB)
    return len(wide) - len(wide.lstrip(" "))


def _placed(base: Passage, lines: list[_Line]) -> Iterator[Placed]:
    """The blocks with the form and the number that was typed for them."""
    own = {block.text for block in base.blocks}
    marks = {opening.text for text in own if (opening := opening_of(text))}
    found = restyled(base, [line.text for line in lines])
    openings: list[ItemMark | None] = []
    for block, _ in found:
        opening = None if block.text in own else opening_of(block.text)
        openings.append(None if opening and opening.text in marks else opening)
    levels = Levels()
    following = [*openings[1:], None][: len(openings)]
    for line, (block, fresh), opening, after in zip(lines, found, openings, following, strict=True):
        break_ = levels.enter(block, line.indent, opening, after, fresh=fresh)
        if break_ is None or opening is None:
            yield Placed(block, fresh)
        else:
            words = _without(block, len(opening.text))
            yield Placed(Block(break_, words), fresh, opening.number if break_.ordered else "")


def _without(block: Block, size: int) -> tuple[Token, ...]:
    """The tokens of a block without its first letters."""
    tokens = list(block.tokens)
    while size > 0 and tokens:
        first = tokens.pop(0)
        if len(first.text) > size:
            tokens.insert(0, Token(first.text[size:], first.marks))
        size -= len(first.text)
    return tuple(tokens)
