"""One noun, one stem in every layer; one verb, one action file; each asks the permits."""

from __future__ import annotations

import ast
from collections.abc import Mapping

import drafting.store.models  # noqa: F401  # so that all tables are known
from drafting.store.base import Base
from tests.house.source import (
    PACKAGE,
    TEMPLATES,
    Module,
    called_name,
    modules,
    parameters,
    stems,
)

NOUNS = stems(PACKAGE / "store" / "models") | set(Base.metadata.tables)

NO_ROWS: Mapping[str, str] = {
    "help": "pages of words, without rows",
    "chrome": "what stands around every page",
    "moments": "how times are said",
    "drawings": "how texts are drawn, once a version",
    "surroundings": "the rows behind what stands around every page",
    "wishes": "what groups ask at each paragraph",
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
"""Functions of presenters that nobody needs a right for, each with the reason."""

PRESENTERS = "drafting.web.presenters"


def test_a_noun_has_the_same_stem_in_every_layer() -> None:
    layers = {
        "queries": stems(PACKAGE / "store" / "queries"),
        "routes": stems(PACKAGE / "web" / "routes"),
        "presenters": stems(PACKAGE / "web" / "presenters"),
        "templates": folders() - TEMPLATE_FOLDERS,
    }
    strangers = {
        layer: {name for name in names if not known(name)} for layer, names in layers.items()
    }
    assert not {layer: names for layer, names in strangers.items() if names}


def known(stem: str) -> bool:
    """Whether the stem is a noun, or one side of it: `amendments_desk`."""
    return any(stem == noun or stem.startswith(f"{noun}_") for noun in NOUNS | set(NO_ROWS))


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


def test_each_page_asks_the_permits_before_it_shows_rows() -> None:
    calls = calls_of_presenters()
    assert not [
        f"{route.name}: {name}"
        for route in modules(PACKAGE / "web" / "routes")
        for name in presenters_called(route)
        if "require" not in reached(name, calls) and name not in SHOWN_TO_ALL
    ]


def presenters_called(route: Module) -> set[str]:
    """Return the functions with a session that a blueprint takes from presenters."""
    imported = {
        alias.name
        for node in ast.walk(route.tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PRESENTERS)
        for alias in node.names
    }
    return {
        function.name
        for module in modules(PACKAGE / "web" / "presenters")
        for function in module.public_functions()
        if function.name in imported and "session" in parameters(function)
    }


def calls_of_presenters() -> dict[str, set[str]]:
    """Return, for each function of the presenters, the names of what it calls."""
    return {
        function.name: {called_name(node) for node in ast.walk(function)}
        for module in modules(PACKAGE / "web" / "presenters")
        for function in module.functions()
    }


def reached(name: str, calls: Mapping[str, set[str]]) -> set[str]:
    """Return the names of all that a function calls, itself or through other presenters."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = calls.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def test_actions_and_steps_leave_the_commit_to_the_caller() -> None:
    assert not [
        module.name
        for module in modules(PACKAGE / "actions")
        if any(isinstance(n, ast.Attribute) and n.attr == "commit" for n in ast.walk(module.tree))
    ]
