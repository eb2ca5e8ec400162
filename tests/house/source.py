"""The project's own files and functions, as house tests read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drafting.config import ROOT

PACKAGE = ROOT / "drafting"
TEMPLATES = ROOT / "templates"
TESTS = ROOT / "tests"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One Python file: where it is, what it says, and its tree."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The path from the root of the project, for messages."""
        return str(self.path.relative_to(ROOT))

    def functions(self) -> Iterator[Function]:
        """Yield every function and method, however deep."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def public_functions(self) -> Iterator[Function]:
        """Yield the functions of the module itself that others may call."""
        return (
            node
            for node in self.tree.body
            if isinstance(node, Function) and not node.name.startswith("_")
        )

    def calls(self, name: str) -> bool:
        """Whether a function of this name is called anywhere in the module."""
        return any(called_name(node) == name for node in ast.walk(self.tree))


@cache
def modules(folder: Path) -> tuple[Module, ...]:
    """Return the Python files below a folder, in order."""
    paths = sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)
    texts = [(path, path.read_text(encoding="utf-8")) for path in paths]
    return tuple(Module(path, text, ast.parse(text)) for path, text in texts)


@cache
def templates() -> tuple[tuple[str, str], ...]:
    """Return name and source of every template, in order."""
    paths = sorted(path for path in TEMPLATES.rglob("*") if path.is_file())
    return tuple((str(p.relative_to(TEMPLATES)), p.read_text(encoding="utf-8")) for p in paths)


def stems(folder: Path) -> set[str]:
    """Return the names of the modules in a folder, without `__init__` and private ones."""
    return {path.stem for path in folder.glob("*.py") if not path.stem.startswith("_")}


def called_name(node: ast.AST) -> str:
    """Return the last name of what a node calls, or nothing when it is no call."""
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def length(function: Function) -> int:
    """Return how many lines a function has, without decorators and docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is None:
        return lines
    docstring = function.body[0]
    return lines - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def parameters(function: Function) -> list[str]:
    """Return the names of the positional parameters."""
    return [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
