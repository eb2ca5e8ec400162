"""Where in a section a change lies: which of its blocks, and which of them alone was edited."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafting.text import Change, Passage, Redline, plain, restyle, take

BLANK_LINE = "\n\n"


@dataclass(frozen=True, slots=True)
class BlockEdit:
    """One block of a section, by its place among the blocks, and the words asked for it."""

    index: int
    words: str


def words_of(passage: Passage, low: int, high: int) -> str:
    """Return the plain words of some blocks (half-open), a blank line between two."""
    blocks = passage.blocks[low:high]
    return BLANK_LINE.join(plain(Passage((block,))) for block in blocks)


def with_block(base: Passage, index: int, words: str) -> Passage:
    """Return the section with other plain words for one block, the others untouched.

    A blank line in the words begins a new block of the same form; no words drop the block.
    """
    before = words_of(base, 0, index)
    after = words_of(base, index + 1, len(base.blocks))
    kept = [part for part in (before, tidied(words), after) if part]
    return restyle(base, BLANK_LINE.join(kept))


def tidied(words: str) -> str:
    """Return typed words with plain line ends, and one blank line wherever there are several."""
    lines = [line.strip() for line in words.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line:
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return BLANK_LINE.join("\n".join(block) for block in blocks if block)


def edited_block(before: Passage, after: Passage) -> BlockEdit | None:
    """Return the one block in which two forms of a section differ, and its new words.

    None where they differ in several blocks, or not at all. New blocks alone count as an edit
    of the block before them.
    """
    old, new = before.blocks, after.blocks
    head = common_head(old, new)
    tail = common_head(old[head:][::-1], new[head:][::-1])
    low, high = head, len(old) - tail
    if old == new or high - low > 1 or not old:
        return None
    if high == low:
        low = max(low - 1, 0)
        high = low + 1
        tail = len(old) - high
    return BlockEdit(low, words_of(after, low, len(new) - tail))


def common_head(one: Sequence[object], other: Sequence[object]) -> int:
    """Count the equal members with which both begin."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def blocks_of_change(passage: Passage, change: Change) -> range:
    """Return the blocks of the old text that a change touches; for new blocks the one before."""
    first = block_at(passage, change.start)
    last = block_at(passage, max(change.end - 1, change.start))
    if change.start == change.end and change.inserted and change.inserted[0].kind == "break":
        first = last = max(block_at(passage, change.start - 1), 0)
    return range(first, last + 1)


def block_at(passage: Passage, offset: int) -> int:
    """Return the block in which a token offset lies; the last one for the end of the text."""
    return max(bisect_right(passage.starts, offset) - 1, 0)


def keys_of_changes(redline: Redline, keys: Sequence[str]) -> list[str]:
    """Return the key of the first block that each change touches; `keys` runs beside the blocks."""
    return [
        keys[first]
        for change in redline.changes
        if (first := blocks_of_change(redline.before, change).start) < len(keys)
    ]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Neighbouring blocks of a marked text in which something changes; `first` is their place."""

    first: int
    redline: Redline


def excerpts(redline: Redline) -> list[Excerpt]:
    """Cut a marked text down to the blocks that change, each run of neighbours by itself."""
    before = redline.before
    reach = [reach_of(before, change) for change in redline.changes]
    found = []
    for low, high in runs(reach):
        start = before.starts[low] if before.blocks else 0
        inside = [
            shifted(change, start)
            for change, blocks in zip(redline.changes, reach, strict=True)
            if low <= blocks.start < high
        ]
        cut = Passage(before.blocks[low:high])
        found.append(Excerpt(low, Redline(cut, take(cut, inside), tuple(inside))))
    return found


def reach_of(passage: Passage, change: Change) -> range:
    """Return the blocks that must be seen to read a change; a move's from where to where."""
    blocks = blocks_of_change(passage, change)
    if change.to is None:
        return blocks
    goal = block_at(passage, change.to)
    return range(min(blocks.start, goal), max(blocks.stop, goal + 1))


def runs(reach: Sequence[range]) -> list[tuple[int, int]]:
    """Unite ranges that overlap or meet, in order (half-open)."""
    united: list[tuple[int, int]] = []
    for blocks in sorted(reach, key=lambda blocks: (blocks.start, blocks.stop)):
        if united and blocks.start <= united[-1][1]:
            low, high = united.pop()
            united.append((low, max(high, blocks.stop)))
        else:
            united.append((blocks.start, blocks.stop))
    return united


def shifted(change: Change, start: int) -> Change:
    """Return the change as it reads in a text that begins at this offset."""
    to = None if change.to is None else change.to - start
    return replace(change, start=change.start - start, end=change.end - start, to=to)
