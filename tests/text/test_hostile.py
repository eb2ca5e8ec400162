"""Markdown made to hurt: time and memory stay bounded, and it reads back like any other."""

from __future__ import annotations

import time
import tracemalloc
from itertools import pairwise

import pytest

from drafting.text import diff, forget, plain, read, restyle, take, write
from drafting.text.markdown import reading
from drafting.text.passages import words

HOSTILE = {
    "opening brackets": "[" * 16_000,
    "closing brackets": "]" * 16_000,
    "links without an end": "[a](b " * 16_000,
    "links": "[a](x)" * 16_000,
    "titles without an end": '[a](b "' * 16_000,
    "notes": "[^a]" * 16_000,
    "a million stars": "*" * 1_000_000,
    "marks that open": "*a_ **b " * 16_000,
    "marks that close nothing": "a* b** c_ " * 16_000,
    "marks one after the other": "**a** *b* " * 8_000,
    "a row of backticks": "`" * 30_000,
    "backticks of all lengths": "".join("`" * (size % 300 + 1) + " a " for size in range(2_000)),
    "pointed brackets": "<a:" * 30_000,
    "addresses": "a@b.c" * 20_000,
    "slashes": "A/B.1" * 20_000,
    "webs": "http://" * 30_000,
    "backslashes": "\\" * 100_000,
    "escapes": "\\*" * 50_000,
    "spaces": "a" + " " * 300_000 + "b",
    "bullets on one line": "- " * 50_000 + "x",
    "quotations on one line": ">" * 50_000 + " x",
    "items 300 deep": "\n".join("  " * depth + "- x" for depth in range(300)),
    "quotations 300 deep": "\n".join(">" * depth + " x" for depth in range(300)),
    "a table in a list": "- | a | b |\n  |---|---|\n" + "  | c | d |\n" * 5_000,
    "a wide table": "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|",
    "a line that is nearly a rule": "- " * 100_000 + "|",
    "a line that nearly underlines": "a\n" + "=" * 300_000 + "x",
    "blank lines": "\n" * 300_000,
    "short lines": "a\n" * 50_000,
    "hard line breaks": "a\\\n" * 30_000,
    "numbers": "1." * 50_000,
    "combining signs": "a" + "\u0301" * 100_000,
    "flags": "🇧🇩" * 30_000,
    "families": "👩\u200d" * 30_000,
    "letters without spaces": "字" * 100_000,
    "a heading of signs": "# " + "#" * 300_000,
}


@pytest.fixture(autouse=True)
def _nothing_known() -> None:
    forget()


@pytest.mark.parametrize("name", HOSTILE)
def test_it_reads_back_and_in_bounded_time(name: str) -> None:
    source = HOSTILE[name]
    begun = time.process_time()
    passage = read(source)
    read_in = time.process_time() - begun
    written = write(passage)
    assert read(written) == passage
    assert restyle(passage, plain(passage)) == passage
    # A hundred times what ordinary text takes; anything quadratic takes minutes.
    assert read_in < 1 + len(source) / 20_000


def test_memory_is_bounded_by_the_length() -> None:
    source = "**a** [b](c) `d` *e\n- " * 5_000
    tracemalloc.start()
    passage = read(source)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert passage.blocks
    assert peak < 1_000 * len(source)


def test_twice_the_text_takes_about_twice_the_time() -> None:
    def seconds(size: int) -> float:
        forget()
        source = "".join(f"Word{n % 97} *and* more [x](y), " for n in range(size))
        begun = time.process_time()
        read(source)
        return time.process_time() - begun

    small = min(seconds(2_000) for _ in range(3))
    assert min(seconds(8_000) for _ in range(3)) < 4 * 4 * small


def test_what_is_known_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_CHARACTERS", 5_000)
    monkeypatch.setattr(words, "MOST_WORDS", 50)
    passages = [
        read(f"Text {number} of word{number}/{number} and others.") for number in range(100)
    ]
    for one, two in pairwise(passages):
        assert take(one, diff(one, two).changes) == two
    assert len(reading._known) < 50
    assert 0 < len(words.TOKENS) <= 50
    assert 0 < len(words._glued) <= 50
    assert [read(write(passage)) for passage in passages] == passages
