"""What is the database's failure, and what is our own mistake."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from drafting.errors import Unavailable
from drafting.store.models import Person
from drafting.store.session import open_session
from tests.support.databases import both_databases
from tests.support.outages import file_of, moved_away


@both_databases
@pytest.mark.parametrize("asked", ["SELEC 1", "SELECT nothing FROM people", "SELECT 'a' ||"])
def test_a_question_that_cannot_be_read_is_our_own_mistake(engine: Engine, asked: str) -> None:
    with engine.connect() as connection, pytest.raises(DBAPIError):
        connection.execute(text(asked))


@both_databases
def test_a_rule_of_the_schema_is_no_failure_of_the_database(engine: Engine) -> None:
    with open_session(engine, writing=True) as session:
        session.add(Person(name=None))
        with pytest.raises(DBAPIError):
            session.flush()


def test_nothing_is_confirmed_that_went_into_a_file_moved_away(engine: Engine) -> None:
    with open_session(engine, writing=True) as session:
        session.execute(text("SELECT 1"))
    with moved_away(engine), open_session(engine, writing=True) as session:
        with pytest.raises(Unavailable):
            session.execute(text("SELECT 1"))
        assert not file_of(engine).exists(), "no empty one was made in its place"
