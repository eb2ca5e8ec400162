"""Telling people by mail what concerns them, one mail a person and act, never who acted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sqlalchemy.orm import Session

from drafting.actions.steps.carry import CarriedAmendment
from drafting.actions.steps.messages import Mail, queue_message
from drafting.actions.steps.news import (
    SWITCH_OFF,
    Answered,
    News,
    answer_news,
    news_mail,
    published_mail,
    question_news,
    ready_mail,
)
from drafting.errors import N_
from drafting.rules.actors import Actor
from drafting.rules.labels import spoken_head
from drafting.rules.slugs import path_of
from drafting.store.models import Amendment, Edition, Grant, Person, Question, Statement
from drafting.store.models.amendments import SponsorState
from drafting.store.queries.editions import labels_of
from drafting.store.queries.grants import everybody_in, voices_of
from drafting.store.queries.journal import newest_entry

Told = tuple[Collection[int], News]
"""Which groups are told what."""


def mail_decision(
    session: Session,
    statement: Statement,
    actor: Actor,
    answered: Iterable[Answered],
    reason: str,
    carried: Iterable[CarriedAmendment],
) -> None:
    """Tell the groups what was answered to them, and what they are asked because of it."""
    texts = texts_of(statement)
    labels = labels_of(session, statement.id)
    questions = asked_now(statement, actor, carried, labels)
    answers = [
        (groups_behind(one.amendment), answer_news(one, reason, texts, labels)) for one in answered
    ]
    mail_groups(session, statement, actor, [*questions, *answers])


def mail_carried(
    session: Session, statement: Statement, actor: Actor, carried: Iterable[CarriedAmendment]
) -> None:
    """Ask the groups whose words meet a text that moved."""
    labels = labels_of(session, statement.id)
    mail_groups(session, statement, actor, asked_now(statement, actor, carried, labels))


def mail_questions(
    session: Session, actor: Actor, amendment: Amendment, asked: Iterable[Question]
) -> None:
    """Ask groups about one amendment; its group must be loaded."""
    statement = session.get_one(Statement, amendment.statement_id)
    labels = labels_of(session, statement.id)
    told = [question_told(statement, amendment, question, labels) for question in asked]
    mail_groups(session, statement, actor, told)


def asked_now(
    statement: Statement,
    actor: Actor,
    carried: Iterable[CarriedAmendment],
    labels: Mapping[str, str],
) -> list[Told]:
    """Return what is asked by this very act; what was asked before is not asked again."""
    return [
        question_told(statement, one.amendment, one.question, labels)
        for one in carried
        if one.question is not None and one.question.asked_at == actor.at
    ]


def question_told(
    statement: Statement, amendment: Amendment, question: Question, labels: Mapping[str, str]
) -> Told:
    """Say who is told of a question, and what."""
    news = question_news(amendment, question, statement, texts_of(statement), labels)
    return [question.group_id], news


def groups_behind(amendment: Amendment) -> set[int]:
    """Return the author's group and those that stand with it; sponsors must be loaded."""
    joined = (one for one in amendment.sponsors if one.state is SponsorState.JOINED)
    return {amendment.group_id, *(one.group_id for one in joined)}


def mail_groups(session: Session, statement: Statement, actor: Actor, told: list[Told]) -> None:
    """Write to everybody who may send for these groups, whatever it is in one mail."""
    concerned = {group_id for group_ids, _news in told for group_id in group_ids}
    if not concerned:
        return
    for person, own in wanting(actor, voices_of(session, statement.id, concerned)):
        news = [one for group_ids, one in told if own & set(group_ids)]
        mail = witnessed(session, statement, news_mail(statement, news, texts_of(statement)))
        queue_message(session, person, mail, actor.at, secret=True)


def mail_published(session: Session, statement: Statement, actor: Actor, edition: Edition) -> None:
    """Tell everybody with a right that a draft, or the Final, is published."""
    mail = published_mail(statement, edition, texts_of(statement))
    mail = witnessed(session, statement, mail)
    for person, _groups in wanting(actor, everybody_in(session, statement.id)):
        queue_message(session, person, mail, actor.at)


def witnessed(session: Session, statement: Statement, mail: Mail) -> Mail:
    """Let a mail bear witness, above its foot: where the record stands, not to be made anew."""
    newest = newest_entry(session, statement.id)
    if newest is None:
        return mail
    said = mail.lines[: -len(SWITCH_OFF)]
    lines = (*said, N_("Record: %(head)s"), *SWITCH_OFF)
    return replace(mail, lines=lines, values={**mail.values, "head": spoken_head(newest.hash)})


def mail_ready(session: Session, statement: Statement, actor: Actor, draft: Amendment) -> None:
    """Ask the senders of a draft's group to send it; the same mail waits once."""
    mail = ready_mail(statement, draft.group, texts_of(statement))
    for person, _groups in wanting(actor, voices_of(session, statement.id, [draft.group_id])):
        queue_message(session, person, mail, actor.at, secret=True, once=True)


def wanting(actor: Actor, grants: Iterable[Grant]) -> list[tuple[Person, set[int]]]:
    """Return who is written to, each once with their groups: not who acted, nor who said no."""
    groups: dict[int, set[int]] = {}
    people: dict[int, Person] = {}
    for grant in grants:
        person = grant.person
        if person.email and person.news_by_mail and person.id != actor.person_id:
            people[person.id] = person
            own = groups.setdefault(person.id, set())
            if grant.group_id is not None:
                own.add(grant.group_id)
    return [(person, groups[key]) for key, person in people.items()]


def texts_of(statement: Statement) -> str:
    """Return the path under which the pages of a statement stand."""
    return path_of(statement.slug)
