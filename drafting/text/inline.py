"""Reads the markup inside a block: marks, links, notes, escapes and hard line breaks."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from urllib.parse import quote

import regex

from drafting.text.passage import HARD_BREAK, Mark, Token
from drafting.text.segments import CODE, EMPHASIS, STRONG, Segment, in_order, tokens_of_segments
from drafting.text.words import tokens_of

_MARKUP = regex.compile(r"[\\`*_\[<]|  \n")
_SPACES = regex.compile(r"[ \t\n]+")
_SPACED = regex.compile(r"[\t\n]|  ")
_TICKS = regex.compile("`+")
_SCAN = regex.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<hard>\\\n|  \n)"
    r"|(?P<ticks>`+)"
    r"|(?P<run>\*+|_+)"
    r"|\[\^(?P<note>[^\s\[\]^`\\]{1,80})\]"
    r"|(?P<open>\[)"
    r"|(?P<close>\])"
    r"|<(?P<auto>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]+)>"
    r"|<(?P<mail>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8})>"
)
_LETTER = r"(?:[^\s()<>\\]|\\[()\\]?)"
_DESTINATION = regex.compile(
    r"\([ \n]*+"
    rf"(?:<(?P<pointed>[^<>\n]++)>|(?P<bare>(?:{_LETTER}|\({_LETTER}*+\))++))"
    r"(?:[ \n]++(?P<title>\"[^\"]*+\"|'[^']*+'))?[ \n]*+\)"
)
_ESCAPED = regex.compile(r"\\([()\\])")


def inline(raw: str) -> tuple[Token, ...]:
    """Read the source of one block, its lines joined by line ends, into tokens."""
    if _MARKUP.search(raw):
        return tokens_of_segments(_Scanner(raw).segments())
    if _SPACED.search(raw):
        raw = _SPACES.sub(" ", raw)
    return tuple(tokens_of(raw.strip()))


def autolink_target(words: str) -> str:
    """Where words written `<so>` would lead, or nothing where they would not be a link."""
    found = _SCAN.fullmatch(f"<{words}>")
    kind = found.lastgroup if found else None
    return words if kind == "auto" else f"mailto:{words}" if kind == "mail" else ""


class _Scanner:
    """One pass over the source; what opens waits on a stack until it is closed, or stays text."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.pieces: list[str] = []
        self.visible = 0
        """How many pieces so far can be seen whatever becomes of the markup around them."""
        self.spans: list[tuple[int, int, Mark]] = []
        self.brackets: list[tuple[int, int]] = []
        self.openers: dict[tuple[str, Mark], list[tuple[int, int]]] = defaultdict(list)
        self.ticks: dict[int, deque[int]] | None = None

    def segments(self) -> Iterator[Segment]:
        """The text in stretches of equal marks."""
        raw, at = self.raw, 0
        while found := _SCAN.search(raw, at):
            start = found.start()
            if at < start:
                self._text(raw[at:start])
            at = self._take(found)
        self._text(raw[at:])
        return self._marked()

    def _text(self, text: str) -> None:
        self._piece(_SPACES.sub(" ", text))

    def _piece(self, text: str) -> None:
        self.pieces.append(text)
        self.visible += not text.isspace() and text != ""

    def _span(self, text: str, mark: Mark) -> None:
        """Add text with a mark of its own."""
        self.spans.append((len(self.pieces), len(self.pieces) + 1, mark))
        self._piece(text)

    def _take(self, found: regex.Match[str]) -> int:
        """Take in one piece of markup; returns where the scan goes on."""
        kind, text = found.lastgroup, found[0]
        end: int = found.end()
        if kind == "run":
            self._run(text, found.start(), end)
        elif kind == "ticks":
            return self._code(text, end)
        elif kind == "open":
            self.brackets.append((len(self.pieces), self.visible))
            self._piece(text)
        elif kind == "close":
            return self._close(end)
        elif kind == "escaped":
            self._piece(text[1])
        elif kind == "hard":
            self._piece(HARD_BREAK)
        elif kind == "note":
            self._span(text, Mark("note", found[kind]))
        else:
            address = text[1:-1]
            self._span(address, Mark("link", autolink_target(address)))
        return end

    def _run(self, text: str, start: int, end: int) -> None:
        """Let a run of stars or underscores close what is open, then open what it can."""
        sign, left = text[0], len(text)
        if left > 3:
            self._piece(text)
            return
        before, after = self.raw[start - 1 : start], self.raw[end : end + 1]
        inner = sign == "_"
        opens = bool(after) and not after.isspace() and not (inner and before.isalnum())
        closes = bool(before) and not before.isspace() and not (inner and after.isalnum())
        if closes:
            left -= self._closed(sign, left, opens)
        place = len(self.pieces)
        if opens and left:
            if left != 2:
                self.openers[sign, EMPHASIS].append((place, self.visible))
            if left != 1:
                self.openers[sign, STRONG].append((place, self.visible))
        self.pieces.append(sign * left)

    def _closed(self, sign: str, size: int, opens: bool) -> int:
        """Close what a run of this size can close; returns how many of its signs that took."""
        taken = 0
        if size != 1 and self._end(sign, STRONG):
            taken = 2
        alone = size != 2 or (not taken and not opens)
        if alone and self._end(sign, EMPHASIS):
            taken += 1
        return taken

    def _end(self, sign: str, mark: Mark) -> bool:
        waiting = self.openers[sign, mark]
        if not waiting or waiting[-1][1] == self.visible:
            return False
        place, _ = waiting.pop()
        self.pieces[place] = self.pieces[place][2 if mark is STRONG else 1 :]
        self.spans.append((place + 1, len(self.pieces), mark))
        return True

    def _code(self, fence: str, end: int) -> int:
        """Take in what lies up to the next run of as many backticks; returns where it ends."""
        if self.ticks is None:
            self.ticks = defaultdict(deque)
            for found in _TICKS.finditer(self.raw):
                self.ticks[len(found[0])].append(found.start())
        closers = self.ticks.get(len(fence), deque())
        while closers and closers[0] < end:
            closers.popleft()
        code = self.raw[end : closers[0]] if closers else ""
        if not closers or not code.strip():
            self._piece(fence)
            return end
        code = _SPACES.sub(" ", code)
        if code[0] == code[-1] == " ":
            code = code[1:-1]
        self._span(code, CODE)
        return closers[0] + len(fence)

    def _close(self, end: int) -> int:
        """End a pair of brackets, a link if an address follows; returns where the scan goes on."""
        place, seen = self.brackets.pop() if self.brackets else (-1, self.visible)
        found = _DESTINATION.match(self.raw, end) if seen + 1 < self.visible else None
        if not found:
            self._piece("]")
            return end
        self.brackets.clear()
        self.pieces[place] = ""
        self.spans.append((place + 1, len(self.pieces), Mark("link", _target(found))))
        return end + len(found[0])

    def _marked(self) -> Iterator[Segment]:
        starts: dict[int, list[Mark]] = defaultdict(list)
        ends: dict[int, list[Mark]] = defaultdict(list)
        for start, end, mark in self.spans:
            starts[start].append(mark)
            ends[end].append(mark)
        active: Counter[Mark] = Counter()
        marks: tuple[Mark, ...] = ()
        for place, piece in enumerate(self.pieces):
            if place in starts or place in ends:
                active.update(starts.get(place, ()))
                active.subtract(ends.get(place, ()))
                active = +active
                marks = in_order(active)
            if piece:
                yield Segment(piece, marks)


def _target(found: regex.Match[str]) -> str:
    """The address of a link without blanks and pointed brackets, then its title if it has one."""
    address = found["pointed"] or _ESCAPED.sub(r"\1", found["bare"])
    address = regex.sub(r"\s", _percent, address.strip())
    title = found["title"]
    return f"{address} {_SPACES.sub(' ', title)}" if title else address


def _percent(found: regex.Match[str]) -> str:
    return quote(found[0])
