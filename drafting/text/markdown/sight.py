"""Marks that can be told at sight, as most can: plain marks around plain words."""

from __future__ import annotations

import re
from functools import partial

from drafting.text.passages.segments import CODE, EMPHASIS, STRONG, Segment, link
from drafting.text.passages.tokens import Mark

_PLAIN = r"[^\n\\`*_\[\]<]"
_WORDS = r"[^\s\\`*_\[\]<](?:[^\n\\`*_\[\]<]*[^\s\\`*_\[\]<])?"
_CODE = r"[^\s`](?:[^\n`]*[^\s`])?"
_TARGET = r"\]\((?P<{}>[^\s()<>\\]+)\)"
_SIMPLE = re.compile(
    # Words, a stroke within a word (`snake_case`), brackets that are no link.
    rf"(?:{_PLAIN}+|(?<=[^\W_])_(?=[^\W_])|\[(?!\^){_PLAIN}*\](?!\())+"
    rf"|\*(?P<emphasis>{_WORDS})\*(?!\*)"
    rf"|\*\*(?P<strong>{_WORDS})\*\*(?!\*)"
    rf"|(?<!\w)_(?P<under>{_WORDS})_(?!\w)"
    rf"|(?<!\w)__(?P<unders>{_WORDS})__(?!\w)"
    rf"|(?P<ticks>`+)(?P<code>{_CODE})(?P=ticks)(?!`)"
    rf"|\[(?P<link>(?!\^){_WORDS}){_TARGET.format('target')}"
    rf"|\[`(?P<code_link>{_CODE})`{_TARGET.format('code_target')}"
    rf"|\[\*\*(?P<strong_link>{_WORDS})\*\*{_TARGET.format('strong_target')}"
    rf"|\*\*\[(?P<link_strong>(?!\^){_WORDS}){_TARGET.format('target_strong')}\*\*(?!\*)"
    r"|\[\^(?P<note>[^\s\[\]^`\\]{1,80})\]"
    r"|(?P<more>[\s\S])"
)
"""Marks that can be told at sight: no markup lies inside them but as is said here, and whatever
lies around is told so as well."""
_MARKS = {
    "emphasis": (EMPHASIS,),
    "strong": (STRONG,),
    "under": (EMPHASIS,),
    "unders": (STRONG,),
    "code": (CODE,),
}
_LINKS: dict[str, tuple[str, tuple[Mark, ...]]] = {
    "target": ("link", ()),
    "code_target": ("code_link", (CODE,)),
    "strong_target": ("strong_link", (STRONG,)),
    "target_strong": ("link_strong", (STRONG,)),
}
"""By the group of the target: the group of the words, and their other marks."""
# Makes a stretch from its parts, twice as fast as calling the class.
_segment = partial(tuple.__new__, Segment)


def at_sight(raw: str) -> list[Segment]:
    """What most marked text is: plain marks around plain words; nothing where there is more."""
    out: list[Segment] = []
    for found in _SIMPLE.finditer(raw):
        kind = found.lastgroup
        if kind is None:
            out.append(_segment((found[0], ())))
        elif kind in _MARKS:
            out.append(_segment((found[kind], _MARKS[kind])))
        elif kind in _LINKS:
            words, marks = _LINKS[kind]
            out.append(_segment((found[words], link(found[kind]) + marks)))
        elif kind == "note":
            out.append(Segment(found[0], (Mark("note", found["note"]),)))
        else:
            return []
    return out
