"""Writes a redline as text for a terminal, its words marked the wdiff way: [-old-] {+new+}."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from drafting.exchange.spans import Part, Spans

PLAIN: Mapping[str, str] = MappingProxyType({})
COLOURS: Mapping[str, str] = MappingProxyType(
    {"[-": "\033[31m", "{+": "\033[32m", "moved [-": "\033[1;35m", "moved {+": "\033[1;36m"}
)
"""Words and moved blocks in the colours that git has for them."""
RESET = "\033[m"

CONTEXT = 3
"""So many lines around a changed one are shown when not all are."""

_WORDS = re.compile(r"\S(?:[^\n]*\S)?")
_CLOSING: Mapping[str, str] = MappingProxyType({"[-": "-]", "{+": "+}"})
_BREAK = "¶"


class Stretch(NamedTuple):
    """Some of the output, and whether a mark stands in it."""

    text: str
    marked: bool


def marked(spans: Spans, colours: Mapping[str, str] = PLAIN) -> str:
    """Write the whole text with its marks.

    Moved blocks go out at one place and come in at another, each whole; a break that comes or
    goes without words shows as ¶. A line end is added where the text has one or more lines.
    """
    text = "".join([stretch.text for stretch in _Pen(spans, colours).stretches()])
    return f"{text}\n" if text else ""


def hunks(spans: Spans, colours: Mapping[str, str] = PLAIN) -> str:
    """Write the lines with marks and a few around them, each run below the heading before it."""
    lines = list(_lines(_Pen(spans, colours).stretches()))
    near: set[int] = set()
    for at, line in enumerate(lines):
        if line.marked:
            near.update(range(at - CONTEXT, at + CONTEXT + 1))
    out: list[str] = []
    heading = ""
    for at, line in enumerate(lines):
        if at in near:
            out += [] if not at or at - 1 in near else [f"@@ {heading}".rstrip()]
            out.append(line.text)
        heading = line.text if line.text.startswith("#") and not line.marked else heading
    return "".join(f"{line}\n" for line in out)


def _lines(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    text, is_marked = "", False
    for stretch in stretches:
        first, *others = stretch.text.split("\n")
        text += first
        is_marked |= stretch.marked and bool(first)
        for other in others:
            yield Stretch(text, is_marked)
            text, is_marked = other, stretch.marked and bool(other)
    yield Stretch(text, is_marked)


class _Pen:
    """Marks what goes out and what comes in, in the order of the new text."""

    def __init__(self, spans: Spans, colours: Mapping[str, str]) -> None:
        self.spans = spans
        self.colours = colours
        moves = [index for index, span in enumerate(spans.changes) if span.to is not None]
        self.leaving = sorted(moves, key=lambda index: spans.changes[index].start)

    def stretches(self) -> Iterator[Stretch]:
        """Give the text from its beginning to its end."""
        waiting = list(self.leaving)
        arriving: list[Part] = []
        begun = False
        for part in self.spans.parts:
            if arriving and part.move != arriving[0].move:
                yield self._arrival(arriving)
                arriving = []
            if part.move is not None:
                arriving.append(part)
            else:
                while waiting and part.old >= self.spans.changes[waiting[0]].end:
                    yield self._departure(waiting.pop(0), begun)
                    begun = True
                yield self._part(part)
            begun = True
        if arriving:
            yield self._arrival(arriving)
        for index in waiting:
            yield self._departure(index, begun)

    def _part(self, part: Part) -> Stretch:
        new = self.spans.after[part.new : part.new_end]
        if part.change is None:
            return Stretch(new, marked=False)
        old = self.spans.before[part.old : part.old_end]
        if old.strip() or new.strip():
            return Stretch(self._mark(old, "[-") + self._mark(new, "{+"), marked=True)
        if "\n" in old:
            return Stretch(self._mark(_BREAK, "[-") + new, marked=True)
        if "\n" in new:
            return Stretch(self._mark(_BREAK, "{+") + new, marked=True)
        return Stretch(self._wrap(old, "[-") + self._wrap(new, "{+"), marked=True)

    def _arrival(self, parts: Iterable[Part]) -> Stretch:
        text = "".join([self.spans.after[part.new : part.new_end] for part in parts])
        return Stretch(self._mark(text, "{+", "moved "), marked=True)

    def _departure(self, index: int, begun: bool) -> Stretch:
        """Mark blocks where they were; the first of a text has no line end before it."""
        before, span = self.spans.before, self.spans.changes[index]
        text = before[span.start : span.end]
        gap = "\n\n" if before.startswith("\n\n", span.end) else "\n"
        if not begun:
            text = text.lstrip("\n") + gap
        elif not span.start:
            text = gap + text
        return Stretch(self._mark(text, "[-", "moved "), marked=True)

    def _mark(self, text: str, sign: str, which: str = "") -> str:
        """Mark the words of each line; blanks and line ends at its edges stay outside."""
        return _WORDS.sub(lambda found: self._wrap(found[0], sign, which), text)

    def _wrap(self, text: str, sign: str, which: str = "") -> str:
        if not text:
            return ""
        colour = self.colours.get(which + sign, "")
        return f"{colour}{sign}{text}{_CLOSING[sign]}{RESET if colour else ''}"
