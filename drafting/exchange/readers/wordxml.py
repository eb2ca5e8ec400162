"""Small help with the XML of Word files: safe parsing, names without their namespace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.parser import parse_xml

from drafting.exchange.readers.source import BROKEN_WORD, UNSAFE_WORD, UnreadableSource

# lxml carries no types; every element of a Word part is one of these.
Element = Any

# A long book has fewer; each costs some microseconds and some hundred bytes.
MAX_TAGS = 500_000

_OFF = {"0", "false", "off", "none"}


def parse(part: bytes) -> Element | None:
    """Parse a part of a Word file, none when it is empty. Raises: UnreadableSource.

    The parser neither resolves entities nor fetches anything; a document type, which no Word
    file has, is refused.
    """
    if not part:
        return None
    if part.count(b"<") > MAX_TAGS:
        raise UnreadableSource(UNSAFE_WORD)
    try:
        root: Element = parse_xml(part)
    except (SyntaxError, ValueError) as error:  # lxml's syntax error is one of Python's
        raise UnreadableSource(BROKEN_WORD) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableSource(UNSAFE_WORD)
    return root


def name_of(element: Element) -> str:
    """The element's name without namespace, empty for a comment; strict files have others."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """An attribute by its name without namespace."""
    if element is None:
        return default
    for key, value in element.attrib.items():
        if key.rsplit("}", 1)[-1] == name:
            return str(value)
    return default


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of that name."""
    return (child for child in (() if element is None else element) if name_of(child) == name)


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down this path of names."""
    for name in path:
        element = next(children(element, name), None)
    return element


def value(element: Element | None, *path: str) -> str:
    """The `val` of the first element down this path, empty when there is none."""
    return attribute(child(element, *path), "val")


def number(text: str, default: int = 0) -> int:
    """A whole number, or the default where a file holds something else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 6 else default


def switch(element: Element | None, name: str) -> bool | None:
    """Whether a property such as bold is on, off, or (none) not stated."""
    found = child(element, name)
    return None if found is None else attribute(found, "val", "1").lower() not in _OFF
