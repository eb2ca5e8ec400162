"""Choose whether news of the work comes by mail."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Person
from drafting.store.queries.people import get_person


@dataclass(frozen=True, slots=True)
class ChooseNews:
    """Whether answers, questions and published drafts are mailed; links and warnings always are."""

    by_mail: bool


def choose_news(session: Session, actor: Actor, request: ChooseNews) -> Person:
    """Keep the choice."""
    require(actor, Permission.KEEP_ACCOUNT, Scope(person_id=actor.person_id))
    person = get_person(session, actor.person_id)
    person.news_by_mail = request.by_mail
    return person
