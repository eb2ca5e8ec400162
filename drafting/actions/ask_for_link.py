"""Ask for a link: a person with a mail address gets one by mail."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.mails import link_address, link_mail
from drafting.actions.steps.messages import queue_message
from drafting.actions.steps.sign_ins import LINK_BY_MAIL, make_link
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Message
from drafting.store.queries.people import find_person


@dataclass(frozen=True, slots=True)
class AskForLink:
    """Handle or mail address as typed, and the address under which people reach the site."""

    name: str
    site: str


def ask_for_link(session: Session, actor: Actor, request: AskForLink) -> Message | None:
    """Queue a mail with a link that lives two hours; the page says the same whoever asked.

    Older links and sessions stay: else anybody could sign others out.
    """
    require(actor, Permission.SIGN_IN, Scope())
    person = find_person(session, request.name)
    if person is None or not person.email:
        return None
    token = make_link(session, person, actor, LINK_BY_MAIL)
    mail = link_mail(person.name, link_address(request.site, token))
    return queue_message(session, person, mail, actor.at, secret=True)
