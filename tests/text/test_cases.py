"""The hard cases, each a file in words that says what is expected."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.text import diff, merge, read, take, write
from tests.text.marked import case, conflicts, marked

CASES = sorted((Path(__file__).parents[1] / "cases" / "text").glob("*.txt"))


def cases(part: str) -> list[Path]:
    return [path for path in CASES if f"\n--- {part}" in path.read_text(encoding="utf-8")]


def name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", cases("marks"), ids=name)
def test_a_hard_case_is_marked_as_its_file_says(path: Path) -> None:
    parts = case(path.read_text(encoding="utf-8"))
    old, new = read(parts["before"]), read(parts["after"])
    redline = diff(old, new)
    assert marked(redline) == parts["marks"]
    assert take(old, redline.changes) == new


@pytest.mark.parametrize("path", cases("together"), ids=name)
def test_proposals_meet_as_the_file_says(path: Path) -> None:
    parts = case(path.read_text(encoding="utf-8"))
    wishes = [read(text) for part, text in parts.items() if part.startswith("proposal")]
    merged = merge(read(parts["before"]), wishes)
    assert write(merged.passage).rstrip("\n") == parts["together"]
    assert conflicts(merged) == parts["conflicts"]
