"""One person may administer and moderate when a house begins."""

from __future__ import annotations

from datetime import timedelta

import pytest

from drafting.actions.moderate_statement import moderate_statement
from drafting.actions.remove_right import RemoveRight, remove_right
from drafting.errors import NotVisible, Refused
from drafting.rules.actors import Right
from drafting.store.models import Grant
from drafting.store.queries.grants import active_grants
from tests.factories.world import NOON, World, add_grant, without_moderators
from tests.support.databases import both_databases


def moderators(world: World) -> list[str]:
    """Return the names of those who moderate now."""
    active = active_grants(world.session, world.statement.id, Right.DECIDE)
    return [grant.person.name for grant in active]


@both_databases
def test_the_administrator_moderates_while_nobody_does(world: World) -> None:
    without_moderators(world)
    grant = moderate_statement(world.session, world.actor("administrator"), "dhaka")
    assert moderators(world) == ["Administrator"]
    assert (grant.made_at, grant.taken_up_at, grant.title) == (NOON, NOON, "moderator")


def test_asked_twice_it_is_one_right(world: World) -> None:
    without_moderators(world)
    first = moderate_statement(world.session, world.actor("administrator"), "dhaka")
    later = world.actor("administrator", NOON + timedelta(hours=1))
    assert moderate_statement(world.session, later, "dhaka") is first
    assert (first.taken_up_at, moderators(world)) == (NOON, ["Administrator"])


def test_once_somebody_moderates_they_invite_the_administrator(world: World) -> None:
    with pytest.raises(Refused):
        moderate_statement(world.session, world.actor("administrator"), "dhaka")
    assert moderators(world) == ["Moderator", "Colleague"]


def test_who_was_invited_and_has_not_come_in_does_not_moderate_yet(world: World) -> None:
    without_moderators(world)
    add_grant(world, world.people["reader"], Right.DECIDE, None).taken_up_at = None
    world.session.flush()
    moderate_statement(world.session, world.actor("administrator"), "dhaka")
    assert moderators(world) == ["Administrator"]


@pytest.mark.parametrize("by", ["public", "reader", "sender", "moderator", "former"])
def test_nobody_else_makes_oneself_a_moderator(world: World, by: str) -> None:
    without_moderators(world)
    with pytest.raises(NotVisible):
        moderate_statement(world.session, world.actor(by), "dhaka")


def test_the_right_is_removed_as_others_are_and_can_be_taken_again(world: World) -> None:
    without_moderators(world)
    actor = world.actor("administrator")
    grant = moderate_statement(world.session, actor, "dhaka")
    other = add_grant(world, world.people["reader"], Right.DECIDE, None)
    world.session.flush()
    remove_right(world.session, actor, RemoveRight("dhaka", grant.id, "https://text.example"))
    assert moderators(world) == ["Reader"]
    world.session.delete(other)
    world.session.flush()
    moderate_statement(world.session, actor, "dhaka")
    assert world.session.query(Grant).filter_by(right=Right.DECIDE).count() == 1
