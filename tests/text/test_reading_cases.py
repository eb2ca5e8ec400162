"""The case files of reading and typing, each in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.text import plain, read, restyle, write
from tests.text.described import described
from tests.text.marked import case

FOLDER = Path(__file__).parents[1] / "cases" / "text"


def cases(folder: str) -> list[Path]:
    return sorted((FOLDER / folder).glob("*.txt"))


def name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", cases("reading"), ids=name)
def test_markdown_is_read_as_its_file_says(path: Path) -> None:
    parts = case(path.read_text(encoding="utf-8"))
    passage = read(parts["markdown"])
    assert described(passage) == parts["reads as"]
    assert write(passage) == parts.get("written", parts["markdown"])


@pytest.mark.parametrize("path", cases("typing"), ids=name)
def test_typed_words_become_what_the_file_says(path: Path) -> None:
    parts = case(path.read_text(encoding="utf-8"))
    base = read(parts["text"])
    assert plain(base) == parts["shown"]
    assert write(restyle(base, parts["typed"])) == parts["becomes"]


@pytest.mark.parametrize(
    ("source", "written"),
    [
        ("one\r\ntwo\rthree", "one two three"),
        ("- a\t\n- b", "- a\n- b"),
        ("| a |\n|---|\n| |\n| b |", "| a |\n| --- |\n| b |"),
        ("[x](<a b>)", "[x](a%20b)"),
        ("<http://a.b><http://a.b>", "[http://a.bhttp://a.b](http://a.b)"),
        ("é \\* ü", "é * ü"),
        ("> [^1]: so", "> [^1]\\: so"),
        ("One\\\ntwo\n---", "## One two"),
    ],
)
def test_odd_signs_read_as_a_person_would(source: str, written: str) -> None:
    assert write(read(source)) == written
    assert read(written) == read(source)


def test_there_are_cases() -> None:
    assert cases("reading")
    assert cases("typing")
