"""A small house in which one of each thing happened, by the acts that people use."""

from __future__ import annotations

from drafting.actions.correct_section import CorrectSection, correct_section
from drafting.actions.steps.groups import NewGroup, make_group
from drafting.actions.withdraw_amendment import WithdrawAmendment, withdraw_amendment
from drafting.rules.edits import ParagraphEdit
from drafting.rules.lifecycle import Audience, Outcome
from tests.factories.amendments import WORDS, join_change, send_change
from tests.factories.decisions import decide, reopen
from tests.factories.editions import publish
from tests.factories.world import World

SHALL = WORDS.replace("must", "shall")
FIRST = "Governments pay more attention to migration. Millions of people face danger on the way."


def live_a_while(world: World) -> World:
    """Send, join, answer, reopen, correct, withdraw and publish."""
    make_group(
        world.session, world.statement, world.actor("moderator"), NewGroup("ARAB", "Arab League")
    )
    taken = send_change(world)
    join_change(world)
    send_change(world, "african", SHALL)
    public = send_change(
        world, "european", ParagraphEdit(1, world.key(0, 0), FIRST), audience=Audience.PUBLIC
    )
    decide(world, taken)
    reopen(world, taken)
    decide(world, taken)
    decide(world, public, Outcome.FOR_ROOM)
    gone = send_change(world, "african", ParagraphEdit(1, world.key(0, 2), "They have not."))
    withdraw_amendment(
        world.session, world.actor("african"), WithdrawAmendment("dhaka", gone.number or 0)
    )
    send_change(
        world, "rapporteur", ParagraphEdit(1, world.key(0, 2), "They did not."), group="EUR"
    )
    correct(world)
    publish(world)
    world.session.flush()
    return world


def correct(world: World) -> None:
    """Correct the calls, with a reason."""
    words = world.versions[1].markdown.replace("at once", "now")
    key = world.sections[1].key
    request = CorrectSection("dhaka", key, 1, "Calls", words, formatted=True, reason="A slip.")
    correct_section(world.session, world.actor("moderator"), request)
