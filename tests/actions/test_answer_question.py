"""What a group says when it is asked, and what follows."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from drafting.actions.answer_question import AnswerQuestion, answer_question
from drafting.actions.join_amendment import JoinAmendment, join_amendment
from drafting.actions.withdraw_amendment import WithdrawAmendment, withdraw_amendment
from drafting.errors import Forbidden, NotVisible, Refused, Stale, WrongStep
from drafting.rules.lifecycle import Status
from drafting.store.models import Amendment, Entry, Question
from drafting.store.models.questions import Answer, QuestionKind
from tests.factories.amendments import send_change
from tests.factories.decisions import again, decide, text_of
from tests.factories.world import World
from tests.support.databases import both_databases

MUST = (
    "Better governance must mean that people are protected better. It should give women, men and "
    "children more choices."
)
SHALL = MUST.replace("must", "shall")
SHALL_AND_RIGHTS = SHALL.replace("choices", "rights")


def asked(world: World, words: str = SHALL) -> Amendment:
    """Send a rival of Africa, take the other, and return the one in question."""
    rival = send_change(world, "african", words)
    decide(world, send_change(world, words=MUST))
    return again(world, rival)


def question_of(world: World, kind: QuestionKind = QuestionKind.MOVED) -> Question:
    """Return the one question of this kind."""
    return world.session.scalars(select(Question).where(Question.kind == kind)).one()


def say(world: World, question: Question, answer: Answer, who: str = "african") -> Amendment:
    """Answer a question as somebody."""
    request = AnswerQuestion(world.statement.slug, question.id, question.revision, answer)
    return answer_question(world.session, world.actor(who), request)


def test_ask_for_this_puts_the_words_on_the_present_text(world: World) -> None:
    rival = asked(world)
    say(world, question_of(world), Answer.KEEP)
    now = again(world, rival)
    part = now.revisions[-1].parts[0]
    assert (now.revision, now.status) == (2, Status.SUBMITTED)
    assert part.carried is not None
    assert part.carried.fates == {"a": "carried"}
    assert SHALL in (part.markdown or "")
    assert question_of(world).answer is Answer.KEEP


def test_what_was_asked_again_can_be_taken(world: World) -> None:
    rival = asked(world)
    say(world, question_of(world), Answer.KEEP)
    decide(world, rival)
    assert SHALL in text_of(world)


def test_take_the_text_withdraws_what_has_nothing_left(world: World) -> None:
    rival = asked(world)
    say(world, question_of(world), Answer.TAKE_TEXT)
    assert again(world, rival).status is Status.WITHDRAWN


@both_databases
def test_take_the_text_leaves_the_changes_that_fit(world: World) -> None:
    rival = asked(world, SHALL_AND_RIGHTS)
    say(world, question_of(world), Answer.TAKE_TEXT)
    now = again(world, rival)
    assert now.status is Status.SUBMITTED
    assert [row["letter"] for row in now.revisions[-1].parts[0].changes] == ["b"]


def test_new_words_are_a_revision_and_no_answer_that_is_pressed(world: World) -> None:
    asked(world)
    with pytest.raises(Refused):
        say(world, question_of(world), Answer.ANEW)
    assert question_of(world).closed_at is None


def test_a_question_that_no_longer_arises_is_closed(world: World) -> None:
    rival = asked(world)
    back = send_change(world, "european", SHALL, at=world.statement.made_at)
    decide(world, again(world, back), without_waiting=True)
    question = world.session.scalars(
        select(Question).where(Question.amendment_id == rival.id)
    ).one()
    assert question.closed_at is not None
    assert question.answer is None


def test_an_answer_is_given_once(world: World) -> None:
    asked(world)
    question = question_of(world)
    say(world, question, Answer.TAKE_TEXT)
    with pytest.raises(WrongStep):
        say(world, question, Answer.KEEP)


def test_an_answer_to_other_words_is_stale(world: World) -> None:
    asked(world)
    question = question_of(world)
    request = AnswerQuestion(world.statement.slug, question.id, 7, Answer.KEEP)
    with pytest.raises(Stale):
        answer_question(world.session, world.actor("african"), request)


def test_an_answer_that_was_not_offered_is_refused(world: World) -> None:
    asked(world)
    with pytest.raises(Refused):
        say(world, question_of(world), Answer.YES)


def test_only_the_senders_of_the_group_answer(world: World) -> None:
    asked(world)
    with pytest.raises(Forbidden):
        say(world, question_of(world), Answer.KEEP, "moderator")


@pytest.mark.parametrize("who", ["sender", "writer", "rapporteur", "reader", "administrator"])
def test_another_groups_question_is_not_there(world: World, who: str) -> None:
    asked(world)
    with pytest.raises(NotVisible):
        say(world, question_of(world), Answer.KEEP, who)


def entered(world: World) -> Amendment:
    """Enter words for Asia."""
    return send_change(world, "rapporteur", MUST, group="ASIA")


def test_yes_confirms_what_was_written_for_the_group(world: World) -> None:
    amendment = entered(world)
    say(world, question_of(world, QuestionKind.ENTERED), Answer.YES, "sender")
    assert not again(world, amendment).unconfirmed


def test_no_takes_back_what_was_written_for_the_group(world: World) -> None:
    amendment = entered(world)
    say(world, question_of(world, QuestionKind.ENTERED), Answer.NO, "sender")
    assert again(world, amendment).status is Status.WITHDRAWN


def joined(world: World) -> Amendment:
    """Let Africa join what Asia asks."""
    amendment = send_change(world, words=MUST)
    request = JoinAmendment(world.statement.slug, amendment.number or 0, "AFR", 1)
    join_amendment(world.session, world.actor("african"), request)
    return amendment


@both_databases
def test_a_group_that_joined_keeps_withdrawn_words_as_its_own(world: World) -> None:
    amendment = joined(world)
    withdraw_amendment(
        world.session, world.actor("sender"), WithdrawAmendment("dhaka", amendment.number or 0)
    )
    own = say(world, question_of(world, QuestionKind.WITHDRAWN), Answer.YES)
    kept = again(world, own)
    assert (kept.number, kept.group.mark, kept.status) == (2, "AFR", Status.SUBMITTED)
    assert MUST in (kept.revisions[0].parts[0].markdown or "")
    assert again(world, amendment).status is Status.WITHDRAWN


def test_a_group_that_joined_may_let_withdrawn_words_go(world: World) -> None:
    amendment = joined(world)
    withdraw_amendment(
        world.session, world.actor("sender"), WithdrawAmendment("dhaka", amendment.number or 0)
    )
    say(world, question_of(world, QuestionKind.WITHDRAWN), Answer.NO)
    kinds = [row.kind for row in world.session.scalars(select(Entry))]
    assert kinds[-1] == "answered"
