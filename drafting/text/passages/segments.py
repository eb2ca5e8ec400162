"""Marked text between source and tokens: stretches of equal marks, in normal form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import quote

from drafting.text.passages.tokens import HARD_BREAK, Mark, MarkKind, Token
from drafting.text.passages.words import count, token_of, tokens_of

ORDER: dict[MarkKind, int] = {"link": 0, "strong": 1, "emphasis": 2, "code": 3, "note": 4}
STRONG, EMPHASIS, CODE = Mark("strong"), Mark("emphasis"), Mark("code")

_BLANKS = re.compile(r" *\n[ \n]*|  +")


_TARGET = re.compile(r"[^\s<>]+(?: (?:\"[^\"\n]*\"|'[^'\n]*'))?")


class Segment(NamedTuple):
    """A stretch of text with the same marks all over; a line end in it is a hard line break."""

    text: str
    marks: tuple[Mark, ...]


def in_order(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks in their one order, each once."""
    if len(marks) < 2:
        return tuple(marks)
    return tuple(sorted(set(marks), key=lambda mark: ORDER[mark.kind]))


def segments_of(tokens: Iterable[Token]) -> tuple[Segment, ...]:
    """The stretches of equal marks that tokens make; references to notes stay apart."""
    return tuple(_joined([Segment(token.text, token.marks) for token in tokens]))


def tokens_of_segments(segments: Iterable[Segment]) -> tuple[Token, ...]:
    """Cut marked text in normal form into tokens."""
    tokens: list[Token] = []
    for text, marks in segments:
        if is_note(marks):
            tokens.append(token_of(text, marks))
        else:
            tokens += tokens_of(text, marks)
    return tuple(tokens)


def size_of(segments: Iterable[Segment]) -> int:
    """How many tokens marked text in normal form is cut into."""
    return sum([1 if is_note(marks) else count(text) for text, marks in segments])


def between(segments: Iterable[Segment], start: int, end: int) -> list[Segment]:
    """What lies in a half-open range of letters."""
    out: list[Segment] = []
    at = 0
    for segment in segments:
        low, at = at, at + len(segment.text)
        if at <= start:
            continue
        if low >= end:
            break
        if start <= low and at <= end:
            out.append(segment)
        else:
            out.append(Segment(segment.text[max(start - low, 0) : end - low], segment.marks))
    return out


def is_settled(segments: Sequence[Segment]) -> bool:
    """Whether marked text from the reader is in normal form already, as most is."""
    before: tuple[Mark, ...] | None = None
    for text, marks in segments:
        if marks == before or "\n" in text:
            return False
        if (marks or before is None) and text[0].isspace():
            return False
        if marks and text[-1].isspace():
            return False
        before = marks
    return bool(segments) and not segments[-1].text[-1].isspace()


def is_note(marks: Sequence[Mark]) -> bool:
    """Whether this is the mark of a reference to a note; it is one token and is never cut."""
    return bool(marks) and marks[-1].kind == "note"


def settled(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Bring marked text into normal form.

    Blanks are single and none stands at an edge; a blank has the marks that it and both its
    neighbours have; stretches side by side differ in marks; letters are composed (NFC).
    """
    parts = [part for segment in segments for part in _parts(segment)]
    return tuple(
        Segment(text if text.isascii() else normalize("NFC", text), marks)
        for text, marks in _joined(_with_blanks_marked(parts))
    )


def _parts(segment: Segment) -> Iterator[Segment]:
    """Cut the blanks off at both ends of a stretch; a hard line break is never code."""
    text, marks = segment
    if marks and marks[0].kind == "link":
        marks = (*link(marks[0].target), *marks[1:])
    if is_note(marks):
        marks = tuple(mark for mark in marks if mark != CODE)
        if text != f"[^{marks[-1].target}]":
            marks = marks[:-1]
    elif "\n" in text and CODE in marks:
        bare = tuple(mark for mark in marks if mark != CODE)
        for piece in text.split("\n"):
            yield from _parts(Segment(piece, marks))
            yield Segment("\n", bare)
        return
    core = text.strip()
    if not core:
        if text:
            yield Segment(text, marks)
        return
    start = text.index(core[0]) if text[0] != core[0] else 0
    if start:
        yield Segment(text[:start], marks)
    yield Segment(_BLANKS.sub(_blank, core), marks)
    if start + len(core) < len(text):
        yield Segment(text[start + len(core) :], marks)


@lru_cache(maxsize=2_000)
def link(target: str) -> tuple[Mark, ...]:
    """The mark of a link whose target can be read; none where there is no target."""
    if not _TARGET.fullmatch(target):
        target = re.sub(r"[\s<>]", lambda found: quote(found[0]), target.strip())
    return (Mark("link", target),) if target else ()


def _blank(found: re.Match[str]) -> str:
    return HARD_BREAK if "\n" in found[0] else " "


def _with_blanks_marked(parts: Sequence[Segment]) -> Iterator[Segment]:
    """Join blanks side by side and keep only the marks that nothing around them contradicts."""
    before: tuple[Mark, ...] | None = None
    waiting: list[Segment] = []
    for part in parts:
        if part.text.isspace():
            waiting.append(part)
            continue
        if waiting and before is not None:
            yield _blank_between(before, waiting, part.marks)
        waiting.clear()
        before = part.marks
        yield part


def _blank_between(
    before: tuple[Mark, ...], blanks: Sequence[Segment], after: tuple[Mark, ...]
) -> Segment:
    text = _BLANKS.sub(_blank, "".join([blank.text for blank in blanks]))
    marks = set(before).intersection(after, *[blank.marks for blank in blanks])
    if before != after:
        marks.discard(CODE)  # it would begin or end with the blank, and nothing writes that
    return Segment(text, tuple(mark for mark in before if mark in marks))


def _joined(parts: Iterable[Segment]) -> Iterator[Segment]:
    """Join stretches of equal marks; references to notes stay apart."""
    text, marks = "", tuple[Mark, ...]()
    for part in parts:
        if part.marks == marks and not is_note(marks):
            text += part.text
            continue
        if text:
            yield Segment(text, marks)
        text, marks = part
    if text:
        yield Segment(text, marks)


def without_hard_breaks(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Marked text with a space for each hard line break, for blocks of one line."""
    if not any(HARD_BREAK in segment.text for segment in segments):
        return segments
    return settled(Segment(text.replace(HARD_BREAK, " "), marks) for text, marks in segments)
