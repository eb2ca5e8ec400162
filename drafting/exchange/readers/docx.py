"""Reads a Word file as text: paragraphs, headings, lists with their shown numbers, tables, notes.

Tracked changes are read as accepted; headers, footers and comments are not part of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from drafting.exchange.readers.archive import Archive
from drafting.exchange.readers.source import (
    BLANK,
    BROKEN_WORD,
    NOT_WORD,
    Line,
    Mark,
    MarkKind,
    UnreadableSource,
    compose,
)
from drafting.exchange.readers.wordnumbers import Numbers
from drafting.exchange.readers.wordstyles import Style, Styles
from drafting.exchange.readers.wordxml import (
    Element,
    attribute,
    child,
    children,
    name_of,
    number,
    parse,
    switch,
    value,
)

MAIN = "word/document.xml"
# What stands inside a paragraph but is not said by it.
_SILENT = {
    "pPr", "rPr", "del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback",
    "sdtPr", "sdtEndPr", "fldData",
}  # fmt: skip
_LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}


@dataclass(frozen=True, slots=True)
class Span:
    """Letters of a paragraph that carry the same marks."""

    text: str
    bold: bool = False
    italic: bool = False
    target: str = ""
    note: str = ""


@dataclass(slots=True)
class Document:
    """The parts of one Word file that its text needs."""

    styles: Styles
    numbers: Numbers
    targets: dict[str, str]
    notes: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


def read_docx(data: bytes) -> list[Line]:
    """Read the lines of a Word file. Raises: UnreadableSource."""
    archive = Archive(data)
    main = MAIN if MAIN in archive else _main_part(archive)
    folder = main.rpartition("/")[0]
    body = child(parse(archive.read(main)), "body")
    if body is None:
        raise UnreadableSource(BROKEN_WORD)
    document = Document(
        Styles(parse(archive.read(f"{folder}/styles.xml"))),
        Numbers(parse(archive.read(f"{folder}/numbering.xml"))),
        _targets(archive, main),
    )
    lines = list(_lines(document, body))
    return lines + _notes(document, parse(archive.read(f"{folder}/footnotes.xml")))


def _main_part(archive: Archive) -> str:
    for relation in children(parse(archive.read("_rels/.rels")), "Relationship"):
        target = attribute(relation, "Target").lstrip("/")
        if attribute(relation, "Type").endswith("/officeDocument") and target in archive:
            return target
    raise UnreadableSource(NOT_WORD)


def _targets(archive: Archive, main: str) -> dict[str, str]:
    folder, _, name = main.rpartition("/")
    root = parse(archive.read(f"{folder}/_rels/{name}.rels"))
    return {
        attribute(each, "Id"): attribute(each, "Target")
        for each in children(root, "Relationship")
        if attribute(each, "Type").endswith("/hyperlink")
    }


def _lines(document: Document, container: Element) -> Iterator[Line]:
    for element in container:
        kind = name_of(element)
        if kind == "p":
            yield _paragraph(document, element)
            while document.boxes:
                yield from _lines(document, document.boxes.pop(0))
        elif kind == "tbl":
            yield from _table(document, element)
        elif kind in {"sdt", "sdtContent", "ins", "customXml", "moveTo"}:
            yield from _lines(document, element)


def _table(document: Document, table: Element) -> Iterator[Line]:
    yield BLANK
    for row in children(table, "tr"):
        cells = [
            " ".join(word for line in _lines(document, cell) for word in line.as_written.split())
            for cell in children(row, "tc")
        ]
        if any(cells):
            yield Line("\t".join(cells), "table")
    yield BLANK


def _paragraph(document: Document, element: Element) -> Line:
    properties = child(element, "pPr")
    style = document.styles.paragraph(value(properties, "pStyle"))
    text, marks = _joined(_spans(document, element, Span("", style.bold, style.italic)))
    if not text:
        return BLANK
    marker, depth = _numbered(document, properties, style)
    if (level := _level(properties, style)) is not None:
        # A heading is bold by itself: only what stands out in it is a mark.
        loud = tuple(mark for mark in marks if mark.kind != "strong")
        return Line(text, "heading", level=level, marker=marker, marks=loud)
    if marker:
        return Line(text, "item", path="-" * (depth + 1), marker=marker, marks=marks)
    if style.is_quotation:
        plain = () if style.italic else marks
        return Line(text, "quotation", path=">", marks=plain)
    return Line(text, marks=marks)


def _level(properties: Element | None, style: Style) -> int | None:
    own = value(properties, "outlineLvl")
    return number(own) + 1 if own and number(own, 9) < 9 else style.level


def _numbered(document: Document, properties: Element | None, style: Style) -> tuple[str, int]:
    own = child(properties, "numPr")
    list_id = value(own, "numId") or style.list_id
    if not list_id or list_id == "0":
        return "", 0
    if level := value(own, "ilvl"):
        at = number(level)
    elif style.list_level is not None:
        at = style.list_level
    else:
        at = document.numbers.level_of(list_id, style.id)
    return document.numbers.next_marker(list_id, at), at or style.list_depth


def _spans(document: Document, element: Element, base: Span) -> Iterator[Span]:
    """The letters of a paragraph or run in reading order; text boxes are put aside."""
    for part in element:
        kind = name_of(part)
        if kind == "r":
            yield from _spans(document, part, _run_marks(document, part, base))
        elif kind == "t":
            yield Span(part.text or "", base.bold, base.italic, base.target)
        elif kind == "txbxContent":
            document.boxes.append(part)
        elif kind == "footnoteReference":
            document.notes.append(attribute(part, "id"))
            label = str(len(document.notes))
            yield Span(f"[^{label}]", note=label)
        elif kind == "sym":
            yield Span(_symbol(attribute(part, "char")))
        elif kind in _LETTERS:
            yield Span(_LETTERS[kind])
        elif kind == "hyperlink":
            target = document.targets.get(attribute(part, "id"), "")
            yield from _spans(document, part, Span("", base.bold, base.italic, target))
        elif kind not in _SILENT:
            yield from _spans(document, part, base)


def _run_marks(document: Document, run: Element, base: Span) -> Span:
    properties = child(run, "rPr")
    named = document.styles.get(value(properties, "rStyle"))
    bold, italic = switch(properties, "b"), switch(properties, "i")
    return Span(
        "",
        (base.bold or named.bold) if bold is None else bold,
        (base.italic or named.italic) if italic is None else italic,
        base.target,
    )


def _symbol(code: str) -> str:
    try:
        letter = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    # Symbol fonts use private characters; without the font they mean nothing.
    return letter if letter.isprintable() and not "\ue000" <= letter <= "\uf8ff" else "•"


def _joined(spans: Iterator[Span]) -> tuple[str, tuple[Mark, ...]]:
    """Join spans into one text in NFC, its edges trimmed, and the marks upon it."""
    merged: list[Span] = []
    for span in spans:
        if merged and _same_marks(merged[-1], span):
            merged[-1] = replace(span, text=merged[-1].text + span.text)
        elif span.text:
            merged.append(span)
    text = ""
    ranges: list[tuple[int, int, Span]] = []
    for span in merged:
        start = len(text)
        text += compose(span.text)
        ranges.append((start, len(text), span))
    whole = compose(text)
    if whole != text:  # a letter was composed over a seam: the words win over the marks
        return whole.strip(), ()
    return whole.strip(), tuple(_marks(whole, ranges))


def _same_marks(one: Span, other: Span) -> bool:
    return replace(one, text="") == replace(other, text="") and not one.note


def _marks(text: str, ranges: list[tuple[int, int, Span]]) -> Iterator[Mark]:
    shift = len(text) - len(text.lstrip())
    size = len(text.strip())
    for first, last, span in ranges:
        start, end = max(first - shift, 0), min(last - shift, size)
        wanted: list[tuple[bool, MarkKind, str]] = [
            (bool(span.target), "link", span.target),
            (span.bold, "strong", ""),
            (span.italic, "emphasis", ""),
            (bool(span.note), "note", span.note),
        ]
        for is_on, kind, target in wanted:
            if is_on and start < end:
                yield Mark(start, end, kind, target)


def _notes(document: Document, root: Element | None) -> list[Line]:
    known = {attribute(note, "id"): note for note in children(root, "footnote")}
    lines: list[Line] = []
    for place, key in enumerate(list(document.notes), start=1):
        found = list(_lines(document, known[key])) if key in known else []
        sign = f"[^{place}]"
        lines.extend(replace(line, kind="note", marker=sign) for line in found if line.text)
    return lines
