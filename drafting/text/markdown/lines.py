"""Reads the lines of a chunk of Markdown (no blank line in it) into blocks."""

from __future__ import annotations

import re
from functools import lru_cache

import regex

from drafting.text.markdown.inline import inline
from drafting.text.markdown.rows import is_header, row_tokens
from drafting.text.passages.numbers import NUMBER
from drafting.text.passages.passage import Block
from drafting.text.passages.segments import Segment, without_hard_breaks
from drafting.text.passages.tokens import PARAGRAPH, Break, Token

State = tuple[int, ...]
"""What stands open, from the outermost in: 0 for a quotation, for an item the indent from which
a line belongs to it."""

_FORMS = regex.compile(
    r"(?P<quote>>) ?"
    r"|(?P<heading>#{1,6})(?=[ ]|$)"
    rf"|(?P<item>[-*+](?=[ ]|$)|(?:{NUMBER})(?=[ ]+[^ ]))"
    r"|(?P<note>\[\^[^\s\[\]^`\\]{1,80}\]:)(?=[ ]|$)"
)
_SPACES = re.compile(" *")
# Whatever a line may begin with that is more than the words of a paragraph, and a little else.
_OPENING = (
    r"[ \t]*(?:[>#]|[-*+](?:[ \t]|$)|\[\^|(?P<sign>[-*_=])(?:(?P=sign)|[ \t])*$"
    r"|\(?[\w.]{1,40}(?: ?\w{3,9})?[.)](?:[ \t]|$))"
)
_BUSY = re.compile(_OPENING, re.MULTILINE)
_BUSY_LINE = re.compile(rf"\n(?:{_OPENING}|.*\|)", re.MULTILINE)
_UNDERLINE = regex.compile(r"(=+|-+)[ ]*")


def scan(state: State, chunk: str) -> tuple[tuple[Block, ...], State]:
    """Read a chunk after what stands open; returns its blocks and what then stands open."""
    if not (chunk[:1] in (" ", "\t") or _BUSY.match(chunk) or _BUSY_LINE.search(chunk)):
        words = inline(chunk.rstrip(" \t\n"))
        return ((Block.written(PARAGRAPH, words),) if words else ()), ()
    lines = _Lines(state)
    for line in chunk.split("\n"):
        lines.take(_without_tabs(line))
    return lines.end()


def _without_tabs(line: str) -> str:
    if "\t" not in line:
        return line
    if line.rstrip(" ").endswith("\t"):
        line = line.rstrip(" \t")
    return line.expandtabs(4)


class _Lines:
    """What stands open while the lines go by, and the block that is being read."""

    def __init__(self, state: State) -> None:
        self.open = list(state)
        self.fresh = len(state)
        """From which container on all were opened since the last block began."""
        self.marker = ""
        """What opened the innermost item."""
        self.blocks: list[Block] = []
        self.break_ = PARAGRAPH
        self.lines: list[str] = []
        """The lines of the block that is being read."""
        self.in_table = False

    def end(self) -> tuple[tuple[Block, ...], State]:
        """Finish the last block; items without one are closed."""
        self._flush()
        return tuple(self.blocks), tuple(self.open[: self.fresh])

    def take(self, line: str) -> None:
        """Read one line."""
        at, matched = self._matched(line)
        text = line[at:].lstrip(" ")
        whole = matched == len(self.open)
        if not text:
            self._flush()
        elif not (whole and self._completed(text)):
            self._take_forms(line, at, matched)

    def _matched(self, line: str) -> tuple[int, int]:
        """Where the line goes on after the containers it stands in, and how many these are."""
        at, text = 0, _indent(line, 0)
        for place, need in enumerate(self.open):
            if need == 0 and line[text : text + 1] == ">":
                at = text + 2 if line[text + 1 : text + 2] == " " else text + 1
                text = _indent(line, at)
            elif 0 < need <= text - at:
                at += need
            else:
                return at, place
        return at, len(self.open)

    def _completed(self, text: str) -> bool:
        """Whether the line makes a heading or a table of the paragraph above it, or is a row."""
        if self.in_table and "|" in text and not _FORMS.match(text):
            self._emit_row(self.break_.changed(opens=False, header=False), row_tokens(text))
            return True
        if not self.lines or self.break_.block != "paragraph":
            return False
        if len(self.lines) == 1 and is_header(self.lines[0], text):
            tokens = row_tokens(self.lines.pop())
            self.break_ = self.break_.changed(block="row", header=True)
            self._emit_row(self.break_, tokens)
            self.in_table = True
            return True
        if found := _UNDERLINE.fullmatch(text):
            level = 1 if found[1][0] == "=" else 2
            self.break_ = self.break_.changed(block="heading", level=level)
            self._flush()
            return True
        return False

    def _take_forms(self, line: str, at: int, matched: int) -> None:
        """Open what the line opens, then take in its words."""
        going_on = bool(self.lines)
        inside = going_on and matched == len(self.open)
        rule = _rule_start(line)
        while True:
            text = _indent(line, at)
            if rule <= text < len(line) and line.count(line[text], text) > 2:
                self._leave(matched)
                self._add(line[text:])
                self._flush()
                return
            found = _FORMS.match(line, text)
            if not found or (inside and not _interrupts(found, line)):
                break
            self._leave(matched)
            going_on = inside = False
            if found.lastgroup in ("heading", "note"):
                self._take_line(found, line)
                return
            self.open.append(0 if found.lastgroup == "quote" else text - at + 2)
            self.marker = found["item"] or self.marker
            matched = len(self.open)
            at = found.end()
        if not going_on:
            self._leave(matched)
        if rest := line[at:].lstrip(" "):
            self._add(rest)

    def _leave(self, matched: int) -> None:
        """Finish the block that is being read, and close all containers after the first ones."""
        self._flush()
        del self.open[matched:]
        self.fresh = min(self.fresh, matched)

    def _take_line(self, found: regex.Match[str], line: str) -> None:
        """Take in a heading or the first line of a note."""
        rest = line[found.end() :]
        if found.lastgroup == "note" and not self.open:
            self.break_ = Break(block="note", number=found[0][2:-2])
            self.lines.append(rest.lstrip(" "))
        elif found.lastgroup == "heading":
            break_ = self._begun().changed(block="heading", level=len(found[0]))
            self._emit(break_, without_hard_breaks(inline(_without_closing(rest))))
        else:
            self._add(line[found.start() :])

    def _add(self, text: str) -> None:
        if not self.lines:
            self.break_ = self._begun()
        self.lines.append(text)

    def _begun(self) -> Break:
        """The break of a paragraph that begins here."""
        self.in_table = False
        if not self.open:
            return PARAGRAPH
        path = "".join([">" if need == 0 else "-" for need in self.open])
        before, new = path[: self.fresh], path[self.fresh :]
        opens = "-" in new
        # Of items that open on one line only the innermost is one: `- - a` is no deeper than `- a`.
        path = before + new.replace("-", "", new.count("-") - 1)
        ordered = opens and self.marker not in "-*+"
        self.fresh = len(self.open)
        number = self.marker if ordered else ""
        return _opening(path, opens, ordered, number)

    def _flush(self) -> None:
        """Finish the block that is being read."""
        self.in_table = False
        if self.lines:
            words = inline("\n".join(self.lines))
            self.lines.clear()
            if self.break_.block == "heading":
                words = without_hard_breaks(words)
            self._emit(self.break_, words)

    def _emit(self, break_: Break, words: tuple[Segment, ...]) -> None:
        if words:
            self.blocks.append(Block.written(break_, words))

    def _emit_row(self, break_: Break, cells: tuple[Token, ...]) -> None:
        if cells:
            self.blocks.append(Block(break_, cells, settled=True))


@lru_cache(maxsize=2_000)
def _opening(path: str, opens: bool, ordered: bool, number: str) -> Break:
    return Break(path=path, opens=opens, ordered=ordered, number=number)


def _indent(line: str, at: int) -> int:
    """Where the first character other than a space stands."""
    found = _SPACES.match(line, at)
    return found.end() if found else at


def _rule_start(line: str) -> int:
    """From where on a line holds only one of the signs of a rule between paragraphs."""
    bare = line.rstrip(" ")
    sign = bare[-1:]
    return len(bare.rstrip(f"{sign} ")) if sign and sign in "*-_" else len(line)


def _interrupts(found: regex.Match[str], line: str) -> bool:
    """Whether a form may end the paragraph that it would otherwise be a line of."""
    item = found["item"]
    if not item:
        return True
    return (
        item in ("-", "*", "+", "1.", "1)")
        and not line[found.end() :].isspace()
        and (found.end() < len(line))
    )


def _without_closing(heading: str) -> str:
    """The words of a heading without the signs that may close it."""
    heading = heading.strip(" ")
    bare = heading.rstrip("#")
    return bare if not bare or bare.endswith(" ") else heading
