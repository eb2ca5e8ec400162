"""Choose a language: pages and mails for this person come in it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Person
from drafting.store.queries.people import get_person


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """One of the languages of the site; the form offers no other."""

    language: str


def choose_language(session: Session, actor: Actor, request: ChooseLanguage) -> Person:
    """Keep the choice."""
    require(actor, Permission.KEEP_ACCOUNT, Scope(person_id=actor.person_id))
    person = get_person(session, actor.person_id)
    person.language = request.language
    return person
