"""The numbers and bullets that Word shows in front of paragraphs but does not store."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafting.exchange.readers.wordxml import (
    Element,
    attribute,
    child,
    children,
    number,
    value,
)

_PLACE = re.compile(r"%([1-9])")
# Bullets of Word's symbol fonts are private characters; these are what they look like.
_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "o": "◦"}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    style: str = ""


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int] = field(default_factory=dict)


class Numbers:
    """Counts through a document, in reading order, as Word does."""

    def __init__(self, root: Element | None) -> None:
        abstracts = {
            attribute(each, "abstractNumId"): each for each in children(root, "abstractNum")
        }
        styled = {
            value(each, "styleLink"): key
            for key, each in abstracts.items()
            if value(each, "styleLink")
        }
        self._lists: dict[str, _List] = {}
        for each in children(root, "num"):
            key = value(each, "abstractNumId")
            key = styled.get(value(abstracts.get(key), "numStyleLink"), key)
            self._lists[attribute(each, "numId")] = _read_list(each, key, abstracts.get(key))
        self._counts: dict[str, dict[int, int]] = {}

    def level_of(self, list_id: str, style_id: str) -> int:
        """The level that a list ties to a paragraph style, else the outermost."""
        known = self._lists.get(list_id)
        levels = known.levels if known else {}
        return next((at for at, each in levels.items() if each.style == style_id), 0)

    def next_marker(self, list_id: str, level: int) -> str:
        """Count one paragraph on; return what Word shows before it, empty for nothing."""
        known = self._lists.get(list_id)
        if known is None or level not in known.levels:
            return ""
        counts = self._counts.setdefault(known.abstract, {})
        if level in known.restarts:
            counts[level] = known.restarts.pop(level) - 1
        counts[level] = counts.get(level, known.levels[level].start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return _shown(known.levels, counts, level)


def _read_list(num: Element, key: str, abstract: Element | None) -> _List:
    found = _List(key, {})
    for each in children(abstract, "lvl"):
        found.levels[number(attribute(each, "ilvl"))] = _read_level(each)
    for override in children(num, "lvlOverride"):
        at = number(attribute(override, "ilvl"))
        if (own := child(override, "lvl")) is not None:
            found.levels[at] = _read_level(own)
        if start := value(override, "startOverride"):
            found.restarts[at] = number(start, 1)
    return found


def _read_level(raw: Element) -> Level:
    return Level(
        start=number(value(raw, "start"), 1),
        format=value(raw, "numFmt") or "decimal",
        pattern=value(raw, "lvlText"),
        style=value(raw, "pStyle"),
    )


def _shown(levels: dict[int, Level], counts: dict[int, int], level: int) -> str:
    here = levels[level]
    if here.format == "none":
        return ""
    if here.format == "bullet":
        return (
            _SYMBOLS.get(here.pattern, here.pattern if here.pattern.isprintable() else "•") or "•"
        )

    def count(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        other = levels.get(at, Level())
        return formatted(counts.get(at, other.start), other.format)

    return _PLACE.sub(count, here.pattern).strip()


def formatted(count: int, form: str) -> str:
    """Write a count in one of Word's number formats; unknown ones in decimals."""
    if form.endswith("Roman"):
        written = _roman(count)
    elif form.endswith("Letter"):
        # After z comes aa, then bb.
        written = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else "0"
    elif form == "decimalZero":
        return f"{count:02}"
    else:
        return str(count)
    return written.upper() if form.startswith("upper") else written


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    written = ""
    for worth, numeral in _ROMAN:
        times, count = divmod(count, worth)
        written += numeral * times
    return written
