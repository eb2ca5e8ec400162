"""The schema that migrations make, on both databases."""

from __future__ import annotations

import json

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, select, text, update

from drafting.store.base import Base
from drafting.store.models import AmendmentRevision, Entry, Group, Statement
from drafting.store.queries.amendments import latest
from drafting.store.schema import alembic_config, is_current, migrate, migrate_back
from drafting.store.session import open_session
from tests.factories.amendments import send_change
from tests.factories.world import make_world
from tests.support.databases import both_databases

REVISIONS = [
    script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()
]


@both_databases
def test_the_schema_of_the_migrations_is_the_schema_of_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


@both_databases
def test_every_check_of_the_models_stands_in_the_database(engine: Engine) -> None:
    for table in Base.metadata.sorted_tables:
        wanted = {
            constraint.name
            for constraint in table.constraints
            if constraint.__visit_name__ in {"check_constraint", "table_or_column_check_constraint"}
        }
        found = {check["name"] for check in inspect(engine).get_check_constraints(table.name)}
        assert wanted <= found, table.name


@both_databases
def test_a_migrated_database_is_current_and_an_older_one_is_not(engine: Engine) -> None:
    assert is_current(engine)
    migrate_back(engine, REVISIONS[1])
    assert not is_current(engine)


@both_databases
@pytest.mark.parametrize("revision", [*REVISIONS[1:], "base"])
def test_each_migration_goes_down_and_up_again_on_data(engine: Engine, revision: str) -> None:
    with open_session(engine, writing=True) as session:
        make_world(session)
        session.commit()
    migrate_back(engine, revision)
    migrate(engine)
    assert is_current(engine)
    if revision != "base":
        with open_session(engine, writing=False) as session:
            assert session.get(Statement, 1) is not None


@both_databases
def test_groups_of_one_public_name_get_a_number(engine: Engine) -> None:
    with open_session(engine, writing=True) as session:
        make_world(session)
        session.commit()
    migrate_back(engine, "0006")
    with engine.execution_options(writing=True).begin() as connection:
        connection.execute(update(Group).where(Group.id <= 3).values(public_name="A group"))
        connection.execute(update(Group).where(Group.id == 4).values(public_name="A group 2"))
    migrate(engine)
    with open_session(engine, writing=False) as session:
        names = session.scalars(select(Group.public_name).order_by(Group.id)).all()
    assert names == ["A group", "A group 3", "A group 4", "A group 2", "MENA"]


@both_databases
def test_headings_that_people_wrote_are_kept_and_no_others(engine: Engine) -> None:
    with open_session(engine, writing=True) as session:
        world = make_world(session)
        ids = [latest(send_change(world, who)).id for who in ("sender", "african")]
        session.commit()
    migrate_back(engine, "0008")
    words = {False: "“a” → “b” in ¶1", True: "Protection must bind"}
    command = text(
        "UPDATE amendment_revisions SET heading = :heading, heading_written = :own WHERE id = :id"
    )
    with engine.execution_options(writing=True).begin() as connection:
        for number, (own, heading) in zip(ids, words.items(), strict=True):
            connection.execute(command, {"heading": heading, "own": own, "id": number})
    migrate(engine)
    with open_session(engine, writing=False) as session:
        found = session.scalars(select(AmendmentRevision.heading).order_by("id")).all()
    assert found == ["", "Protection must bind"]


def test_a_failing_migration_leaves_nothing_behind(engine: Engine) -> None:
    migrate_back(engine, "base")
    with engine.execution_options(writing=True).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE sections (id INTEGER PRIMARY KEY)")
    with pytest.raises(Exception, match="already exists"):
        migrate(engine)
    assert set(inspect(engine).get_table_names()) <= {"sections", "alembic_version"}


@both_databases
def test_what_old_entries_tell_is_kept_in_columns(engine: Engine) -> None:
    with open_session(engine, writing=True) as session:
        make_world(session)
        session.commit()
    migrate_back(engine, "0010")
    told = ("submitted", "Asia", 2), ("opened", "Session 1A", None)
    with engine.execution_options(writing=True).begin() as connection:
        for seq, (kind, name, revision) in enumerate(told, start=1):
            public = {"kind": kind, "at": "2026-11-24", "revision": revision}
            public["round" if kind == "opened" else "group"] = name
            connection.execute(text(OLD_ENTRY), {"seq": seq, "public": json.dumps(public)})
    migrate(engine)
    with open_session(engine, writing=False) as session:
        rows = session.scalars(select(Entry).order_by(Entry.seq)).all()
        kept = [(row.kind, row.told_at, row.group_id, row.round_id, row.revision) for row in rows]
        (asia,) = session.scalars(select(Group.id).where(Group.public_name == "Asia"))
    assert kept == [
        ("submitted", "2026-11-24", asia, None, 2),
        ("opened", "2026-11-24", None, 1, None),
    ]


OLD_ENTRY = (
    "INSERT INTO entries (statement_id, seq, prev, hash, public, commitment, audience) "
    "VALUES (1, :seq, '', '', :public, '', 'meeting')"
)
