"""The numbers and bullets that people type in front of list items, and the depth they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

BULLETS = "•◦▪▫■□●○‣⁃∙·–—➢➤✓❖*+-"
_BULLET = re.compile(rf"([{re.escape(BULLETS)}]|o(?=\t))\s+(?=\S)")
_NUMBER = re.compile(
    r"""(
        \(?(?:\d{1,3}(?:[ ](?:bis|ter|quater|quinquies))?|[a-zA-Z]|[ivxIVX]{2,6})[.)]
      | \d{1,3}(?:\.\d{1,3}){1,4}[.)]?
    )\s+(?=\S)""",
    re.VERBOSE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker as written; `style` is equal for the markers of one list, `value` counts in it.

    `other` is a second reading: (i) may be a numeral or the letter after (h).
    """

    written: str
    style: str
    value: int
    other: tuple[str, int] | None = None

    @property
    def readings(self) -> tuple[tuple[str, int], ...]:
        """Style and value, the likelier reading first."""
        first = (self.style, self.value)
        return (first, self.other) if self.other else (first,)

    @property
    def is_bullet(self) -> bool:
        """Whether it is a bullet and counts nothing."""
        return self.value == 0


def cut_marker(row: str) -> tuple[Marker | None, str]:
    """Part a row (without indentation) into its marker, if it has one, and the rest."""
    if found := _BULLET.match(row):
        return Marker(found[1], found[1], 0), row[found.end() :]
    if found := _NUMBER.match(row):
        return read_marker(found[1]), row[found.end() :]
    return None, row


def read_marker(written: str) -> Marker:
    """Tell the style and the value of a number as written, such as `(a)`, `2.1` or `5 bis.`."""
    if "." in written.strip(".)"):
        parts = written.strip(".)").split(".")
        return Marker(written, f"{len(parts)} parts", int(parts[-1]))
    core = written.strip("(.)").split(" ")[0]
    frame = ("(" if written.startswith("(") else "") + written[-1]
    if core.isdecimal():
        return Marker(written, f"1{frame}", int(core))
    lower = core.lower()
    letter, numeral = ("a", "i") if core.islower() else ("A", "I")
    as_letter = (letter + frame, ord(lower[0]) - ord("a") + 1)
    as_numeral = (numeral + frame, _roman(lower)) if set(lower) <= set(_ROMAN) else None
    if as_numeral is None:
        return Marker(written, *as_letter)
    if len(core) > 1:
        return Marker(written, *as_numeral)
    if lower == "i":
        return Marker(written, *as_numeral, as_letter)
    return Marker(written, *as_letter, as_numeral)


def _roman(numeral: str) -> int:
    total = 0
    for here, after in zip(numeral, f"{numeral[1:]} ", strict=True):
        value = _ROMAN[here]
        total += -value if value < _ROMAN.get(after, 0) else value
    return max(total, 1)


@dataclass(frozen=True, slots=True)
class OpenList:
    """A list that may go on: its indentation in columns, its style, its last value."""

    indent: int
    style: str
    value: int


@dataclass(slots=True)
class Depths:
    """Tells the depth of each item of a run of items, from its indentation and its style."""

    open: list[OpenList] = field(default_factory=list)

    def place(self, indent: int, marker: Marker) -> int:
        """Return the depth of the next item (0 outermost); `indent` in columns."""
        while len(self.open) > 1 and self.open[-1].indent > indent + 1:
            self.open.pop()
        style, value = self._reading(marker)
        here = OpenList(indent, style, value)
        if not self.open or indent >= self.open[-1].indent + 2:
            self.open.append(here)
        elif any(style == known.style for known in self.open):
            while self.open[-1].style != style:
                self.open.pop()
            self.open[-1] = here
        elif value <= 1 and abs(self.open[-1].indent - indent) <= 1:
            self.open.append(here)
        else:
            self.open[-1] = here
        return len(self.open) - 1

    def _reading(self, marker: Marker) -> tuple[str, int]:
        """The reading that counts on in an open list, else the likelier one."""
        follows = {(known.style, known.value + 1) for known in self.open}
        return next((each for each in marker.readings if each in follows), marker.readings[0])
