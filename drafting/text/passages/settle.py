"""The order of blocks in normal form: containers that stand open, numbers that count on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from drafting.text.passages.caches import on_forget
from drafting.text.passages.numbers import FIRST, Number, as_written, counts_alike, is_number
from drafting.text.passages.passage import Block, Passage
from drafting.text.passages.tokens import PARAGRAPH, BlockKind, Break

_LABEL = re.compile(r"[^\s\[\]^`\\]{1,80}")
MOST_BLOCKS = 20_000


def settle(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give each block the form it has after those before it; blocks without words are gone.

    An item is at most one deeper than the block before, a block goes on only in an item that is
    open, a number that counts on is not kept, a table begins with its header.
    """
    if all(block.break_ is PARAGRAPH and block.text for block in blocks):
        return tuple(blocks)
    if len(blocks) == 1 and blocks[0].text.strip():
        return (_as(blocks[0], _alone(blocks[0].break_)),)
    return tuple([block for block, _ in numbered(blocks)])


def item_numbers(passage: Passage) -> tuple[str, ...]:
    """The number that stands before each block of a passage in normal form, empty without one."""
    return tuple(number for _, number in numbered(passage.blocks))


def numbered(blocks: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    """Like `settle`, each block with the number that stands before it, if any."""
    course = _Course()
    for block in blocks:
        if not block.text or (block.break_.block == "row" and not block.text.strip()):
            continue
        break_ = block.break_
        if break_ is PARAGRAPH:
            course.clear()
            yield block, ""
        else:
            settled, number = course.settle(break_)
            yield _as(block, settled), number


def renumbered(blocks: Sequence[Block], typed: Mapping[int, str]) -> Iterator[Block]:
    """Like `settle`, where some items have a number that was typed, by their place.

    One that says how the item counts anyhow, in whatever way of writing, is not kept.
    """
    course = _Course()
    for at, block in enumerate(blocks):
        break_ = block.break_
        if at in typed:
            break_ = course.counted(break_, typed[at])
        if block.text:
            course.settle(break_)
            yield _as(block, break_)


@lru_cache(maxsize=2_000)
def _alone(break_: Break) -> Break:
    """The break in normal form of the first block of a text."""
    return _Course().settle(break_)[0]


def _as(block: Block, break_: Break) -> Block:
    return block if break_ == block.break_ else with_break(block, break_)


@lru_cache(maxsize=MOST_BLOCKS)
def with_break(block: Block, break_: Break) -> Block:
    """The same words, as the reader cuts them, in another form."""
    return Block.written(break_, block.segments)


on_forget(with_break.cache_clear)


class _Course:
    """What stands open while the blocks go by."""

    def __init__(self) -> None:
        self.path = ""
        self.numbers: list[Number | None] = []
        """Per container of the path the number of its last item, None for what has none."""
        self.in_table = False
        self.expected = FIRST

    def clear(self) -> None:
        """Close everything: a paragraph follows that stands in nothing."""
        self.path, self.in_table = "", False
        self.numbers.clear()

    def settle(self, break_: Break) -> tuple[Break, str]:
        """The break in normal form after what is open, and the number that stands before it."""
        path, place, shared = self._reach(break_)
        number = self._number(break_, place, shared)
        header = break_.block == "row" and (
            break_.header or place >= 0 or not self.in_table or path != self.path
        )
        self._follow(path, place, shared, number)
        self.in_table = break_.block == "row"
        if break_.block == "note" and _LABEL.fullmatch(break_.number):
            return _form("note", 0, "", False, False, break_.number, False), ""
        expected = self.expected.label if number else ""
        label = number.label if number else ""
        written = "" if label == expected else label
        ordered = number is not None
        level = min(max(break_.level, 1), 6) if break_.block == "heading" else 0
        block = "paragraph" if break_.block == "note" else break_.block
        return _form(block, level, path, place >= 0, ordered, written, header), label

    def counted(self, break_: Break, label: str) -> Break:
        """The break of an item for which a number was typed."""
        _, place, shared = self._reach(break_)
        number = self._number(break_, place, shared)
        alike = number is None or counts_alike(number.label, label)
        return break_ if alike else break_.changed(number=label)

    def _reach(self, break_: Break) -> tuple[str, int, int]:
        """Say in which containers a block can be.

        Returns the path without items that are not open, the place of the item that the block
        opens (-1 without), and how many containers are those that stand open.
        """
        opening = break_.path.rfind("-") if break_.opens else -1
        path, place, shared, whole = "", -1, 0, True
        for at, sign in enumerate("" if break_.block == "note" else break_.path):
            is_open = whole and self.path[shared : shared + 1] == sign
            if sign == "-" and not is_open and at != opening:
                continue
            if at == opening:
                place = len(path)
            path += sign
            whole = is_open
            shared += is_open
        return path, place, shared

    def _number(self, break_: Break, place: int, shared: int) -> Number | None:
        if place < 0 or not break_.ordered:
            return None
        before = self.numbers[place] if place < shared else None
        self.expected = before.following() if before else FIRST
        if break_.number == self.expected.label or not is_number(break_.number):
            return self.expected
        return as_written(break_.number)

    def _follow(self, path: str, place: int, shared: int, number: Number | None) -> None:
        kept = min(shared, place) if place >= 0 else shared
        self.numbers[kept:] = [None] * (len(path) - kept)
        if place >= 0:
            self.numbers[place] = number
        self.path = path


@lru_cache(maxsize=2_000)
def _form(
    block: BlockKind, level: int, path: str, opens: bool, ordered: bool, number: str, header: bool
) -> Break:
    return Break(
        block=block,
        level=level,
        path=path,
        opens=opens,
        ordered=ordered,
        number=number,
        header=header,
    )
