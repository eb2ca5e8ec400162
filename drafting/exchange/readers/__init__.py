"""Reads an uploaded file, of whatever kind, into the lines of a source; trusts nothing in it."""

from __future__ import annotations

import codecs
import unicodedata

from drafting.exchange.readers.docx import read_docx
from drafting.exchange.readers.markdown import read_markdown
from drafting.exchange.readers.source import (
    EMPTY,
    MAX_LETTERS,
    NOT_TEXT,
    NOT_WORD,
    OTHER_FORMAT,
    TOO_LARGE,
    WRONG_ENCODING,
    Format,
    Line,
    LineKind,
    Mark,
    Source,
    UnreadableSource,
    checked,
    compose,
    too_long,
    words_of,
)
from drafting.exchange.readers.text import read_text

__all__ = [
    "Format", "Line", "LineKind", "Mark", "Source", "UnreadableSource", "read_source", "words_of",
]  # fmt: skip

MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
WORD_NAMES = (".docx", ".docm", ".dotx")
# How files begin that people take for text: PDF, the old Word, pictures, other archives.
_OTHER = (
    b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b",
    b"7z\xbc\xaf", b"Rar!", b"<!doctype html", b"<html",
)  # fmt: skip
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ALLOWED = {"\t", "\n", "\r", "\v", "\f", "\x85"}


def read_source(filename: str, data: bytes, megabytes: int = 5) -> Source:
    """Read a file by what its name and its first bytes say it is.

    A text must be UTF-8 (with or without a mark) or UTF-16 with a mark: older encodings cannot be
    told apart, and wrong letters are worse than a plain refusal.
    Raises: UnreadableSource, with one sentence for the person who brought the file.
    """
    name = filename.replace("\\", "/").rpartition("/")[2]
    if len(data) > megabytes * 1_000_000:
        raise UnreadableSource(TOO_LARGE, megabytes=megabytes)
    if not data.strip():
        raise UnreadableSource(EMPTY)
    if data[:2] == b"PK":
        return Source(name, "docx", checked(read_docx(data)))
    if data[:16].lstrip().lower().startswith(tuple(head.lower() for head in _OTHER)):
        raise UnreadableSource(OTHER_FORMAT)
    text = _decoded(data)
    if len(text) > MAX_LETTERS:
        raise too_long()
    if name.lower().endswith(WORD_NAMES):
        raise UnreadableSource(NOT_WORD)
    if name.lower().endswith(MARKDOWN_NAMES):
        return Source(name, "markdown", checked(read_markdown(text)))
    return Source(name, "text", checked(read_text(text)))


def _decoded(data: bytes) -> str:
    """Decode a text, in NFC, without its byte order mark."""
    mark, encoding = next((pair for pair in _BOMS if data.startswith(pair[0])), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableSource(NOT_TEXT if b"\0" in data else WRONG_ENCODING) from error
    if any(unicodedata.category(letter) == "Cc" and letter not in _ALLOWED for letter in set(text)):
        raise UnreadableSource(NOT_TEXT)
    return compose(text)
