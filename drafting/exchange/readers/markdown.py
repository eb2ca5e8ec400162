"""Reads Markdown by the structure that the text core sees in it: one line a block."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafting.exchange.readers.source import BLANK, Line, LineKind, Mark
from drafting.text import Block, Break, numbered, read


def read_markdown(text: str) -> list[Line]:
    """Read Markdown (NFC) into lines, each with the words and the marks of one block."""
    lines: list[Line] = []
    for block, number in numbered(read(text).blocks):
        lines += [BLANK, _line(block, number)]
    return lines


def _line(block: Block, number: str) -> Line:
    form = block.break_
    kind = _kind(form)
    marker = number or "-" if kind == "item" else ""
    if kind == "note":
        marker = f"[^{form.number}]"
    marks = tuple(_joined(_marks(block)))
    return Line(block.text, kind, form.level, form.path, marker, marks)


def _kind(form: Break) -> LineKind:
    if form.block in {"heading", "note"}:
        return "heading" if form.block == "heading" else "note"
    if form.block == "row":
        return "table"
    if form.is_item:
        return "item"
    return "quotation" if form.quotes else "paragraph"


def _marks(block: Block) -> Iterator[Mark]:
    at = 0
    for token in block.tokens:
        end = at + len(token.text)
        yield from (Mark(at, end, mark.kind, mark.target) for mark in token.marks)
        at = end


def _joined(marks: Iterator[Mark]) -> list[Mark]:
    """Unite marks of one kind and target that touch each other."""
    growing: dict[tuple[str, str], Mark] = {}
    joined: list[Mark] = []
    for mark in marks:
        key = (mark.kind, mark.target)
        before = growing.get(key)
        if before and before.end == mark.start:
            growing[key] = replace(before, end=mark.end)
            continue
        if before:
            joined.append(before)
        growing[key] = mark
    return sorted([*joined, *growing.values()], key=lambda mark: (mark.start, mark.end))
