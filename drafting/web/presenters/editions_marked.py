"""The blocks of a published draft with what changed in each, and those that were taken out."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import get_locale
from markupsafe import Markup

from drafting.exchange.sheets import names_by_change
from drafting.exchange.snapshot import SnapshotSection
from drafting.exchange.writers.html import Style, blocks
from drafting.text import Authors, diff
from drafting.web.presenters.drawings import Drawings, labels


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block held against the text as first published.

    `html` is the block with its changes, none where it has none. `at` is its place among the blocks
    that stand, none for one that stands no longer; `taken_out_by` are those who asked for that.
    """

    html: Markup | None
    at: int | None
    taken_out_by: Authors = ()


MARKED: Drawings[tuple[MarkedBlock, ...]] = Drawings()


def marked_blocks(section: SnapshotSection, key: tuple[str, str, str]) -> tuple[MarkedBlock, ...]:
    """Draw the blocks of a section with what changed since the text was first published.

    Those that were taken out stand among the others, where they stood.
    """

    def draw() -> tuple[MarkedBlock, ...]:
        redline = diff(section.before, section.passage)
        names = names_by_change(redline, section, labels())
        found = []
        for block in blocks(redline, Style(labels=labels(), names=names)):
            whose = (name for change in block.changes for name in names[change])
            by = tuple(dict.fromkeys(whose)) if block.state == "gone" else ()
            found.append(MarkedBlock(block.html if block.changes else None, block.after, by))
        return tuple(found)

    return MARKED.get((key, str(get_locale())), draw)
