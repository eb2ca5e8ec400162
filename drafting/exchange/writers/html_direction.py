"""In which direction a block is read, where a text holds words of both directions."""

from __future__ import annotations

import unicodedata

import regex
from markupsafe import Markup

from drafting.exchange.writers.html_inline import NOTHING
from drafting.text import Redline

_LEFTWARDS = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
_WAYS = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def reads_leftwards(redline: Redline) -> bool:
    """Whether any letter of the text, as it was or as it is, is read from right to left."""
    texts = (block.text for side in (redline.before, redline.after) for block in side.blocks)
    return any(not text.isascii() and _LEFTWARDS.search(text) for text in texts)


def direction(text: str) -> Markup:
    """Write the direction of words as their first letter has it; nothing without a letter."""
    ways = (_WAYS.get(unicodedata.bidirectional(sign)) for sign in text)
    way = next(filter(None, ways), "")
    return Markup(' dir="{}"').format(way) if way else NOTHING
