"""A settled question is no longer one: on no page, in no count and in no mail that still waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafting.actions.answer_question import ANSWERS, AnswerQuestion, answer_question
from drafting.actions.leave_amendment import LeaveAmendment, leave_amendment
from drafting.actions.revise_amendment import ReviseAmendment, revise_amendment
from drafting.actions.steps.amendments import digest_of
from drafting.actions.withdraw_amendment import WithdrawAmendment, withdraw_amendment
from drafting.errors import DraftingError
from drafting.rules.lifecycle import Fate, Outcome, Status
from drafting.store.models import Amendment, Question
from drafting.store.models.amendments import SponsorState
from drafting.store.models.questions import QuestionKind
from drafting.store.queries.amendments import latest, load_whole
from drafting.store.queries.questions import open_in_statement
from drafting.web.presenters.amendments_page import View, show_amendment
from drafting.web.presenters.groups import show_own_groups
from drafting.web.presenters.questions import show_inbox
from drafting.web.presenters.surroundings import waiting
from drafting.web.presenters.surroundings_steps import waiting_step
from tests.factories.amendments import (
    MARK_OF,
    WORDS,
    form_key,
    join_change,
    send_change,
    wording_of,
)
from tests.factories.decisions import decide, reopen
from tests.factories.editions import ADOPTION, publish
from tests.factories.world import World

# What is undone leaves rows behind in the session, and their numbers are given again.
pytestmark = pytest.mark.filterwarnings("ignore:Identity map already had an identity")

GROUPS = ("sender", "african", "european")
FORCE = ("must", "shall", "will", "may")


def words(at: int) -> str:
    """Return one of the wishes for the same words."""
    return WORDS.replace("must", FORCE[at % 4])


def rows_of(world: World) -> list[Amendment]:
    """Return all that was sent, oldest first, each whole."""
    found = world.session.query(Amendment).filter(Amendment.number.is_not(None))
    return [load_whole(world.session, row.id) for row in found.order_by(Amendment.number)]


def join(world: World, who: str, row: Amendment, _at: int) -> None:
    """Join the words that stand."""
    join_change(world, who, row.number or 0, row.revision)


def leave(world: World, who: str, row: Amendment, _at: int) -> None:
    """Leave again."""
    request = LeaveAmendment("dhaka", row.number or 0, MARK_OF[who])
    leave_amendment(world.session, world.actor(who), request)


def revise(world: World, who: str, row: Amendment, at: int) -> None:
    """Put other words in its place."""
    seen = row.revision, digest_of(row)
    wording = wording_of(world, words(at))
    request = ReviseAmendment("dhaka", row.number or 0, *seen, wording, form_key())
    revise_amendment(world.session, world.actor(who), request)


def withdraw(world: World, who: str, row: Amendment, _at: int) -> None:
    """Take it back."""
    request = WithdrawAmendment("dhaka", row.number or 0)
    withdraw_amendment(world.session, world.actor(who), request)


def answer(world: World, _who: str, _row: Amendment, at: int) -> None:
    """Answer one of the open questions, in one of its ways."""
    for question in list(open_in_statement(world.session, world.statement.id))[at % 2 :][:1]:
        who = next(one for one in GROUPS if MARK_OF[one] == question.group.mark)
        said = sorted(ANSWERS[question.kind])[at % len(ANSWERS[question.kind])]
        request = AnswerQuestion("dhaka", question.id, question.revision, said)
        answer_question(world.session, world.actor(who), request)


def rule(world: World, _who: str, row: Amendment, at: int) -> None:
    """Answer a change in one of the ways that moderators have."""
    outcome = list(Outcome)[at % 8]
    decide(world, row, outcome, without_waiting=True)


def take_up(world: World, _who: str, row: Amendment, _at: int) -> None:
    """Take an answer back."""
    reopen(world, row)


def end(world: World, _who: str, _row: Amendment, _at: int) -> None:
    """Publish the Final."""
    publish(world, ADOPTION)


def moved(world: World) -> int:
    """Let Africa's words meet a text that moved."""
    first = send_change(world, "sender", words(0))
    asked = send_change(world, "african", words(1)).number
    decide(world, first, without_waiting=True)
    return asked or 0


def entered(world: World) -> int:
    """Type words for Africa."""
    return send_change(world, "rapporteur", words(2), group="AFR").number or 0


def revised(world: World) -> int:
    """Let the author change the words that Africa joined."""
    row = send_change(world, "european", words(3))
    join_change(world, "african", row.number or 0)
    world.session.expire_all()
    revise(world, "european", load_whole(world.session, row.id), 0)
    return row.number or 0


def withdrawn(world: World) -> int:
    """Let the author take back what Africa joined."""
    row = send_change(world, "european", words(3))
    join_change(world, "african", row.number or 0)
    world.session.expire_all()
    withdraw(world, "european", load_whole(world.session, row.id), 0)
    return row.number or 0


def lift(world: World, _who: str, row: Amendment, _at: int) -> None:
    """Answer a change, and take the answer back."""
    decide(world, row, Outcome.REJECTED, without_waiting=True)
    world.session.expire_all()
    reopen(world, load_whole(world.session, row.id))


ASKED = (moved, entered, revised, withdrawn)
ACTS = (join, leave, revise, withdraw, answer, rule, take_up, lift, end)
Act = tuple[Callable[[World, str, Amendment, int], None], str, int]
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTS), st.sampled_from(GROUPS), st.integers(0, 7)),
    min_size=2, max_size=3,
)  # fmt: skip


def still_asks(world: World, question: Question) -> bool:
    """Say by hand whether anything can follow from an answer."""
    row = load_whole(world.session, question.amendment_id)
    joined = {one.group_id: one for one in row.sponsors if one.state is SponsorState.JOINED}
    sponsor = joined.get(question.group_id)
    if world.statement.final_at is not None or question.answer is not None:
        return False
    if question.kind is QuestionKind.WITHDRAWN:
        return row.status is Status.WITHDRAWN and sponsor is not None
    if row.status is not Status.SUBMITTED or question.revision != row.revision:
        return False
    if question.kind is QuestionKind.ENTERED:
        return row.unconfirmed
    if question.kind is QuestionKind.REVISED:
        return sponsor is not None and sponsor.revision < row.revision
    fates = [
        fate for part in latest(row).parts if part.carried for fate in part.carried.fates.values()
    ]
    return Fate.IN_QUESTION in fates


def agree(world: World, who: str, rows: Sequence[Amendment], steps: object) -> None:
    """Compare what the places say that show a group its questions."""
    session, actor, group = world.session, world.actor(who), world.groups[MARK_OF[who]].id
    rows_open = open_in_statement(session, world.statement.id)
    asked = {row for row in rows_open if row.group_id == group}
    assert all(still_asks(world, question) for question in asked), steps
    ids = {question.id for question in asked}
    inbox = show_inbox(session, actor, "dhaka", "")
    (own,) = show_own_groups(session, actor, "dhaka").groups
    counts = waiting(session, actor, world.statement)
    assert {one.id for one in inbox.questions} == {one.id for one in own.questions} == ids, steps
    assert counts["questions"] == len(ids), steps
    assert counts["news"] == inbox.new, steps
    assert counts.get("group", 0) == (0 if world.statement.final_at else own.waiting), steps
    assert bool(ids) <= bool(waiting_step(counts)), steps
    pages = [show_amendment(session, actor, "dhaka", row.number or 0, View()) for row in rows]
    assert {line.id for page in pages for line in page.questions} == ids, steps
    assert all(page.wish.question == bool(page.questions) for page in pages), steps


@contextmanager
def undone(world: World) -> Iterator[None]:
    """Do something, and leave nothing of it."""
    with world.session.begin_nested() as savepoint:
        yield
        savepoint.rollback()
    world.session.expire_all()


def walk(world: World, asks: Callable[[World], int], steps: Sequence[Act]) -> None:
    """Ask Africa something, then do each act that can be done, and compare after each."""
    session = world.session
    number = asks(world)
    session.flush()
    for act, who, how in steps:
        session.expire_all()
        row = rows_of(world)[number - 1]
        with suppress(DraftingError), session.begin_nested():
            act(world, who, row, how)
        session.expire_all()
        agree(world, "african", rows_of(world), (asks.__name__, steps))


SETTLING: tuple[Act, ...] = (
    *((act, "african", 0) for act in (join, leave, withdraw, lift, end)),
    *((act, "european", 0) for act in (revise, withdraw)),
    *((answer, "african", how) for how in (0, 2, 4)),
    *((rule, "moderator", how) for how in range(8)),
)
AGAIN: Act = (take_up, "moderator", 0)


@pytest.mark.parametrize("asks", ASKED, ids=lambda asks: asks.__name__)
def test_each_way_to_settle_a_question_settles_it_everywhere(
    world: World, app: Flask, asks: Callable[[World], int]
) -> None:
    with app.test_request_context():
        for act in SETTLING:
            with undone(world):
                walk(world, asks, (act, *[AGAIN] * (act[0] is rule)))


@given(asks=st.sampled_from(ASKED), steps=STEPS)
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_place_shows_a_question_that_is_settled(
    world: World, app: Flask, asks: Callable[[World], int], steps: list[Act]
) -> None:
    with app.test_request_context(), undone(world):
        walk(world, asks, steps)
