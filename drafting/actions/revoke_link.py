"""Revoke a link: what was handed out and not used no longer opens; sessions go on."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.links import require_renewer
from drafting.actions.steps.sign_ins import revoke_links
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Person
from drafting.store.queries.people import get_person
from drafting.store.queries.statements import get_statement


@dataclass(frozen=True, slots=True)
class RevokeLink:
    """Whose link, by the number of the person, in which text."""

    statement: str
    person: int


def revoke_link(session: Session, actor: Actor, request: RevokeLink) -> Person:
    """End every unused link of a person; whoever may make them anew may end them."""
    statement = get_statement(session, request.statement)
    require(actor, Permission.SEE_STATEMENT, Scope(statement_id=statement.id))
    person = get_person(session, request.person)
    require_renewer(actor, person)
    revoke_links(session, person, actor.at)
    return person
