"""Writes a published draft as Markdown that the product itself can read again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafting.exchange.notices import Notices, head_lines, open_line
from drafting.exchange.snapshot import Snapshot
from drafting.exchange.writers.plain_markdown import plain_markdown
from drafting.text import read, restyle

_CLOSING = re.compile(r"(?:\\?#)+$")


def write_markdown(snapshot: Snapshot, notices: Notices | None = None) -> bytes:
    """Return the draft as UTF-8 Markdown, the same byte for byte each time."""
    return ("\n\n".join(parts(snapshot, notices or Notices())) + "\n").encode()


def parts(snapshot: Snapshot, notices: Notices) -> Iterator[str]:
    """Give what a blank line stands between."""
    yield heading(1, snapshot.statement)
    yield f"**{escaped(snapshot.name)}**"
    yield from (f"*{escaped(line)}*" for line in head_lines(snapshot, notices))
    for section in snapshot.sections:
        if section.title:
            yield heading(2, section.title)
        if section.passage.blocks:
            yield plain_markdown(section.passage)
    if snapshot.open_points:
        yield heading(2, notices.open_points)
        yield "\n".join(f"- {escaped(open_line(one))}" for one in snapshot.open_points)


def heading(level: int, words: str) -> str:
    """Write a heading; a `#` at its end would close it, and be no word of it."""
    shown = _CLOSING.sub(lambda end: "\\#" * end[0].count("#"), escaped(words))
    return f"{'#' * level} {shown}"


def escaped(words: str) -> str:
    """Write words so that no sign in them is read as a mark or a tag."""
    return " ".join(plain_markdown(restyle(read(""), words)).split())
