"""What pages show is what the record told last: whatever is changed past it is named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import JSON, Column, LargeBinary, inspect, text
from sqlalchemy.types import Boolean, Date, DateTime, Integer

from drafting.actions.steps.living import differences
from drafting.actions.steps.seals import facts_of
from drafting.errors import Refused
from drafting.store.base import Instant
from drafting.store.models import CarriedPart, Hand
from drafting.store.queries.journal_rows import COVERED, list_covered
from tests.factories.busy import live_a_while
from tests.factories.editions import publish
from tests.factories.world import World

MODELS: set[Any] = {*COVERED, CarriedPart, Hand}
TABLES: list[Any] = sorted((inspect(model).local_table for model in MODELS), key=str)
COUNTED = {"last_amendment": "no page shows it: the next number is drawn from it"}
FREE = {
    "entries": {"id", "words"},
    "hands": {"id", "statement_id", "amendment_id"},
    "carried_parts": {"id", "part_id"},
}
"""Keys of rows, and words kept beside an entry, which are checked in `test_kept_words`."""


@pytest.fixture
def house(world: World) -> World:
    """A house in which one of each thing happened."""
    return live_a_while(world)


def found(world: World) -> list[str]:
    world.session.expire_all()
    return list(differences(world.session, world.statement))


def differs(world: World) -> bool:
    world.session.expire_all()
    return next(differences(world.session, world.statement), None) is not None


def test_a_house_that_lived_is_as_its_record_tells_it(house: World) -> None:
    assert found(house) == []


def test_each_column_that_is_changed_past_the_record_is_named(house: World) -> None:
    house.session.commit()
    unnamed = []
    for table, column, change in tampers():
        house.session.execute(text("PRAGMA defer_foreign_keys = ON"))
        house.session.execute(text("PRAGMA ignore_check_constraints = ON"))
        where = f"WHERE id = (SELECT max(id) FROM {table.name}{picked(table)})"
        house.session.execute(text(f'UPDATE {table.name} SET "{column.name}" = {change} {where}'))
        if not differs(house):
            unnamed.append(f"{table.name}.{column.name}")
        house.session.rollback()
    assert not unnamed, unnamed


def test_a_column_that_is_empty_says_nothing(house: World) -> None:
    """So one added later, empty in rows that were told before, makes none of them differ."""
    for row in list_covered(house.session, house.statement.id):
        assert None not in facts_of(row, {}).values()


def tampers() -> Iterator[tuple[Any, Column[Any], str]]:
    """Yield each column of each table, with SQL that says something else."""
    for table in TABLES:
        for column in table.columns:
            free = FREE.get(table.name, {"id"})
            if column.name not in free and column.name not in COUNTED:
                yield table, column, other_value(column)


WAITING = (
    "SELECT part.id FROM amendment_parts part JOIN amendment_revisions written "
    "ON written.id = part.revision_id JOIN amendments one ON one.id = written.amendment_id "
    "WHERE one.status = 'submitted'"
)


def picked(table: Any) -> str:
    """Ask for a row that the record tells of: drafts, acts outside it and joins asked are none."""
    return {
        "hands": " WHERE entry_id IS NOT NULL",
        "rulings": " WHERE after_version_id IS NOT NULL",
        "entries": " WHERE amendment_id IS NOT NULL",
        "carried_parts": f" WHERE part_id IN ({WAITING})",
    }.get(table.name, "")


def other_value(column: Column[Any]) -> str:
    """Write an SQL value that is not the one that stands."""
    name = f'"{column.name}"'
    values = [one.value for one in getattr(column.type, "enum_class", None) or ()]
    if values:
        return f"CASE {name} WHEN '{values[0]}' THEN '{values[1]}' ELSE '{values[0]}' END"
    for kinds, value in OTHER:
        if isinstance(column.type, kinds):
            return value.format(name=name)
    return f"substr('0' || coalesce({name}, ''), 1, 60)"


OTHER: tuple[tuple[Any, str], ...] = (
    (JSON, """'["forged"]'"""),
    (LargeBinary, "x'00'"),
    (Boolean, "NOT coalesce({name}, 0)"),
    (Date, "'2001-01-01'"),
    ((DateTime, Instant), "'2001-01-01 00:00:00.000000'"),
    (Integer, "coalesce({name}, 0) + 1000"),
)


def test_each_row_that_is_taken_away_is_named(house: World) -> None:
    house.session.commit()
    unnamed = []
    for table in (one for one in TABLES if one.name not in {"statements", "carried_parts"}):
        house.session.execute(text("PRAGMA defer_foreign_keys = ON"))
        taken = f"id = (SELECT max(id) FROM {table.name}{picked(table)})"
        house.session.execute(text(f"DELETE FROM {table.name} WHERE {taken}"))
        if not differs(house):
            unnamed.append(table.name)
        house.session.rollback()
    assert unnamed == []


def test_words_changed_are_named_by_what_people_call_them(house: World) -> None:
    change = text("UPDATE amendment_revisions SET reason = 'We are all agreed.' WHERE id = 1")
    house.session.execute(change)
    assert any(one.startswith("A1, revision 1, differs from entry ") for one in found(house))


def test_nothing_is_published_while_something_differs(house: World) -> None:
    house.session.execute(text("UPDATE decisions SET reason = 'Forged.' WHERE id = 1"))
    house.session.expire_all()
    with pytest.raises(Refused, match="changed past the record"):
        publish(house)
