"""Marks that can be told at sight, as most can: plain marks around plain words."""

from __future__ import annotations

import re

from drafting.text.passages.segments import CODE, EMPHASIS, STRONG, Segment, link

_WORDS = r"[^\s\\`*_\[\]<](?:[^\n\\`*_\[\]<]*[^\s\\`*_\[\]<])?"
_SIMPLE = re.compile(
    r"[^\n\\`*_\[\]<]+"
    rf"|\*(?P<emphasis>{_WORDS})\*(?!\*)"
    rf"|\*\*(?P<strong>{_WORDS})\*\*(?!\*)"
    rf"|(?<!\w)_(?P<under>{_WORDS})_(?!\w)"
    r"|`(?P<code>[^\s`](?:[^\n`]*[^\s`])?)`(?!`)"
    rf"|\[(?P<link>(?!\^){_WORDS})\]\((?P<target>[^\s()<>\\]+)\)"
)
"""Marks that can be told at sight: no markup lies inside them, and whatever lies around is told
so as well."""
_MARKS = {"emphasis": (EMPHASIS,), "under": (EMPHASIS,), "strong": (STRONG,), "code": (CODE,)}


def at_sight(raw: str) -> list[Segment]:
    """What most marked text is: plain marks around plain words, none in another; else nothing."""
    out: list[Segment] = []
    at = 0
    for found in _SIMPLE.finditer(raw):
        if found.start() != at:
            return []
        kind, at = found.lastgroup, found.end()
        if kind is None:
            out.append(Segment(found[0], ()))
        elif kind == "target":
            out.append(Segment(found["link"], link(found["target"])))
        else:
            out.append(Segment(found[kind], _MARKS[kind]))
    return out if at == len(raw) else []
