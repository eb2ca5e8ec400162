"""Sources for the tests of bringing a text in: a background paper, Word files, zips."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument

from drafting.exchange.readers import Source, read_source

SEED = Path(__file__).parents[3] / "shared" / "seeds" / "dhaka-background-paper.txt"


@pytest.fixture
def seed() -> Source:
    if not SEED.exists():
        pytest.skip("the seed paper is not on this machine")
    return read_source(SEED.name, SEED.read_bytes())


@pytest.fixture
def word_document() -> WordDocument:
    return Document()


@pytest.fixture
def saved() -> Callable[[WordDocument], bytes]:
    def save(document: WordDocument) -> bytes:
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return save


@pytest.fixture
def zipped() -> Callable[[dict[str, bytes]], bytes]:
    def pack(parts: dict[str, bytes]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return buffer.getvalue()

    return pack
