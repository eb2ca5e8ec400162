"""What every reader gives: a source as lines in reading order, and the words why one is refused."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any, Literal

from drafting.errors import N_, BadInput

Format = Literal["markdown", "text", "docx"]
LineKind = Literal["paragraph", "heading", "item", "quotation", "table", "note", "blank"]
MarkKind = Literal["link", "strong", "emphasis", "code", "note"]

EMPTY = N_("This file is empty.")
TOO_LARGE = N_("This file is larger than %(megabytes)d MB. Take out its pictures and try again.")
NOT_TEXT = N_("This file holds no text. Save it as Word (.docx), Markdown or plain text.")
WRONG_ENCODING = N_("This file is not in UTF-8. Save it as UTF-8 and try again.")
OTHER_FORMAT = N_("This kind of file cannot be read. Save it as Word (.docx) or plain text.")
NOT_WORD = N_("This is not a Word file, though its name says so.")
BROKEN_WORD = N_("This Word file is damaged. Open it, save it again and try once more.")
UNSAFE_WORD = N_("This Word file unpacks to far too much. Copy its text into a new file.")
TOO_LONG = N_("This text is longer than %(pages)d pages. Bring it in in parts.")

MAX_LINES = 5_000  # paragraphs
MAX_LETTERS = 300_000  # some 100 pages; the text core takes up to 50 µs a letter
MAX_ROWS = 20_000  # rows of a file, of which a wrapped paragraph has several


class UnreadableSource(BadInput):
    """A file that cannot be brought in; the sentence says what to do, nothing is written."""

    def __init__(self, sentence: str, /, **values: object) -> None:
        super().__init__(sentence, field="file", **values)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark on the characters `start` to `end` (half-open) of a line's text."""

    start: int
    end: int
    kind: MarkKind
    target: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a source, letter for letter (NFC), without indentation and marker.

    `marker` is the number or bullet as written or as Word shows it; `level` is a heading's
    (0 the title of the whole text, 1 outermost). `path` names the containers from the outermost
    in: `>` a quotation, `-` an item, its own included. In a text a line end is a line end that
    the author asked for, and a tab parts the cells of a table's row.
    """

    text: str
    kind: LineKind = "paragraph"
    level: int = 0
    path: str = ""
    marker: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether the line holds no words."""
        return self.kind == "blank"

    @property
    def depth(self) -> int:
        """How deep an item stands (0 outermost); of other lines, in how many items they stand."""
        return self.path.count("-") - (self.kind == "item")

    @property
    def quote(self) -> int:
        """In how many quotations the line stands."""
        return self.path.count(">")

    @property
    def as_written(self) -> str:
        """The line with its marker in front; the cells of a table with bars between them."""
        text = self.text.replace("\t", " | ") if self.kind == "table" else self.text
        return f"{self.marker} {text}" if self.marker else text

    @property
    def is_strong(self) -> bool:
        """Whether the whole line is set in bold."""
        return any(
            mark.kind == "strong" and mark.start == 0 and mark.end == len(self.text)
            for mark in self.marks
        )


BLANK = Line("", "blank")


@dataclass(frozen=True, slots=True)
class Source:
    """A text that was brought in, before anybody has split it into sections."""

    name: str
    format: Format
    lines: tuple[Line, ...]

    def to_json(self) -> dict[str, Any]:
        """The source as values that JSON has, for a database row."""
        return {
            "name": self.name,
            "format": self.format,
            "lines": [
                [
                    line.text, line.kind, line.level, line.path, line.marker,
                    [[mark.start, mark.end, mark.kind, mark.target] for mark in line.marks],
                ]
                for line in self.lines
            ],
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Source:
        """Read what `to_json` gave."""
        lines = (
            Line(text, kind, level, path, marker, tuple(Mark(*mark) for mark in marks))
            for text, kind, level, path, marker, marks in data["lines"]
        )
        return cls(data["name"], data["format"], tuple(lines))


def too_long() -> UnreadableSource:
    """The refusal of a text that is longer than anybody would edit line by line."""
    return UnreadableSource(TOO_LONG, pages=100)


def words_of(text: str) -> tuple[str, ...]:
    """Cut a text at its blanks; each word keeps its letters and punctuation."""
    return tuple(text.split())


def compose(text: str) -> str:
    """Return the text in NFC, as everything that enters the system."""
    return unicodedata.normalize("NFC", text)


def checked(lines: list[Line]) -> tuple[Line, ...]:
    """Return the lines of a source that has words and is not endless, blank ones at most singly.

    Raises: UnreadableSource.
    """
    solid = sum(not line.is_blank for line in lines)
    if not solid:
        raise UnreadableSource(EMPTY)
    if solid > MAX_LINES or sum(len(line.text) for line in lines) > MAX_LETTERS:
        raise too_long()
    pairs = zip([BLANK, *lines], lines, strict=False)
    return tuple(line for before, line in pairs if not (before.is_blank and line.is_blank))
