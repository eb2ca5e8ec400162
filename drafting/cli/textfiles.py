"""Texts in files, for the commands that need no site: read, written, and refused in one line."""

from __future__ import annotations

import codecs
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import click

MOST_MEGABYTES = 32
STDIN = "-"


class BadFile(click.ClickException):
    """A file that cannot be used; said in one line on standard error, with exit status 2."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Say what is wrong."""
        click.echo(f"drafting: {self.format_message()}", file=file, err=file is None)


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text as it stood in a file: its words, and the habits of its lines."""

    name: str
    text: str
    mark: bool = False
    """Whether it began with a byte order mark."""
    line_end: str = "\n"
    closed: bool = True
    """Whether its last line ends with a line end."""

    def encoded(self, text: str) -> bytes:
        """Return another text in the line habits of this file."""
        text = text.rstrip("\n")
        text = f"{text}\n" if text and self.closed else text
        return (codecs.BOM_UTF8 if self.mark else b"") + text.replace("\n", self.line_end).encode()


def read_files(*names: str) -> tuple[TextFile, ...]:
    """Read texts in UTF-8; one of the names may be `-`, standard input.

    Raises: BadFile.
    """
    if names.count(STDIN) > 1:
        raise BadFile("only one of the texts can come from standard input")
    return tuple(map(read_file, names))


def read_file(name: str) -> TextFile:
    """Read one text; the words in NFC, the line ends those of Unix. Raises: BadFile."""
    data = _bytes(name)
    shown = "standard input" if name == STDIN else name
    if len(data) > MOST_MEGABYTES * 1_000_000:
        raise BadFile(f"{shown} is larger than {MOST_MEGABYTES} MB")
    mark = data.startswith(codecs.BOM_UTF8)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        raise BadFile(f"{shown} is not text in UTF-8 (byte {error.start + 1})") from error
    if "\0" in text:
        raise BadFile(f"{shown} is not text: it holds a zero byte")
    line_end = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return TextFile(shown, text, mark, line_end, closed=not text or text.endswith("\n"))


def _bytes(name: str) -> bytes:
    most = MOST_MEGABYTES * 1_000_000 + 1
    try:
        if name == STDIN:
            return sys.stdin.buffer.read(most)
        with Path(name).open("rb") as file:
            return file.read(most)
    except (OSError, ValueError) as error:
        raise BadFile(f"cannot read {name}: {_why(error)}") from error


def write_file(name: str, data: bytes) -> None:
    """Write a file in one go, or standard output for `-`. Raises: BadFile."""
    if name == STDIN:
        click.echo(data, nl=False)
        return
    try:
        Path(name).write_bytes(data)
    except (OSError, ValueError) as error:
        raise BadFile(f"cannot write {name}: {_why(error)}") from error


def _why(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
