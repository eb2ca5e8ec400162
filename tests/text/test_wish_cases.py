"""How wishes meet and whose words stand, each case a file in words that says what is expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.text import Passage, attribute, cluster, diff, lay_out, read
from tests.text.marked import case
from tests.text.wishes import authors, groups, places, steps

CASES = Path(__file__).parents[1] / "cases" / "text"


def files(kind: str) -> list[Path]:
    return sorted((CASES / kind).glob("*.txt"))


def name(path: Path) -> str:
    return path.stem


def parts_of(path: Path) -> tuple[dict[str, str], Passage, list[Passage]]:
    parts = case(path.read_text(encoding="utf-8"))
    wishes = [read(text) for part, text in parts.items() if part.startswith("proposal ")]
    return parts, read(parts["before"]), wishes


@pytest.mark.parametrize("path", files("compilation"), ids=name)
def test_wishes_are_laid_out_as_the_file_says(path: Path) -> None:
    parts, base, wishes = parts_of(path)
    assert places(lay_out(base, wishes)) == parts["wishes"]


@pytest.mark.parametrize("path", files("attribution"), ids=name)
def test_words_have_the_authors_that_the_file_names(path: Path) -> None:
    parts, base, _ = parts_of(path)
    assert authors(attribute(base, steps(parts))) == parts["whose words"]


@pytest.mark.parametrize("path", files("clusters"), ids=name)
def test_proposals_stand_together_as_the_file_says(path: Path) -> None:
    parts, base, wishes = parts_of(path)
    assert groups(cluster([diff(base, wish) for wish in wishes])) == parts["together"]
