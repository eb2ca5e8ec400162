"""Noting that a person has read the answers to the own groups."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Grant
from drafting.store.queries.questions import reading_grants
from drafting.store.queries.statements import get_statement


@dataclass(frozen=True, slots=True)
class ReadAnswers:
    """In which statement."""

    statement: str


def read_answers(session: Session, actor: Actor, request: ReadAnswers) -> list[Grant]:
    """Remember the instant; what is answered later is new again."""
    statement = get_statement(session, request.statement)
    require(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    grants = list(reading_grants(session, statement.id, actor.person_id))
    for grant in grants:
        grant.answers_seen_at = actor.at
    session.flush()
    return grants
