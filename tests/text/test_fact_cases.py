"""Words of weight in each language we know, each a case file in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting.text import diff, read
from tests.text.marked import case
from tests.text.told import told

CASES = sorted((Path(__file__).parents[1] / "cases" / "text" / "facts").glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_change_touches_what_its_file_says(path: Path) -> None:
    parts = case(path.read_text(encoding="utf-8"))
    assert told(diff(read(parts["before"]), read(parts["after"]))) == parts["facts"]


def test_there_is_a_case_for_each_language() -> None:
    assert len(CASES) > 20
