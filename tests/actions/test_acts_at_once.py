"""Two different acts on one thing in the same instant: one is done, the other is told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import Engine, func, select

from drafting.actions.decide_amendment import decide_amendment
from drafting.actions.join_amendment import JoinAmendment, join_amendment
from drafting.actions.publish_edition import PublishEdition, publish_edition
from drafting.actions.withdraw_amendment import WithdrawAmendment, withdraw_amendment
from drafting.errors import Stale, WrongStep
from drafting.store.models import Edition, Entry, Sponsor
from drafting.store.session import Session, open_session
from tests.factories.amendments import send_change
from tests.factories.decisions import request_for
from tests.factories.editions import seen_in
from tests.factories.world import World
from tests.support.databases import both_databases

Act = Callable[[Session], object]


def at_once(engine: Engine, *acts: Act) -> list[str]:
    """Do these at the same instant, each in a transaction, and say how each ended."""
    together = Barrier(len(acts))

    def run(act: Act) -> str:
        """Wait for the others, then do it."""
        together.wait()
        with open_session(engine, writing=True) as session:
            try:
                act(session)
            except (Stale, WrongStep) as error:
                return type(error).__name__
            session.commit()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


@both_databases
@pytest.mark.parametrize("_time", range(5))
def test_a_change_is_taken_back_or_answered_not_both(
    world: World, engine: Engine, _time: int
) -> None:
    request = request_for(world, send_change(world))
    moderator, sender = world.actor("moderator"), world.actor("sender")
    world.session.commit()
    ends = at_once(
        engine,
        lambda session: decide_amendment(session, moderator, request),
        lambda session: withdraw_amendment(session, sender, WithdrawAmendment("dhaka", 1)),
    )
    assert "done" in ends
    assert ends != ["done", "done"]
    assert world.session.scalar(select(func.max(Entry.seq))) == 3


@both_databases
def test_a_draft_is_published_once(world: World, engine: Engine) -> None:
    request, moderator = PublishEdition("dhaka", seen_in(world)), world.actor("moderator")
    world.session.commit()
    acts = [lambda session: publish_edition(session, moderator, request)] * 4
    assert at_once(engine, *acts) == ["Stale", "Stale", "Stale", "done"]
    assert world.session.scalar(select(func.count()).select_from(Edition)) == 2


@both_databases
def test_a_group_joins_once(world: World, engine: Engine) -> None:
    send_change(world)
    african = world.actor("african")
    world.session.commit()
    request = JoinAmendment("dhaka", 1, "AFR", 1)
    acts = [lambda session: join_amendment(session, african, request)] * 4
    assert at_once(engine, *acts) == ["done"] * 4
    assert world.session.scalar(select(func.count()).select_from(Sponsor)) == 1
    assert world.session.scalar(select(func.max(Entry.seq))) == 3
