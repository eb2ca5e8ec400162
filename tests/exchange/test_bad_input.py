"""Whatever cannot be brought in is refused with one clear sentence."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.errors import BadInput
from drafting.exchange.readers import UnreadableSource, read_source

Pack = Callable[[dict[str, bytes]], bytes]
WORD_BODY = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:document>'


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(UnreadableSource) as refused:
        read_source(name, data)
    sentence = str(refused.value)
    assert sentence.count(" ") < 20
    assert isinstance(refused.value, BadInput)
    assert refused.value.field == "file"
    return sentence


@pytest.mark.parametrize("data", [b"", b"  \n\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", b"\xff\xfe"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert refusal("a.txt", data) == "This file is empty."


@pytest.mark.parametrize(
    "data",
    [
        "Liberté".encode("cp1252"), "Größe".encode("latin-1"), "Ñandú".encode("cp850"),
        "été".encode()[:-1], b"\xff\xfea", "слово".encode("koi8-r"),
    ],
)  # fmt: skip
def test_a_text_in_another_encoding_is_refused_and_not_guessed(data: bytes) -> None:
    assert "Save it as UTF-8" in refusal("a.txt", data)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf1\\ansi Text}",
        b"\x89PNG\r\n\x1a\n", b"\n<!DOCTYPE html><p>Text", b"\x1f\x8b\x08\x00",
    ],
)  # fmt: skip
def test_another_format_is_refused_by_its_first_bytes(data: bytes) -> None:
    assert "cannot be read" in refusal("statement.txt", data)


@pytest.mark.parametrize("data", [b"a\x00b", b"\x01\x02\x03", b"\x7fELF\x02\x01", b"bell\x07"])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    assert "holds no text" in refusal("a.txt", data)


def test_a_large_file_is_refused_before_it_is_read() -> None:
    data = b"\xff" * 50_000_000
    began = time.perf_counter()
    assert "larger than 5 MB" in refusal("a.docx", data)
    assert time.perf_counter() - began < 0.1


def test_a_text_named_as_word_is_refused() -> None:
    assert "not a Word file" in refusal("a.docx", b"Just a text.")


def test_an_endless_text_is_refused() -> None:
    assert "Bring it in in parts" in refusal("a.md", b"[" * 400_000)
    assert "Bring it in in parts" in refusal("a.txt", b"a\n\n" * 30_000)


def test_a_zip_that_is_no_word_file_is_refused(zipped: Pack) -> None:
    assert "not a Word file" in refusal("a.docx", zipped({"content.xml": b"<a/>"}))


def test_a_zip_bomb_is_refused(zipped: Pack) -> None:
    bomb = zipped({"word/document.xml": b" " * 200_000_000})
    assert len(bomb) < 5_000_000
    assert "unpacks to far too much" in refusal("a.docx", bomb)


def test_a_dense_small_bomb_is_refused(zipped: Pack) -> None:
    bomb = zipped({"word/document.xml": b"<a>" + b" " * 20_000_000})
    assert "unpacks to far too much" in refusal("a.docx", bomb)


def test_millions_of_elements_are_refused_before_they_are_parsed(zipped: Pack) -> None:
    crowd = zipped(
        {"word/document.xml": b"<p/>" * 600_000, "media": random.Random(1).randbytes(50_000)}
    )
    assert "unpacks to far too much" in refusal("a.docx", crowd)


def test_a_zip_with_thousands_of_entries_is_refused(zipped: Pack) -> None:
    many = zipped({f"{number}": b"" for number in range(3_000)})
    assert "unpacks to far too much" in refusal("a.docx", many)


def test_a_bomb_that_lies_about_its_size_is_refused(zipped: Pack) -> None:
    honest = zipped({"word/document.xml": b" " * 3_000_000})
    size = (3_000_000).to_bytes(4, "little")
    lying = honest.replace(size, (10).to_bytes(4, "little"))
    assert "damaged" in refusal("a.docx", lying)


@pytest.mark.parametrize(
    "part",
    [
        b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d><body><p><r><t>&x;</t></r></p></body></d>',
        b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>',
    ],
)
def test_a_word_file_with_entities_is_refused(zipped: Pack, part: bytes) -> None:
    assert "unpacks to far too much" in refusal("a.docx", zipped({"word/document.xml": part}))


@pytest.mark.parametrize("part", [b"<a", b"<a/>", b"", b"\xff\xfe", b"<a>" * 5_000])
def test_a_damaged_word_file_is_refused(zipped: Pack, part: bytes) -> None:
    assert "damaged" in refusal("a.docx", zipped({"word/document.xml": part}))


def test_a_word_file_cut_in_the_middle_is_refused(zipped: Pack) -> None:
    whole = zipped({"word/document.xml": WORD_BODY % b"<w:body/>"})
    assert "damaged" in refusal("a.docx", whole[: len(whole) // 2])


def test_an_encrypted_word_file_is_refused(zipped: Pack) -> None:
    whole = bytearray(zipped({"word/document.xml": WORD_BODY % b"<w:body/>"}))
    whole[6] |= 1
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    assert "damaged" in refusal("a.docx", bytes(whole))


def test_a_word_file_without_words_is_empty(zipped: Pack) -> None:
    assert refusal("a.docx", zipped({"word/document.xml": WORD_BODY % b"<w:body/>"})).endswith(
        "empty."
    )


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.docx", "a"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    for head in (b"", b"PK\x03\x04"):
        with suppress(UnreadableSource):
            assert read_source(name, head + data).lines


@pytest.mark.parametrize(
    "data",
    [
        "Für alle".encode(), "Für alle".encode("utf-8-sig"), "Für alle".encode("utf-16"),
        b"\xfe\xff" + "Für alle".encode("utf-16-be"), "Fu\u0308r alle".encode(),
    ],
)  # fmt: skip
def test_a_text_in_utf_8_or_marked_utf_16_is_read_composed(data: bytes) -> None:
    assert read_source("C:\\x\\a.txt", data).lines[0].text == "Für alle"
