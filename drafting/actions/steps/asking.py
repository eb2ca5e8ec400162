"""Asking a group whose changes meet other words, and closing what no longer has to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from drafting.rules.actors import Actor
from drafting.rules.lifecycle import PENDING
from drafting.rules.questions import answer_until
from drafting.store.models import Amendment, Group, Question
from drafting.store.models.questions import Answer, QuestionKind
from drafting.store.queries.questions import open_in_statement, questions_of
from drafting.store.queries.rounds import list_rounds


@dataclass(frozen=True, slots=True)
class Asking:
    """What was asked because the text moved, the instant of the act, and until when to answer.

    `until` None: the usual time.
    """

    asked: Sequence[Question]
    at: datetime
    until: datetime | None = None


def settle_questions(
    session: Session, amendment: Amendment, letters: Sequence[str], asking: Asking
) -> Question | None:
    """Return the question that is open now because the text moved, asked where need be.

    One question stands open at most, over all letters in question. Words sent meanwhile have
    answered it: the group wrote anew. Drafts ask nobody.
    """
    standing = None
    for question in asking.asked:
        if question.closed_at is None:
            if question.revision == amendment.revision and letters:
                standing = question
                continue
            question.closed_at = asking.at
            if question.revision != amendment.revision:
                question.answer = Answer.ANEW
    if standing is not None:
        standing.letters = list(letters)
        return standing
    if not letters or amendment.status not in PENDING:
        return None
    return ask(session, amendment, letters, asking)


def ask(session: Session, amendment: Amendment, letters: Sequence[str], asking: Asking) -> Question:
    """Ask the author's group: the text moved, what now?"""
    rounds = list_rounds(session, amendment.statement_id)
    question = Question(
        statement_id=amendment.statement_id,
        group_id=amendment.group_id,
        amendment_id=amendment.id,
        kind=QuestionKind.MOVED,
        letters=list(letters),
        revision=amendment.revision,
        asked_at=asking.at,
        until=asking.until or answer_until(rounds, asking.at),
    )
    session.add(question)
    return question


def close_all_questions(session: Session, statement_id: int, at: datetime) -> None:
    """Close everything that still waits for a group's word: nothing can follow from it now."""
    for question in open_in_statement(session, statement_id):
        question.closed_at = at


def close_questions(session: Session, amendment: Amendment, at: datetime) -> list[Question]:
    """Close what is open about an amendment that was answered; return what nobody answered."""
    unanswered = []
    for question in questions_of(session, amendment.id):
        if question.closed_at is None:
            question.closed_at = at
            unanswered.append(question)
    return unanswered


def answer_revised(
    session: Session, amendment: Amendment, group: Group, said: Answer, actor: Actor
) -> None:
    """Close what the group was asked about revised words: joining again says yes, leaving no."""
    for question in questions_of(session, amendment.id, QuestionKind.REVISED):
        if question.closed_at is None and question.group_id == group.id:
            question.answer, question.closed_at = said, actor.at
