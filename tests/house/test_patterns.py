"""Patterns of `re` are such as every Python that README names reads alike.

Possessive quantifiers and atomic groups of `re` are wrong before CPython 3.11.5: `regex` has them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from drafting.config import ROOT
from tests.house.source import PACKAGE, TESTS, Module, modules

WRONG = {"POSSESSIVE_REPEAT", "POSSESSIVE_REPEAT_ONE", "ATOMIC_GROUP"}
TAKES_A_PATTERN = set("compile match fullmatch search split sub subn findall finditer".split())


def steps(tree: Any) -> Iterator[str]:
    """The names of all that a parsed pattern asks for, however deep."""
    if isinstance(tree, int):
        yield str(tree)
    elif hasattr(tree, "data"):
        yield from steps(tree.data)
    elif isinstance(tree, (list, tuple)):
        for part in tree:
            yield from steps(part)


def is_wrong(pattern: str, flags: int = 0) -> bool:
    """Whether a pattern holds what `re` reads wrongly somewhere."""
    parser = re._parser  # type: ignore[attr-defined]  # the only reader that is the same
    return not WRONG.isdisjoint(steps(parser.parse(pattern, flags)))


def first_arguments(module: Module) -> Iterator[ast.expr]:
    """What is handed as a pattern to a function of `re`."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and node.args:
            owner, _, name = ast.unparse(node.func).partition(".")
            if owner == "re" and name in TAKES_A_PATTERN:
                yield node.args[0]


def constants(node: ast.expr) -> Iterator[str]:
    """The patterns that stand there as they are."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def imported(module: Module) -> ModuleType:
    name = module.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return import_module(name)


def made(module: ModuleType) -> Iterator[re.Pattern[str]]:
    """The patterns that a module made when it was imported."""
    for value in vars(module).values():
        parts = value.values() if isinstance(value, dict) else [value]
        yield from (part for part in parts if isinstance(part, re.Pattern))


@pytest.mark.parametrize(
    "pattern", ["a++", "(?:ab)*+", "a?+b", "a{2,3}+", "x|((?>a|b)c)", "(?!a++)"]
)
def test_what_is_wrong_is_seen(pattern: str) -> None:
    assert is_wrong(pattern)


@pytest.mark.parametrize("pattern", [r"\*+", "[*+?]+", "a+?", r"\++", r"\(?>"])
def test_what_looks_like_it_is_let_through(pattern: str) -> None:
    assert not is_wrong(pattern)


def test_no_pattern_of_the_package_is_read_differently_by_an_older_python() -> None:
    found = [
        (m.name, one)
        for m in modules(PACKAGE)
        if "__main__" not in m.name
        for one in made(imported(m))
    ]
    assert len(found) > 50
    assert not [(name, one.pattern) for name, one in found if is_wrong(one.pattern, one.flags)]


@pytest.mark.parametrize("folder", [PACKAGE, TESTS, ROOT / "benchmarks", ROOT / "migrations"])
def test_no_pattern_that_stands_in_a_call_is_read_differently(folder: Any) -> None:
    patterns = [
        (module.name, pattern)
        for module in modules(folder)
        for node in first_arguments(module)
        for pattern in constants(node)
    ]
    assert not [(name, pattern) for name, pattern in patterns if is_wrong(pattern)]


def test_a_pattern_put_together_is_made_where_it_is_seen() -> None:
    """What is no constant of a call stands at the top of a module, where a test above sees it."""
    for module in modules(PACKAGE):
        tops = {
            id(node)
            for top in module.tree.body
            if isinstance(top, ast.Assign | ast.AnnAssign)
            for node in ast.walk(top)
        }
        inside = [node for node in first_arguments(module) if id(node) not in tops]
        assert not [ast.unparse(node) for node in inside if not list(constants(node))], module.name
