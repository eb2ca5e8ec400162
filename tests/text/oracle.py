"""Reads the HTML that Python-Markdown makes of ordinary Markdown, to compare it with ours."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser
from typing import NamedTuple

import markdown

from drafting.text import Passage

MARKS = {"strong": "strong", "em": "emphasis", "code": "code", "a": "link"}
CONTAINERS = {"blockquote": ">", "li": "-"}
BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th")


class Seen(NamedTuple):
    """A block as both readers see it: its form, and its words with their marks."""

    form: str
    words: Sequence[tuple[str, tuple[str, ...]]]


def ours(passage: Passage) -> list[Seen]:
    """What our reader sees."""
    found = []
    for block in passage.blocks:
        break_ = block.break_
        words = [
            (piece, tuple(sorted(mark.kind for mark in token.marks)))
            for token in block.tokens
            for piece in token.text
            if not piece.isspace()
        ]
        found.append(Seen(f"{break_.path}{break_.level or ''}", words))
    return found


def theirs(source: str) -> list[Seen]:
    """What Python-Markdown sees."""
    reader = _Reader()
    reader.feed(markdown.markdown(source))
    return [Seen(form, words) for form, words in reader.found if words]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.path = ""
        self.marks: list[str] = []
        self.found: list[tuple[str, list[tuple[str, tuple[str, ...]]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.path += CONTAINERS.get(tag, "")
        if tag in MARKS:
            self.marks.append(MARKS[tag])
        if tag in BLOCKS:
            level = tag[1] if tag[0] == "h" else ""
            self.found.append((f"{self.path}{level}", []))

    def handle_endtag(self, tag: str) -> None:
        if tag in CONTAINERS:
            self.path = self.path[:-1]
        if tag in MARKS:
            self.marks.remove(MARKS[tag])

    def handle_data(self, data: str) -> None:
        marks = tuple(sorted(self.marks))
        if data.strip():
            self.found[-1][1].extend((sign, marks) for sign in data if not sign.isspace())
