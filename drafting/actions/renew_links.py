"""Renew links: people who lost theirs get new ones, and every older link and session ends."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.journal import Event, append_entry
from drafting.actions.steps.links import held_rights, require_renewer
from drafting.actions.steps.mails import renewal_mail
from drafting.actions.steps.messages import queue_message
from drafting.actions.steps.rounds import note_rounds
from drafting.actions.steps.sign_ins import end_sign_ins, make_link, revoke_links
from drafting.rules.actors import Actor, Right
from drafting.rules.journal import EventKind
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Person, SignIn
from drafting.store.queries.people import get_person
from drafting.store.queries.statements import lock_statement


@dataclass(frozen=True, slots=True)
class RenewLinks:
    """For whom, by number; `on_site` as the administrator, whatever their rights."""

    people: tuple[int, ...]
    on_site: bool = False


@dataclass(frozen=True, slots=True)
class Renewed:
    """A person (rights loaded) and the secret of the new link, shown once and kept nowhere."""

    person: Person
    token: str


def renew_links(session: Session, actor: Actor, request: RenewLinks) -> tuple[Renewed, ...]:
    """Make a new link for each, all or none.

    Whoever may invite a person to everything that the person may do, may renew the link: it
    opens all of it. Raises: NotVisible, Forbidden.
    """
    if request.on_site:
        require(actor, Permission.ADMINISTER, Scope())
    return tuple(renew(session, actor, number) for number in request.people)


def renew(session: Session, actor: Actor, number: int) -> Renewed:
    """Make one person's new link; told to the person, and recorded where rights were in use."""
    person = get_person(session, number)
    require_renewer(actor, person)
    revoke_links(session, person, actor.at)
    end_sign_ins(session, actor.at, SignIn.person_id == person.id)
    in_use = [grant for grant in held_rights(person) if grant.taken_up_at is not None]
    for statement_id in sorted({grant.statement_id for grant in in_use}):
        statement = lock_statement(session, statement_id)
        note_rounds(session, statement, actor.at)
        event = Event(EventKind.LINK_RENEWED, right_of(actor, statement_id))
        append_entry(session, statement, actor, event)
    if in_use or person.administrator:
        queue_message(session, person, renewal_mail(person.name), actor.at)
    return Renewed(person, make_link(session, person, actor))


def right_of(actor: Actor, statement_id: int) -> Right:
    """Return the right by which the link is made."""
    if actor.holds(Right.DECIDE, statement_id):
        return Right.DECIDE
    return Right.ADMINISTER if actor.administrator else Right.SEND
