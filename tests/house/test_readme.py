"""README tells the truth about settings, doors and the map."""

from __future__ import annotations

import re

import pytest

from drafting.config import ROOT, VARIABLES

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(VARIABLES))
def test_every_setting_stands_in_the_table(name: str) -> None:
    assert f"| `DRAFTING_{name.upper()}` |" in README


def test_no_setting_in_the_table_is_unknown() -> None:
    told = set(re.findall(r"`DRAFTING_([A-Z_]+)`", README))
    known = {name.upper() for name in VARIABLES}
    assert {name for name in told - known if not name.startswith("TEST_")} == {"ENV_FILE"}


def test_every_door_is_a_target_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for door in set(re.findall(r"`?make ([a-z]+)`", README)):
        assert f"\n{door}:" in makefile


def test_every_path_it_links_to_is_there() -> None:
    for path in re.findall(r"\]\(((?!http)[^)#]+)\)", README):
        assert (ROOT / path).exists(), path


def test_every_folder_of_the_map_is_there() -> None:
    rows = README.split("## The map")[1].split("## ")[0]
    for path in re.findall(r"`([a-z]+(?:/[a-z]+)*/)`", rows):
        assert (ROOT / path).is_dir() or (ROOT / "tests" / path).is_dir(), path
