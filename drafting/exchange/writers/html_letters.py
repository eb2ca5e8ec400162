"""Which letters changed inside a long word: an address, a number of a document."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from drafting.exchange.drawing import Run, State
from drafting.exchange.writers.html_inline import join
from drafting.text import Redline, Token, inside


def letters(redline: Redline, run: Run) -> Callable[[Token], Markup] | None:
    """How to draw the one word of a run that became another of which most letters stay."""
    if run.change is None or len(run.tokens) != 1:
        return None
    strokes = inside(redline.changes[run.change])
    if not strokes:
        return None
    goes = run.state is State.DELETED
    parts = [(one.old if goes else one.new, one.old != one.new) for one in strokes]
    drawn = join(
        Markup('<span class="apart">{}</span>').format(text) if apart else Markup.escape(text)
        for text, apart in parts
        if text
    )
    return lambda _: drawn
