"""The table of `docs/words.md`, and the sentences that translators and readers see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract

from drafting.config import ROOT
from tests.house.source import PACKAGE, TEMPLATES

WORDS = ROOT / "docs" / "words.md"
KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
JINJA_OPTIONS = {"trimmed": "true", "silent": "false"}


def table() -> list[tuple[str, str, str]]:
    """Return the rows: word of the code, word on the page, help sentence."""
    rows = []
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 3 and cells[0] not in {"code", "---"}:
            rows.append((cells[0], cells[1], cells[2]))
    return rows


def code_only() -> set[str]:
    """Return the words of the code that are no part of any word on a page."""
    on_pages = " ".join(page for _code, page, _help in table()).lower()
    return {
        code for code, _page, _help in table() if not re.search(rf"\b{re.escape(code)}\b", on_pages)
    }


def messages() -> Iterator[tuple[str, str]]:
    """Yield where it stands and the sentence, for every sentence in the catalogue."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield from extracted("python", path)
    for path in sorted(TEMPLATES.rglob("*.html")):
        yield from extracted("jinja2.ext:babel_extract", path)


def extracted(method: str, path: Path) -> Iterator[tuple[str, str]]:
    """Yield the sentences of one file."""
    found = extract(method, BytesIO(path.read_bytes()), KEYWORDS, options=dict(JINJA_OPTIONS))
    for line, message, _comments, _context in found:
        for sentence in message if isinstance(message, tuple) else (message,):
            if isinstance(sentence, str):
                yield f"{path.relative_to(ROOT)}:{line}", sentence


def plain_words(sentence: str) -> str:
    """Return the sentence without places for values and without tags."""
    return re.sub(r"%\(\w+\)[sd]|<[^>]*>|&\w+;", " ", sentence)


def sentences(text: str) -> list[list[str]]:
    """Cut a message into sentences, each a list of words."""
    parts = re.split(r"[.!?:;…]+(?:\s|$)|\n", plain_words(text))
    return [words for part in parts if (words := re.findall(r"[^\s·–—]+", part))]


def help_lines() -> Iterator[tuple[str, str]]:
    """Yield where it stands and the line, without marks, for every line of the English help."""
    for path in sorted((PACKAGE / "web" / "help" / "en").glob("*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            yield f"{path.relative_to(ROOT)}:{number}", re.sub(r"`[^`]*`|[*#|]", " ", line)
