"""In which blocks of the old text a change lies: those whose words it edits."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from drafting.text.changes.redline import Change, Redline
from drafting.text.passages.passage import Block, Passage
from drafting.text.passages.tokens import Break


def blocks_at(passage: Passage, start: int, end: int) -> range:
    """The blocks in which a half-open range of tokens lies.

    A gap lies in the block whose words it follows, also where the next block begins there: what
    is put in at that place goes on in those words, or is a new block after them. In a text
    without words it lies in block 0, which is not there.
    """
    low = start if start < end else start - 1
    first = max(bisect_right(passage.starts, low) - 1, 0)
    last = max(bisect_right(passage.starts, end - 1) - 1, first)
    return range(first, last + 1)


def blocks_of(passage: Passage, change: Change) -> range:
    """The blocks that a change edits; of a join both, of new blocks the one they stand after."""
    blocks = blocks_at(passage, change.start, change.end)
    return range(max(blocks.start - 1, 0), blocks.stop) if _joins(passage, change) else blocks


def edited_blocks(redline: Redline) -> tuple[Block, ...]:
    """The blocks that the changes edit, in order, each once; none of a text without words."""
    blocks = redline.before.blocks
    edited = {at for change in redline.changes for at in blocks_of(redline.before, change)}
    return tuple(blocks[at] for at in sorted(edited) if at < len(blocks))


def reach(passage: Passage, change: Change) -> range:
    """The blocks that must be seen to read a change; of a move from where to where."""
    blocks = blocks_of(passage, change)
    if change.to is None:
        return blocks
    gap = bisect_left(passage.starts, change.to)
    return range(min(blocks.start, gap), max(blocks.stop, gap))


def _joins(passage: Passage, change: Change) -> bool:
    """Whether words that stand behind the change go on in the block before it."""
    if change.to is not None or not change.removed or not isinstance(change.removed[0], Break):
        return False
    if change.inserted:
        return not isinstance(change.inserted[0], Break)
    at = bisect_left(passage.starts, change.end)
    return passage.gap(at) != change.end
