"""Two moderators answer the same amendment in the same instant."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import Engine, func, select, update

from drafting.actions.decide_amendment import DecideAmendment, decide_amendment
from drafting.errors import Stale
from drafting.rules.lifecycle import Outcome, Status
from drafting.store.models import Amendment, Decision, Entry, Ruling
from drafting.store.queries.sign_ins import load_actor
from drafting.store.session import open_session
from tests.factories.amendments import send_change
from tests.factories.decisions import request_for
from tests.factories.world import NOON, World
from tests.support.databases import both_databases

RACES = 200


@both_databases
def test_exactly_one_of_two_moderators_decides_each_time(world: World, engine: Engine) -> None:
    people = [world.people[name].id for name in ("moderator", "colleague")]
    request = request_for(world, send_change(world), Outcome.REJECTED)
    world.session.commit()
    with ThreadPoolExecutor(2) as pool:
        for _ in range(RACES):
            let_it_wait_again(engine)
            start = Barrier(2)
            runs = [pool.submit(try_to_decide, engine, one, request, start) for one in people]
            assert sorted(run.result() for run in runs) == ["decided", "stale"]
    check_that_all_was_written_once(engine)


def let_it_wait_again(engine: Engine) -> None:
    """Put the amendment back among what waits, without a trace, for the next race."""
    with open_session(engine, writing=True) as session:
        session.execute(update(Amendment).values(status=Status.SUBMITTED))
        session.commit()


def try_to_decide(engine: Engine, person: int, request: DecideAmendment, start: Barrier) -> str:
    """Answer in a transaction of one's own, as a request does."""
    start.wait()
    with open_session(engine, writing=True) as session:
        try:
            decide_amendment(session, load_actor(session, person, NOON), request)
        except Stale:
            session.rollback()
            return "stale"
        session.commit()
        return "decided"


def check_that_all_was_written_once(engine: Engine) -> None:
    """Count: a decision, a ruling and an entry for each race, and no more."""
    with open_session(engine, writing=False) as session:
        for rows in (Decision, Ruling):
            assert session.scalar(select(func.count()).select_from(rows)) == RACES
        kinds = [row.kind for row in session.scalars(select(Entry))]
        assert kinds.count("decided") == RACES
