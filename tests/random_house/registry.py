"""The registries of the random house: acts, ways to edit, laws, and pages to look at.

An act is one function in `acts/<noun>.py`:

    @act(weight=4)
    def withdraw(house: House) -> None:
        "A sender takes back what the own group sent."

It draws from `house.draw`, reads pages by `house.visit` and sends their forms by `house.send`,
both of which hold the laws of every answer. Where there is nothing of its kind to do it raises
`NothingToDo`, and another act is drawn.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

import tests.random_house.acts as nouns

if TYPE_CHECKING:
    from tests.random_house.house import House

Doing = Callable[["House"], None]
Function = TypeVar("Function", bound=Callable[..., object])


class NothingToDo(Exception):
    """The house has nothing on which this act could be done now."""


@dataclass(frozen=True, slots=True)
class Act:
    """One kind of act: its name, how often it is drawn, and what is done."""

    name: str
    weight: int
    do: Doing


@dataclass(frozen=True, slots=True)
class Law:
    """What is held after each step, or after every so many where a breach would stay."""

    hold: Doing
    every: int = 1


ACTS: dict[str, Act] = {}
LAWS: dict[str, Law] = {}


def act(weight: int = 1) -> Callable[[Doing], Doing]:
    """Add a function to the acts, drawn as often as its weight says."""

    def add(do: Doing) -> Doing:
        ACTS[named(do)] = Act(named(do), weight, do)
        return do

    return add


def law(every: int = 1) -> Callable[[Doing], Doing]:
    """Add a function to the laws, held after every so many steps."""

    def add(do: Doing) -> Doing:
        LAWS[named(do)] = Law(do, every)
        return do

    return add


def named(do: Callable[..., object]) -> str:
    """Return the name under which a function stands in a log."""
    return do.__name__.replace("_", " ")


def all_acts() -> tuple[Act, ...]:
    """Return the acts of all nouns, in the order of their files."""
    for module in sorted(pkgutil.iter_modules(nouns.__path__), key=lambda one: one.name):
        import_module(f"{nouns.__name__}.{module.name}")
    return tuple(ACTS.values())
