"""The same form arriving twice in the same instant makes one amendment, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Engine, func, select

from drafting.actions.submit_amendment import SubmitAmendment, submit_amendment
from drafting.rules.edits import Wording
from drafting.rules.lifecycle import Audience
from drafting.store.models import Amendment
from drafting.store.session import open_session
from tests.factories.amendments import form_key, words_for
from tests.factories.world import World
from tests.support.databases import both_databases

TIMES = 6


@both_databases
def test_of_many_arrivals_at_once_one_makes_it(world: World, engine: Engine) -> None:
    key, actor = form_key(), world.actor("sender")
    request = SubmitAmendment("dhaka", "ASIA", Wording((words_for(world),)), Audience.MEETING, key)
    world.session.commit()

    def arrive(_time: int) -> int | None:
        """Send the form once more."""
        with open_session(engine, writing=True) as session:
            number = submit_amendment(session, actor, request).number
            session.commit()
        return number

    with ThreadPoolExecutor(TIMES) as pool:
        numbers = list(pool.map(arrive, range(TIMES)))
    assert set(numbers) == {1}
    assert world.session.scalar(select(func.count()).select_from(Amendment)) == 1


@both_databases
def test_changes_sent_at_once_get_numbers_without_a_gap(world: World, engine: Engine) -> None:
    actor = world.actor("sender")
    edits = [words_for(world, f"Better governance, {time} times.") for time in range(TIMES)]
    world.session.commit()

    def arrive(time: int) -> int | None:
        """Send one more change."""
        edit = edits[time]
        request = SubmitAmendment("dhaka", "ASIA", Wording((edit,)), Audience.MEETING, form_key())
        with open_session(engine, writing=True) as session:
            number = submit_amendment(session, actor, request).number
            session.commit()
        return number

    with ThreadPoolExecutor(TIMES) as pool:
        numbers = list(pool.map(arrive, range(TIMES)))
    assert sorted(filter(None, numbers)) == list(range(1, TIMES + 1))
