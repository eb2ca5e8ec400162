"""Habits of the code that no linter knows."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from drafting.config import ROOT
from tests.house.source import PACKAGE, TESTS, Module, called_name, modules, templates

EXCUSE = re.compile(
    r"#\s*(?:noqa|type:\s*ignore|pragma:\s*no cover)"
    r"(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*|\[[\w\s,-]*\])?(.*)"
)


def ours() -> tuple[Module, ...]:
    """Return every Python file of the project."""
    return modules(PACKAGE) + modules(ROOT / "migrations") + modules(TESTS)


def test_imports_go_down_the_layers_only() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_module_says_in_one_sentence_what_it_is_for() -> None:
    assert not [module.name for module in ours() if not first_sentence(module)]


def first_sentence(module: Module) -> str:
    """Return the first sentence of the docstring, or nothing when it is not a whole one."""
    first = (ast.get_docstring(module.tree) or "").split("\n\n")[0]
    return first if first.endswith((".", ":", "?")) else ""


def test_the_environment_is_read_in_the_settings_only() -> None:
    offenders = []
    for module in (*modules(PACKAGE), *modules(ROOT / "migrations")):
        if module.name != "drafting/config.py":
            offenders += [f"{module.name}:{line}" for line in environment_reads(module)]
    assert not offenders


def environment_reads(module: Module) -> Iterator[int]:
    """Yield the lines that touch the environment other than to hand it to the settings."""
    handed = {
        id(argument)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and called_name(node) in ("from_env", "find_settings")
        for argument in node.args
    }
    for node in ast.walk(module.tree):
        if called_name(node) == "getenv":
            yield node.lineno if isinstance(node, ast.Call) else 0
        elif isinstance(node, ast.Attribute) and node.attr == "environ" and id(node) not in handed:
            yield node.lineno


def test_only_the_html_writer_writes_ins_and_del() -> None:
    marks = re.compile(r"</?(?:ins|del)\b")
    code = [(module.name, module.text) for module in modules(PACKAGE)]
    assert not [
        name
        for name, text in [*code, *templates()]
        if marks.search(text) and name != "drafting/exchange/writers/html.py"
    ]


def test_nothing_is_left_to_be_done_later() -> None:
    words = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X])\b")
    code = [(module.name, module.text) for module in ours()]
    assert not [name for name, text in [*code, *templates()] if words.search(text)]


def test_every_exception_to_a_linter_has_its_reason() -> None:
    offenders = []
    for module in ours():
        for number, line in enumerate(module.text.splitlines(), 1):
            excuse = EXCUSE.search(line)
            if excuse and not re.search(r"\w{3}", excuse[1]):
                offenders.append(f"{module.name}:{number}")
    assert not offenders


def test_no_test_replaces_a_part_of_ours_by_a_mock() -> None:
    assert not [
        module.name
        for module in modules(TESTS)
        if any(
            isinstance(node, ast.ImportFrom) and (node.module or "").startswith("unittest.mock")
            for node in ast.walk(module.tree)
        )
    ]


DOMAIN_VALUES = frozenset(
    "passage redline base_of proposed_of redline_of carried_of asked_text title_passage read "
    "restyle rebase rebased snapshot".split()
)
"""Names that texts and their changes have in the code."""


def test_no_text_is_asked_whether_it_is_true() -> None:
    offenders = [
        f"{module.name}:{asked.lineno} {name}"
        for module in modules(PACKAGE)
        for asked in truth_tests(module.tree)
        if (name := last_name(asked)) in DOMAIN_VALUES
    ]
    assert not offenders, "an empty text is a text: ask for its blocks, or whether it is None"


def truth_tests(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield what is asked only whether it is true."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BoolOp):
            yield from node.values
        elif isinstance(node, ast.If | ast.IfExp | ast.While):
            yield node.test
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            yield node.operand
        elif isinstance(node, ast.comprehension):
            yield from node.ifs


def last_name(node: ast.expr) -> str:
    """Return the name of what is asked, called or looked up."""
    if isinstance(node, ast.Call):
        return last_name(node.func)
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""
