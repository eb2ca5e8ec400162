"""Joining, leaving, asking to join, withdrawing: who stands with which words."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from drafting.actions.ask_to_join import AskToJoin, ask_to_join
from drafting.actions.join_amendment import JoinAmendment, join_amendment
from drafting.actions.leave_amendment import LeaveAmendment, leave_amendment
from drafting.actions.withdraw_amendment import WithdrawAmendment, withdraw_amendment
from drafting.errors import Forbidden, NotVisible, Refused, Stale, WrongStep
from drafting.rules.lifecycle import Status
from drafting.store.models import Question, Sponsor
from drafting.store.models.amendments import SponsorState
from drafting.store.models.questions import QuestionKind
from tests.factories.amendments import MARK_OF, entries_of, send_change
from tests.factories.world import World
from tests.support.databases import both_databases


def join(world: World, who: str = "african", revision: int = 1, number: int = 1) -> None:
    """Join A1 in the name of the person's group."""
    request = JoinAmendment(world.statement.slug, number, MARK_OF[who], revision)
    join_amendment(world.session, world.actor(who), request)


def sponsors(world: World) -> list[tuple[int, SponsorState]]:
    """Return who stands how."""
    world.session.expire_all()
    return [(row.group_id, row.state) for row in world.session.scalars(select(Sponsor))]


@both_databases
def test_a_group_joins_the_words_it_read(world: World) -> None:
    send_change(world)
    join(world)
    join(world)
    row = world.session.scalars(select(Sponsor)).one()
    assert (row.group_id, row.revision, row.state) == (
        world.groups["AFR"].id,
        1,
        SponsorState.JOINED,
    )
    kinds = [entry.kind for entry in entries_of(world)]
    assert kinds == ["submitted", "joined"]


def test_words_that_were_revised_since_are_not_joined_unread(world: World) -> None:
    send_change(world)
    with pytest.raises(Stale):
        join(world, revision=2)


def test_a_group_does_not_join_itself(world: World) -> None:
    send_change(world)
    with pytest.raises(Refused):
        join(world, "sender")


def test_a_writer_asks_and_nothing_is_told_outside(world: World) -> None:
    send_change(world, "african")
    request = AskToJoin(world.statement.slug, 1, "ASIA")
    ask_to_join(world.session, world.actor("writer"), request)
    assert sponsors(world) == [(world.groups["ASIA"].id, SponsorState.ASKED)]
    assert len(entries_of(world)) == 1


def test_a_writer_does_not_join(world: World) -> None:
    send_change(world, "african")
    with pytest.raises(Forbidden):
        join(world, "writer")


def test_a_former_member_finds_nothing_to_join(world: World) -> None:
    send_change(world, "african")
    request = JoinAmendment(world.statement.slug, 1, "ASIA", 1)
    with pytest.raises(NotVisible):
        join_amendment(world.session, world.actor("former"), request)


def test_a_group_leaves_while_it_waits(world: World) -> None:
    send_change(world)
    join(world)
    request = LeaveAmendment(world.statement.slug, 1, "AFR")
    leave_amendment(world.session, world.actor("african"), request)
    assert sponsors(world) == [(world.groups["AFR"].id, SponsorState.LEFT)]
    with pytest.raises(WrongStep):
        leave_amendment(world.session, world.actor("african"), request)


@both_databases
def test_a_sender_may_withdraw_while_waiting_and_sponsors_are_asked(world: World) -> None:
    row = send_change(world)
    join(world)
    request = WithdrawAmendment(world.statement.slug, 1)
    withdraw_amendment(world.session, world.actor("sender"), request)
    question = world.session.scalars(select(Question)).one()
    assert row.status is Status.WITHDRAWN
    assert (question.kind, question.group_id) == (QuestionKind.WITHDRAWN, world.groups["AFR"].id)
    with pytest.raises(WrongStep):
        withdraw_amendment(world.session, world.actor("sender"), request)


@pytest.mark.parametrize("who", ["writer", "african", "moderator", "reader"])
def test_only_its_senders_withdraw(world: World, who: str) -> None:
    send_change(world)
    with pytest.raises(Forbidden):
        withdraw_amendment(
            world.session, world.actor(who), WithdrawAmendment(world.statement.slug, 1)
        )
