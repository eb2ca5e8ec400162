"""How long functions, files, templates and tests may be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from statistics import median

from drafting.config import ROOT
from tests.house.source import PACKAGE, TESTS, length, modules, templates

LONG_FILES: Mapping[str, str] = {}
"""Files over 300 lines, each with the reason why it is better in one piece."""

LONG_TEMPLATES: Mapping[str, str] = {}
"""Templates over 100 lines, each with the reason why it is better in one piece."""


def test_functions_are_short() -> None:
    lengths = {
        f"{module.name}:{function.name}": length(function)
        for module in modules(PACKAGE)
        for function in module.functions()
    }
    assert not [name for name, lines in lengths.items() if lines > 50]
    over_thirty = [name for name, lines in lengths.items() if lines > 30]
    assert len(over_thirty) <= len(lengths) * 0.05, over_thirty
    assert median(lengths.values()) <= 10


def test_routes_are_at_most_twelve_lines() -> None:
    assert not [
        f"{module.name}:{function.name} {length(function)}"
        for module in modules(PACKAGE / "web" / "routes")
        for function in module.functions()
        if function.decorator_list and length(function) > 12
    ]


def test_tests_are_at_most_twenty_five_lines() -> None:
    assert not [
        f"{module.name}:{function.name} {length(function)}"
        for module in modules(TESTS)
        for function in module.functions()
        if function.name.startswith("test_") and length(function) > 25
    ]


def test_files_are_at_most_three_hundred_lines() -> None:
    assert not [
        f"{name} {lines}"
        for name, lines in files().items()
        if lines > 300 and name not in LONG_FILES
    ]


def files() -> dict[str, int]:
    """Return the length of every file that people write, but for data and what is vendored."""
    folders = ("drafting", "migrations", "tests", "benchmarks", ".ci")
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    return {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in [*paths, ROOT / "wsgi.py", ROOT / "Makefile"]
        if is_written(path)
    }


def is_written(path: Path) -> bool:
    """Whether a person wrote the file as code."""
    skipped = {"vendor", "cases", "__pycache__", "translations", "fonts"}
    return (
        path.suffix in {".py", ".js", ".css", ""}
        and path.is_file()
        and not (skipped & set(path.parts))
    )


def test_templates_are_at_most_a_hundred_lines() -> None:
    assert not [
        f"{name} {source.count(chr(10))}"
        for name, source in templates()
        if source.count("\n") > 100 and name not in LONG_TEMPLATES
    ]
