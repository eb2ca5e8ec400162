"""Marks of items as people type them, and in which list each of them stands."""

from __future__ import annotations

from typing import NamedTuple

import regex

from drafting.text.passages.numbers import count_of, is_number
from drafting.text.passages.passage import Block
from drafting.text.passages.tokens import PARAGRAPH, Break

_BULLET = regex.compile(r"(?:[•‣◦▪●○∙·*+–-](?:\s+|$))+")
"""However many signs open an item, none is a word: read again, it reads the same."""
_NUMBER = regex.compile(r"(\(?[\p{L}\p{Nd}][^\s()]*(?: (?:bis|ter|quater))?[.)])\s+(?=\S)")
_BEGINNINGS = ("1", "a", "i", "а")
_FURTHER_IN = 2
"""By so many blanks a line is indented that stands under the one above."""


class ItemMark(NamedTuple):
    """What was typed where an item begins: a mark with the blanks after it, or a number."""

    text: str
    number: str

    def begins_a_list(self, after: ItemMark | None) -> bool:
        """Whether it makes an item where no list is: two in a row that open alike do, from 1 on."""
        if after is None or bool(after.number) != bool(self.number):
            return False
        return not self.number or count_of(self.number) in _BEGINNINGS


def opening_of(text: str) -> ItemMark | None:
    """What opens an item at the beginning of these words, if anything does."""
    if found := _BULLET.match(text):
        return ItemMark(found[0], "")
    found = _NUMBER.match(text)
    if found and is_number(found[1]):
        return ItemMark(found[0], found[1])
    return None


class _Level(NamedTuple):
    """How far a line was indented, and the items it stands in."""

    indent: int
    path: str


class Levels:
    """The items that stand open while the lines go by."""

    def __init__(self) -> None:
        self._open: list[_Level] = []
        self._ordered: dict[str, bool] = {}
        """Whether the last item with this path is numbered."""

    def enter(
        self,
        block: Block,
        indent: int,
        opening: ItemMark | None,
        after: ItemMark | None,
        *,
        fresh: bool,
    ) -> Break | None:
        """Return the form of a line that has a mark; None where what looks like one is words."""
        break_ = self._marked(block.break_, indent, opening, after, fresh) if opening else None
        stands = break_ or block.break_
        if break_ is None or not fresh:
            self._open = [_Level(indent, stands.path)]
        if stands.is_item:
            self._ordered[stands.path] = stands.ordered
        return break_

    def _marked(
        self, break_: Break, indent: int, opening: ItemMark, after: ItemMark | None, fresh: bool
    ) -> Break | None:
        if break_.block not in (("paragraph", "heading") if fresh else ("paragraph",)):
            return None
        if not fresh:
            if break_.is_item:
                return break_
            begins = break_ == PARAGRAPH and opening.begins_a_list(after)
            return _item("-", bool(opening.number)) if begins else None
        return self._fresh(indent, opening, after)

    def _fresh(self, indent: int, opening: ItemMark, after: ItemMark | None) -> Break | None:
        """The form of a new line: beside, under or above the last one, or a list that begins."""
        self._close(indent)
        top = self._open[-1] if self._open else _Level(indent, "")
        if "-" not in top.path:
            if not opening.begins_a_list(after):
                return None
            return self._under(top, indent, opening)
        if indent >= top.indent + _FURTHER_IN:
            return self._under(top, indent, opening)
        path = self._beside(top.path, opening)
        if path != top.path:
            self._open = [_Level(indent, path)]
        return _item(path, self._ordered.get(path, False))

    def _close(self, indent: int) -> None:
        """Leave the items that are further in; between two depths a line is of the inner list."""
        while len(self._open) > 1 and indent < self._open[-1].indent:
            inner = self._open.pop()
            if indent >= self._open[-1].indent + _FURTHER_IN:
                self._open.append(_Level(indent, inner.path))

    def _under(self, top: _Level, indent: int, opening: ItemMark) -> Break:
        path = top.path + "-"
        self._open.append(_Level(indent, path))
        return _item(path, bool(opening.number))

    def _beside(self, path: str, opening: ItemMark) -> str:
        """Where the line stands; a number among bullets counts on in the list around them."""
        if not opening.number or self._ordered.get(path):
            return path
        around = (path[:size] for size in range(len(path) - 1, 0, -1))
        return next((one for one in around if self._ordered.get(one)), path)


def _item(path: str, ordered: bool) -> Break:
    return PARAGRAPH.changed(path=path, opens=True, ordered=ordered)
