"""Where in a section a change lies: which of its blocks, and which of them alone was edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafting.text import Passage, Redline, blocks_of, from_field, plain

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

    A new line in the words begins a new block of the same form; no words drop the block.
    """
    before = words_of(base, 0, index)
    after = words_of(base, index + 1, len(base.blocks))
    kept = [part for part in (before, tidied(words), after) if part]
    return from_field(base, BLANK_LINE.join(kept))


def tidied(words: str) -> str:
    """Return typed words with plain line ends, and one blank line wherever there are several.

    The blanks before a line stay: they say under which item it stands.
    """
    lines = [line.rstrip() for line in words.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
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


def keys_of_changes(redline: Redline, keys: Sequence[str]) -> list[str]:
    """Return the key of the first block that each change touches; `keys` runs beside the blocks."""
    return [
        keys[first]
        for change in redline.changes
        if (first := blocks_of(redline.before, change).start) < len(keys)
    ]
