"""The access table: each endpoint, each method, and what each kind of person is answered.

Rows stand in `tests/web/access/<noun>.py`, as `ROWS`, one a method of an endpoint:

    Row("amendments.show", args=lambda w: {"statement": w.statement.slug, "number": 1},
        answers=access(404, **READERS))

`access(default, **others)` fills in one status for everybody in `KINDS`, then the exceptions.
What may not be seen answers 404, what is seen but may not be done 403. A POST is sent with a
token and nothing else (or `data`), so 303 or 422 means *permitted*.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from flask import Flask, url_for

import tests.web.access as nouns
from tests.factories.world import World

KINDS = (
    "public",
    "reader",
    "writer",
    "sender",
    "african",
    "rapporteur",
    "moderator",
    "administrator",
    "former",
)
"""The public, then people of the world: a reader, a writer and a sender of Asia, a sender of
another group, one who may enter, one who may decide, an administrator, a former member."""

MEMBERS = ("reader", "writer", "sender", "african", "rapporteur", "moderator")


@dataclass(frozen=True)
class Row:
    """One line of the table; `prepare` adds to the world what the address needs."""

    endpoint: str
    method: str = "GET"
    args: Callable[[World], Mapping[str, Any]] = lambda _world: {}
    answers: Mapping[str, int] = field(default_factory=dict)
    data: Callable[[World], Mapping[str, Any]] = lambda _world: {}
    prepare: Callable[[World], object] = lambda _world: None

    @property
    def name(self) -> str:
        """What the test is called: `POST amendments.send`."""
        return f"{self.method} {self.endpoint}"


def access(default: int, **others: int) -> dict[str, int]:
    """Return one status for each kind of person: the default, but for those named."""
    unknown = set(others) - set(KINDS)
    assert not unknown, f"no such kind of person: {unknown}"
    return {kind: others.get(kind, default) for kind in KINDS}


def among(kinds: tuple[str, ...], status: int) -> dict[str, int]:
    """Return the same status for several kinds, to be unpacked into `access`."""
    return dict.fromkeys(kinds, status)


def all_rows() -> tuple[Row, ...]:
    """Return the rows of all nouns, in order."""
    names = sorted(module.name for module in pkgutil.iter_modules(nouns.__path__))
    found = [import_module(f"{nouns.__name__}.{name}").ROWS for name in names]
    return tuple(row for rows in found for row in rows)


def address_of(row: Row, app: Flask, world: World) -> str:
    """Prepare the world for the row, and return the address it is about."""
    row.prepare(world)
    args = row.args(world)
    world.session.commit()
    with app.test_request_context():
        return url_for(row.endpoint, **args)


ROWS = all_rows()
