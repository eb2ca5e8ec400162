"""Tries to sign in are counted, also those of the same instant, and forgotten in time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from sqlalchemy import Engine, select

from drafting.actions.count_try import CountTry, count_try
from drafting.rules.actors import Actor
from drafting.store.models import Try
from drafting.store.queries.tries import find_try
from drafting.store.session import Session, open_session
from tests.factories.world import NOON
from tests.support.databases import both_databases

TIMES = 6
KEY = "ab" * 32
MINUTE = timedelta(minutes=1)


@both_databases
def test_tries_of_the_same_instant_are_all_counted(engine: Engine) -> None:
    def arrive(_time: int) -> None:
        """Count one more."""
        with open_session(engine, writing=True) as session:
            count_try(session, Actor(at=NOON), CountTry(KEY, MINUTE))
            session.commit()

    with ThreadPoolExecutor(TIMES) as pool:
        list(pool.map(arrive, range(TIMES)))
    with open_session(engine, writing=False) as session:
        assert [row.count for row in session.scalars(select(Try))] == [TIMES]


@both_databases
def test_a_count_ends_when_its_first_try_is_long_ago(session: Session) -> None:
    count_try(session, Actor(at=NOON), CountTry(KEY, MINUTE))
    count_try(session, Actor(at=NOON + MINUTE / 2), CountTry(KEY, MINUTE))
    assert find_try(session, KEY, NOON + MINUTE) is None
    row = count_try(session, Actor(at=NOON + MINUTE), CountTry(KEY, MINUTE))
    assert (row.count, row.until) == (1, NOON + 2 * MINUTE)
