"""Writes a redline as one HTML page that needs nothing else."""

from __future__ import annotations

import unicodedata
from collections import Counter

from drafting.exchange.writers.html_document import Sheet, SheetSection, document
from drafting.exchange.writers.redline_json import count_words
from drafting.text import Passage, Redline

UNKNOWN = "und"
"""The language of a text that nobody named (BCP 47)."""


def write_page(redline: Redline, title: str) -> str:
    """Draw the whole text with its changes, in the direction in which most of it is written."""
    words = count_words(redline)
    line = (
        f"Words: {words['removed']} out, {words['inserted']} in, {words['kept']} kept"
        if redline.changes
        else "No word is different."
    )
    section = SheetSection("", redline)
    return document(Sheet(title, UNKNOWN, direction_of(redline.after), (line,), (section,)))


def direction_of(passage: Passage) -> str:
    """Return rtl when more letters run from right to left than the other way, else ltr."""
    letters = Counter(letter for block in passage.blocks for letter in block.text)
    ways: Counter[str] = Counter()
    for letter, count in letters.items():
        ways[unicodedata.bidirectional(letter)] += count
    return "rtl" if ways["R"] + ways["AL"] > ways["L"] else "ltr"
