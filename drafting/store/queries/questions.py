"""Finding the questions that wait for a group's word."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from drafting.errors import NotVisible
from drafting.rules.lifecycle import DECIDED
from drafting.store.models import Amendment, Decision, Grant, Question, Ruling
from drafting.store.models.questions import QuestionKind


def get_question(session: Session, statement_id: int, question_id: int) -> Question:
    """Return one question, its group loaded. Raises: NotVisible."""
    found = session.scalar(
        select(Question)
        .where(Question.statement_id == statement_id, Question.id == question_id)
        .options(joinedload(Question.group))
        .execution_options(populate_existing=True)
    )
    if found is None:
        raise NotVisible
    return found


def questions_of(
    session: Session, amendment_id: int, kind: QuestionKind | None = None
) -> Sequence[Question]:
    """Return all questions about an amendment, oldest first, groups loaded."""
    query = (
        select(Question)
        .where(Question.amendment_id == amendment_id)
        .options(joinedload(Question.group))
        .order_by(Question.id)
    )
    if kind is not None:
        query = query.where(Question.kind == kind)
    return session.scalars(query).all()


def moved_questions(session: Session, amendment_ids: Collection[int]) -> dict[int, list[Question]]:
    """Return what was asked about these amendments because the text moved, oldest first.

    Groups are loaded.
    """
    rows = session.scalars(
        select(Question)
        .where(Question.amendment_id.in_(amendment_ids), Question.kind == QuestionKind.MOVED)
        .options(joinedload(Question.group))
        .order_by(Question.id)
    )
    found: dict[int, list[Question]] = {}
    for question in rows:
        found.setdefault(question.amendment_id, []).append(question)
    return found


def open_for_groups(
    session: Session, statement_id: int, group_ids: Collection[int]
) -> Sequence[Question]:
    """Return what these groups are asked, the most urgent first, groups loaded."""
    return session.scalars(
        select(Question)
        .where(Question.statement_id == statement_id, Question.group_id.in_(group_ids))
        .where(Question.closed_at.is_(None))
        .options(joinedload(Question.group))
        .order_by(Question.until, Question.id)
    ).all()


def open_in_statement(session: Session, statement_id: int) -> Sequence[Question]:
    """Return everything that waits for some group's word, groups loaded."""
    return session.scalars(
        select(Question)
        .where(Question.statement_id == statement_id, Question.closed_at.is_(None))
        .options(joinedload(Question.group))
        .order_by(Question.until, Question.id)
    ).all()


def still_open(session: Session, question_ids: Collection[int]) -> set[int]:
    """Return which of these questions nobody has answered or settled."""
    rows = select(Question.id).where(Question.id.in_(question_ids), Question.closed_at.is_(None))
    return set(session.scalars(rows))


def count_open(session: Session, statement_id: int, group_ids: Collection[int]) -> int:
    """Count the questions that wait for these groups."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Question)
            .where(Question.statement_id == statement_id, Question.group_id.in_(group_ids))
            .where(Question.closed_at.is_(None))
        )
        or 0
    )


def reading_grants(session: Session, statement_id: int, person_id: int | None) -> Sequence[Grant]:
    """Return the rights by which a person reads answers to a group; none for the public."""
    return session.scalars(
        select(Grant)
        .where(Grant.statement_id == statement_id, Grant.person_id == person_id)
        .where(Grant.group_id.is_not(None), Grant.removed_at.is_(None))
    ).all()


def answers_read_at(session: Session, statement_id: int, person_id: int | None) -> datetime | None:
    """Return when a person last said to have read the answers; None for never."""
    times = [row.answers_seen_at for row in reading_grants(session, statement_id, person_id)]
    return max((time for time in times if time is not None), default=None)


def count_new_answers(
    session: Session, statement_id: int, group_ids: Collection[int], since: datetime | None
) -> int:
    """Count what was answered to these groups since an instant, each amendment once."""
    query = (
        select(func.count(func.distinct(Ruling.amendment_id)))
        .select_from(Ruling)
        .join(Ruling.decision)
        .join(Ruling.amendment)
        .where(Decision.statement_id == statement_id, Amendment.group_id.in_(group_ids))
        .where(Amendment.status.in_(DECIDED))
    )
    if since is not None:
        query = query.where(Decision.at > since)
    return session.scalar(query) or 0
