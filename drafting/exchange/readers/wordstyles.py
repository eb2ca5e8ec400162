"""What the named styles of a Word file say of a paragraph: heading, quotation, list, bold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafting.exchange.readers.wordxml import (
    Element,
    attribute,
    child,
    children,
    number,
    switch,
    value,
)

_HEADING = re.compile(r"heading (\d)")
_LIST = re.compile(r"list (?:bullet|number) (\d)")
_QUOTES = {"quote", "intense quote", "block text"}


@dataclass(frozen=True, slots=True)
class Style:
    """One style as its chain of parents leaves it; `level` is none where it is no heading."""

    id: str = ""
    name: str = ""
    level: int | None = None
    list_id: str = ""
    list_level: int | None = None
    bold: bool = False
    italic: bool = False

    @property
    def is_quotation(self) -> bool:
        """Whether paragraphs of this style are quotations."""
        return self.name in _QUOTES

    @property
    def list_depth(self) -> int:
        """The depth that Word's own styles carry in their name, as in `List Bullet 2`."""
        found = _LIST.fullmatch(self.name)
        return int(found[1]) - 1 if found else 0


class Styles:
    """The styles of one file, by id, resolved when first asked for."""

    def __init__(self, root: Element | None) -> None:
        self._raw = {attribute(style, "styleId"): style for style in children(root, "style")}
        self._known: dict[str, Style] = {}
        self._default = next(
            (
                key
                for key, style in self._raw.items()
                if attribute(style, "type") == "paragraph" and attribute(style, "default") == "1"
            ),
            "",
        )

    def paragraph(self, style_id: str) -> Style:
        """The style of a paragraph; without an id the default one."""
        return self.get(style_id or self._default)

    def get(self, style_id: str) -> Style:
        """A style by its id; an unknown one says nothing."""
        if style_id not in self._known:
            chain: list[str] = []
            while style_id in self._raw and style_id not in chain and len(chain) < 20:
                chain.append(style_id)
                style_id = value(self._raw[style_id], "basedOn")
            style = Style()
            for key in reversed(chain):
                style = _refine(style, key, self._raw[key])
                self._known[key] = style
            self._known.setdefault(style_id, Style())
            return style
        return self._known[style_id]


def _refine(parent: Style, key: str, raw: Element) -> Style:
    name = value(raw, "name").lower()
    numbering = child(raw, "pPr", "numPr")
    level = value(numbering, "ilvl")
    bold, italic = (switch(child(raw, "rPr"), mark) for mark in ("b", "i"))
    return Style(
        id=key,
        name=name,
        level=_level(name, value(raw, "pPr", "outlineLvl"), parent.level),
        list_id=value(numbering, "numId") or parent.list_id,
        list_level=number(level) if level else parent.list_level,
        bold=parent.bold if bold is None else bold,
        italic=parent.italic if italic is None else italic,
    )


def _level(name: str, outline: str, inherited: int | None) -> int | None:
    if name == "title":
        return 0
    if found := _HEADING.fullmatch(name):
        return int(found[1])
    if outline:
        return number(outline, 9) + 1 if number(outline, 9) < 9 else None
    return inherited
