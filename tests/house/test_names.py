"""One noun, one stem in every layer; one verb, one action file; each asks the permits."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from tests.house.source import (
    PACKAGE,
    TEMPLATES,
    Module,
    modules,
    parameters,
    stems,
)

NOUNS = stems(PACKAGE / "store" / "models")

NO_ROWS: Mapping[str, str] = {
    "help": "pages of words, without rows",
    "chrome": "what stands around every page",
    "moments": "how times are said",
    "bases": "what an amendment was written on: a section version or an outline",
    "serve": "starts the server",
    "sample": "brings the sample text in",
    "site": "the site as a whole: made, backed up",
}
"""Stems that are no table's noun, each with what it is."""

TEMPLATE_FOLDERS = {"layouts", "components", "errors", "mails"}

ANYBODY: Mapping[str, str] = {}
"""Actions that nobody needs a right for, each with the reason."""

SHOWN_TO_ALL: Mapping[str, str] = {}
"""Presenters that nobody needs a right for, each with the reason."""


def test_a_noun_has_the_same_stem_in_every_layer() -> None:
    known = NOUNS | set(NO_ROWS)
    layers = {
        "queries": stems(PACKAGE / "store" / "queries"),
        "routes": stems(PACKAGE / "web" / "routes"),
        "presenters": stems(PACKAGE / "web" / "presenters"),
        "templates": folders() - TEMPLATE_FOLDERS,
    }
    assert not {layer: names - known for layer, names in layers.items() if names - known}


def folders() -> set[str]:
    """Return the folders of templates."""
    return {path.name for path in TEMPLATES.iterdir() if path.is_dir()}


def actions() -> list[Module]:
    """Return the verbs."""
    folder = PACKAGE / "actions"
    return [
        module for module in modules(folder) if module.path.parent == folder and is_verb(module)
    ]


def is_verb(module: Module) -> bool:
    """Whether the module is an action, not the package itself."""
    return not module.path.stem.startswith("_")


def test_each_action_file_is_one_verb() -> None:
    assert not [
        module.name
        for module in actions()
        if module.path.stem not in {function.name for function in module.public_functions()}
    ]


def test_each_action_takes_the_session_and_the_actor_first() -> None:
    assert not [
        f"{module.name}: {parameters(function)}"
        for module in actions()
        for function in module.public_functions()
        if function.name == module.path.stem and parameters(function)[:2] != ["session", "actor"]
        if module.path.stem not in ANYBODY
    ]


def test_each_action_asks_the_permits() -> None:
    assert not [
        module.name
        for module in actions()
        if not module.calls("require") and module.path.stem not in ANYBODY
    ]


def test_each_presenter_that_reads_rows_asks_the_permits() -> None:
    assert not [
        module.name
        for module in modules(PACKAGE / "web" / "presenters")
        if any("session" in parameters(function) for function in module.public_functions())
        if not module.calls("require") and module.path.stem not in SHOWN_TO_ALL
    ]


def test_actions_and_steps_leave_the_commit_to_the_caller() -> None:
    assert not [
        module.name
        for module in modules(PACKAGE / "actions")
        if any(isinstance(n, ast.Attribute) and n.attr == "commit" for n in ast.walk(module.tree))
    ]
