"""The words of a passage for people who see no Markdown."""

from __future__ import annotations

from drafting.text.passages.passage import Passage

BLANK_LINE = "\n\n"


def plain(passage: Passage) -> str:
    """The words alone: a blank line between two blocks, no sign of marks, items or numbers.

    It is the simplest form that `restyle` reads back: a hard line break is a line end, a tab
    stands between the cells of a row, and a reference to a note reads `[^1]`. What the form of a
    block says (heading, item, number, quotation) is not written, so that stars, dashes and
    numbers in it are always words.
    """
    return BLANK_LINE.join([block.text for block in passage.blocks])
