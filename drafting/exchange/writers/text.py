"""Writes a published draft as plain text: words, numbers of paragraphs, no marks."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.exchange.notices import Notices, head_lines, open_line
from drafting.exchange.numbering import item_labels
from drafting.exchange.snapshot import Snapshot, SnapshotSection
from drafting.text import Passage, plain

INDENT = "   "


def write_text(snapshot: Snapshot, notices: Notices | None = None) -> bytes:
    """Return the draft as UTF-8 text, the same byte for byte each time."""
    return ("\n\n".join(parts(snapshot, notices or Notices())) + "\n").encode()


def parts(snapshot: Snapshot, notices: Notices) -> Iterator[str]:
    """Give what a blank line stands between."""
    yield f"{snapshot.statement}\n{snapshot.name}"
    yield from head_lines(snapshot, notices)
    for section in snapshot.sections:
        if section.title:
            yield section.title.upper() if section.title.isascii() else section.title
        yield from blocks(section)
    if snapshot.open_points:
        yield notices.open_points
        yield from map(open_line, snapshot.open_points)


def blocks(section: SnapshotSection) -> Iterator[str]:
    """Give each block in one line: its ¶ number, the number of an item, deeper ones further in."""
    labels = item_labels(section.passage)
    for one, block, label in zip(section.paragraphs, section.passage.blocks, labels, strict=True):
        number = f"¶{one.label}" if one.label else ""
        words = plain(Passage((block,)))
        yield INDENT * block.break_.depth + " ".join(filter(None, (number, label, words)))
