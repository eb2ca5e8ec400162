"""Reads the markup inside a block: marks, links, notes, escapes and hard line breaks."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from unicodedata import normalize
from urllib.parse import quote

from drafting.text.markdown.sight import at_sight
from drafting.text.passages.segments import (
    CODE,
    EMPHASIS,
    STRONG,
    Segment,
    in_order,
    is_note,
    is_settled,
    settled,
)
from drafting.text.passages.tokens import HARD_BREAK, Mark

_FIND = re.compile(r"[\\`*_\[\]<\n]")
_SPACES = re.compile(r"[ \t\n]+")
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_TICKS = re.compile("`+")
_RUN = re.compile(r"\*+|_+")
_NOTE = re.compile(r"\[\^([^\s\[\]^`\\]{1,80})\]")
_AUTO = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]+>")
_MAIL = re.compile(r"<[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}>")
# Each sign of a destination can be read in one way alone: no way is tried in vain.
_LETTERS = r"[^\s()<>\\]*(?:\\(?:[()\\]|(?![()\\]))[^\s()<>\\]*)*"
_DESTINATION = re.compile(
    r"\([ \n]*"
    rf"(?:<(?P<pointed>[^<>\n]+)>|(?P<bare>(?=[^\s)<>]){_LETTERS}(?:\({_LETTERS}\){_LETTERS})*))"
    r"(?:[ \n]+(?P<title>\"[^\"]*\"|'[^']*'))?[ \n]*\)"
)
_ESCAPED = re.compile(r"\\([()\\])")


def inline(raw: str) -> tuple[Segment, ...]:
    """Read the source of one block, its lines joined by line ends, into stretches of marks."""
    if _FIND.search(raw):
        segments = (not _is_spaced(raw) and at_sight(raw)) or _Scanner(raw).segments()
        return tuple(segments) if is_settled(segments) else settled(segments)
    if _is_spaced(raw):
        raw = _SPACES.sub(" ", raw)
    raw = raw.strip()
    return (Segment(raw, ()),) if raw else ()


def _is_spaced(raw: str) -> bool:
    """Whether there are blanks to be made single spaces."""
    return "  " in raw or "\n" in raw or "\t" in raw


def autolink_target(words: str) -> str:
    """Where words written `<so>` would lead, or nothing where they would not be a link."""
    if _AUTO.fullmatch(f"<{words}>"):
        return words
    return f"mailto:{words}" if _MAIL.fullmatch(f"<{words}>") else ""


class _Scanner:
    """One pass over the source; what opens waits on a stack until it is closed, or stays text."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.spaced = _is_spaced(raw)
        self.joined = False
        """Whether a sign went between letters that may be composed now."""
        self.start = 0
        """Where the text begins that is not taken in yet."""
        self.pieces: list[str] = []
        self.visible = 0
        """How many pieces so far are seen whatever becomes of the markup around them."""
        self.spans: list[tuple[int, int, Mark]] = []
        self.linked = "](" in raw
        self.brackets: list[tuple[int, int]] = []
        self.openers: dict[tuple[str, Mark], list[tuple[int, int]]] = defaultdict(list)
        self.ticks: dict[int, deque[int]] | None = None

    def segments(self) -> list[Segment]:
        """The text in stretches of equal marks."""
        raw, at = self.raw, 0
        take = {
            "\\": self._escape, "`": self._code, "*": self._run, "_": self._run,
            "[": self._open, "]": self._close, "<": self._auto, "\n": self._line_end,
        }  # fmt: skip
        while found := _FIND.search(raw, at):
            at = take[found[0][0]](found.start())
        self._take_text(len(raw))
        return self._marked()

    def _take_text(self, end: int) -> None:
        """Take in the text that waits."""
        if self.start < end:
            text = self.raw[self.start : end]
            self._piece(_SPACES.sub(" ", text) if self.spaced else text)

    def _piece(self, text: str) -> None:
        self.pieces.append(text)
        self.visible += not text.isspace()

    def _span(self, text: str, mark: Mark, start: int, end: int) -> int:
        """Take in text with a mark of its own; returns where the scan goes on."""
        self._take_text(start)
        self.start = end
        self.spans.append((len(self.pieces), len(self.pieces) + 1, mark))
        self._piece(text)
        return end

    def _escape(self, at: int) -> int:
        if self.raw.startswith("\n", at + 1):
            return self._hard(at, at + 2)
        if not _ESCAPE.match(self.raw, at):
            return at + 1
        self._take_text(at)
        self._piece(self.raw[at + 1])
        self.joined = True
        self.start = at + 2
        return self.start

    def _line_end(self, at: int) -> int:
        return self._hard(at, at + 1) if self.raw.endswith("  ", 0, at) else at + 1

    def _hard(self, at: int, end: int) -> int:
        """Take in a hard line break."""
        self._take_text(at)
        self._piece(HARD_BREAK)
        self.start = end
        return end

    def _run(self, at: int) -> int:
        """Let a run of stars or underscores close what is open, then open what it can."""
        raw, sign = self.raw, self.raw[at]
        end = at + 1
        if raw.startswith(sign, end):
            found = _RUN.match(raw, at)
            end = found.end() if found else end
        before, after = raw[at - 1 : at], raw[end : end + 1]
        opens = not (after.isspace() or not after or (sign == "_" and before.isalnum()))
        closes = not (before.isspace() or not before or (sign == "_" and after.isalnum()))
        if end - at > 3 or not (opens or closes):
            return end
        self._take_text(at)
        self.start = end
        left = end - at
        if closes:
            left -= self._closed(sign, left, opens)
        if opens and left:
            place = len(self.pieces)
            if left != 2:
                self.openers[sign, EMPHASIS].append((place, self.visible))
            if left != 1:
                self.openers[sign, STRONG].append((place, self.visible))
        self.pieces.append(sign * left)
        return end

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
        self.joined = True
        self.pieces[place] = self.pieces[place][2 if mark is STRONG else 1 :]
        self.spans.append((place + 1, len(self.pieces), mark))
        return True

    def _code(self, at: int) -> int:
        """Take in what lies up to the next run of as many backticks."""
        if self.ticks is None:
            self.ticks = defaultdict(deque)
            for found in _TICKS.finditer(self.raw):
                self.ticks[found.end() - found.start()].append(found.start())
        begin = at + 1
        while self.raw.startswith("`", begin):
            begin += 1
        closers = self.ticks.get(begin - at, deque())
        while closers and closers[0] < begin:
            closers.popleft()
        code = self.raw[begin : closers[0]] if closers else ""
        if not code.strip():
            return begin
        code = _SPACES.sub(" ", code)
        if code[0] == code[-1] == " ":
            code = code[1:-1]
        return self._span(code, CODE, at, closers[0] + begin - at)

    def _open(self, at: int) -> int:
        note = _NOTE.match(self.raw, at)
        if note:
            return self._span(note[0], Mark("note", note[1]), at, note.end())
        if self.linked:
            self._take_text(at)
            self.brackets.append((len(self.pieces), self.visible))
            self._piece("[")
            self.start = at + 1
        return at + 1

    def _close(self, at: int) -> int:
        """End a pair of brackets; with an address after it, it is a link."""
        if not self.brackets:
            return at + 1
        self._take_text(at)
        self.start = at
        place, seen = self.brackets.pop()
        found = _DESTINATION.match(self.raw, at + 1) if seen + 1 < self.visible else None
        if not found:
            return at + 1
        self.brackets.clear()
        self.pieces[place] = ""
        self.spans.append((place + 1, len(self.pieces), Mark("link", _target(found))))
        self.start = found.end()
        return self.start

    def _auto(self, at: int) -> int:
        found = _AUTO.match(self.raw, at) or _MAIL.match(self.raw, at)
        if not found:
            return at + 1
        self.brackets.clear()  # no link lies in another
        words = found[0][1:-1]
        return self._span(words, Mark("link", autolink_target(words)), at, found.end())

    def _marked(self) -> list[Segment]:
        """The pieces with the marks whose spans they lie in."""
        starts: dict[int, list[Mark]] = defaultdict(list)
        ends: dict[int, list[Mark]] = defaultdict(list)
        for start, end, mark in self.spans:
            starts[start].append(mark)
            ends[end].append(mark)
        active: list[Mark] = []
        marks: tuple[Mark, ...] = ()
        parts: list[str] = []
        out: list[Segment] = []
        begin = 0
        for place in sorted({*starts, *ends}):
            parts += self.pieces[begin:place]
            begin = place
            for mark in ends.get(place, ()):
                active.remove(mark)
            active += starts.get(place, ())
            now = in_order(active)
            if now != marks or is_note(now):
                self._add(out, parts, marks)
                parts, marks = [], now
        self._add(out, [*parts, *self.pieces[begin:]], marks)
        return out

    def _add(self, out: list[Segment], parts: list[str], marks: tuple[Mark, ...]) -> None:
        text = "".join(parts)
        if self.joined and not text.isascii():
            text = normalize("NFC", text)
        if text:
            out.append(Segment(text, marks))


def _target(found: re.Match[str]) -> str:
    """The address of a link without blanks and pointed brackets, then its title if it has one."""
    address = found["pointed"] or _ESCAPED.sub(r"\1", found["bare"])
    address = re.sub(r"\s", _percent, address.strip())
    title = found["title"]
    return f"{address} {_SPACES.sub(' ', title)}" if title else address


def _percent(found: re.Match[str]) -> str:
    return quote(found[0])
