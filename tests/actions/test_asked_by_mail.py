"""A mail that still waits asks for nothing that was settled meanwhile."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from drafting.actions.discard_draft import DiscardDraft, discard_draft
from drafting.actions.name_sender import NameSender, name_sender
from drafting.actions.remove_right import RemoveRight, remove_right
from drafting.actions.steps.asked import SETTLED, take_out_settled
from drafting.rules.lifecycle import Outcome
from drafting.store.models import Grant, Message
from drafting.store.queries.questions import open_in_statement
from tests.factories.amendments import keep_draft, send_change, words_for
from tests.factories.decisions import decide, decide_together
from tests.factories.world import World
from tests.support.databases import both_databases

BLOCK = "Better governance means number {}."


@pytest.fixture(autouse=True)
def addresses(world: World) -> None:
    """Everybody has a mail address."""
    for name, person in world.people.items():
        person.email = f"{name}@example.org"
    world.session.commit()


def mail_to(world: World, who: str) -> Message:
    """Return the last mail that was written to a person, as it would go out now."""
    found = world.session.query(Message).filter(Message.address == f"{who}@example.org")
    message = found.order_by(Message.id.desc()).limit(1).one()
    take_out_settled(world.session, message)
    return message


def ask_africa(world: World, count: int) -> list[int]:
    """Let one answer ask Africa about so many changes; return their numbers."""
    first = send_change(world)
    asked = [
        send_change(world, "african", words_for(world, BLOCK.format(number)))
        for number in range(count)
    ]
    decide(world, first)
    return [row.number or 0 for row in asked]


@both_databases
def test_a_question_that_waits_goes_out_as_it_was_written(world: World) -> None:
    ask_africa(world, 1)
    assert "What do you want?" in mail_to(world, "african").body


@both_databases
def test_a_mail_whose_only_question_is_settled_is_not_sent(world: World) -> None:
    ask_africa(world, 1)
    for question in open_in_statement(world.session, world.statement.id):
        question.closed_at = world.statement.made_at
    mail = mail_to(world, "african")
    assert (mail.body, mail.failure) == ("", SETTLED)


@given(count=st.integers(2, 5), data=st.data())
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_among_others_what_is_settled_is_left_out(
    world: World, count: int, data: st.DataObject
) -> None:
    with world.session.begin_nested() as savepoint:
        numbers = ask_africa(world, count)
        questions = open_in_statement(world.session, world.statement.id)
        settled = data.draw(st.sets(st.integers(0, count - 1)))
        for at in settled:
            questions[at].closed_at = world.statement.made_at
        mail = mail_to(world, "african")
        left = [number for number in numbers if f"A{number} ·" in mail.body]
        assert left == [number for at, number in enumerate(numbers) if at not in settled]
        assert bool(mail.body) == bool(left)
        savepoint.rollback()
    world.session.expire_all()


@both_databases
def test_an_answer_goes_out_without_the_question_beside_it(world: World) -> None:
    rival = send_change(world, "african", words_for(world, BLOCK.format(1)))
    taken = send_change(world, "african", words_for(world, "They have not.", block=2))
    decide_together(world, Outcome.ACCEPTED, taken, send_change(world))
    assert "question to your group" in mail_to(world, "african").body
    for question in open_in_statement(world.session, world.statement.id):
        question.closed_at = world.statement.made_at
    body = mail_to(world, "african").body
    assert f"A{taken.number} · Taken" in body
    assert f"A{rival.number}" not in body


@both_databases
def test_a_draft_that_is_gone_meanwhile_is_not_asked_for(world: World) -> None:
    draft = keep_draft(world, ready=True)
    assert "ready: please send it" in mail_to(world, "sender").body
    discard_draft(world.session, world.actor("writer"), DiscardDraft("dhaka", draft.key))
    assert mail_to(world, "sender").body == ""


def lose_the_sender(world: World) -> None:
    """Let a moderator's colleague remove the one who sends for Asia."""
    asked = RemoveRight("dhaka", grant_of(world, "sender"), "https://example.org")
    remove_right(world.session, world.actor("colleague"), asked)


def grant_of(world: World, who: str) -> int:
    """Return the number of a person's one right."""
    held = world.session.scalars(select(Grant).where(Grant.person_id == world.people[who].id))
    return held.one().id


@both_databases
def test_a_group_that_still_lacks_a_sender_is_told_of(world: World) -> None:
    lose_the_sender(world)
    assert "Please name somebody." in mail_to(world, "moderator").body


@both_databases
@pytest.mark.parametrize("came_in", [True, False])
def test_a_group_with_a_new_sender_is_not_said_to_lack_one(world: World, came_in: bool) -> None:
    lose_the_sender(world)
    grant = world.session.get_one(Grant, grant_of(world, "writer"))
    grant.taken_up_at = grant.taken_up_at if came_in else None
    name_sender(world.session, world.actor("moderator"), NameSender("dhaka", grant.id))
    mail = mail_to(world, "moderator")
    assert (mail.body, mail.failure) == ("", SETTLED)
