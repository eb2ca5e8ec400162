"""Invite people: each gets a right that waits, and a link that takes it up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from drafting.actions.steps.grants import give_right, give_title
from drafting.actions.steps.groups import NewGroup, make_group
from drafting.actions.steps.mails import invitation_mail, link_address
from drafting.actions.steps.messages import queue_message
from drafting.actions.steps.people import make_person
from drafting.actions.steps.sign_ins import make_link
from drafting.errors import N_, BadInput
from drafting.rules.actors import Actor
from drafting.rules.invitations import MOST_LINES, Invitee, check, offered_roles
from drafting.rules.invitations_lines import new_words, settled
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Grant, Group, Person, Statement
from drafting.store.queries.grants import known_in
from drafting.store.queries.groups import groups_of, marks_by_name
from drafting.store.queries.people import find_by_email
from drafting.store.queries.statements import get_statement, lock_names, lock_statement


@dataclass(frozen=True, slots=True)
class InvitePeople:
    """Who is invited, and the address under which people reach the site, for links in mails.

    `groups` are made along, those that somebody is invited to: by the word in the place of a mark.
    """

    statement: str
    invitees: tuple[Invitee, ...]
    site: str
    groups: Mapping[str, NewGroup] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Invitation:
    """A right given, and the secret of its link, which is shown once and kept nowhere.

    `token` is empty for somebody who had an account before: that link goes by mail alone, because
    it opens more than the inviter gave.
    """

    person: Person
    grant: Grant
    group: Group | None
    token: str


def invite_people(session: Session, actor: Actor, request: InvitePeople) -> tuple[Invitation, ...]:
    """Invite all of them or nobody. Raises: BadInput while any line or group must be mended."""
    statement = get_statement(session, request.statement)
    statement = lock_statement(session, statement.id)
    groups = {group.mark: group for group in groups_of(session, statement.id)}
    pairs = [(mark, one.id) for mark, one in groups.items()]
    offered = offered_roles(actor, statement.id, pairs, request.groups)
    if not offered:
        require(actor, Permission.INVITE, Scope(statement_id=statement.id))
    marks = marks_by_name(groups.values())
    invitees = settled(request.invitees, marks)
    checked = check(invitees, offered, known_in(session, statement.id))
    if not 0 < len(checked) <= MOST_LINES:
        raise BadInput(N_("Write between one and 300 people."), field="lines")
    if any(one.problems for one in checked):
        raise BadInput(N_("Something must be mended first. Nobody was invited yet."))
    for word in new_words(checked, marks):
        groups[word] = make_group(session, statement, actor, request.groups[word])
    lock_names(session)
    accounts = find_by_email(session, [one.email for one in checked])
    return tuple(
        invite(
            session, actor, statement, one, groups, accounts.get(one.email.lower()), request.site
        )
        for one in checked
    )


def invite(
    session: Session,
    actor: Actor,
    statement: Statement,
    invitee: Invitee,
    groups: dict[str, Group],
    account: Person | None,
    site: str,
) -> Invitation:
    """Give one person the right and a link, mailed where there is an address."""
    assert invitee.role is not None  # `check` leaves no line without one
    group = groups.get(invitee.role.mark)
    person = account or make_person(session, invitee.name, invitee.email, actor.at)
    grant = give_right(session, statement, person, invitee.role.right, group, actor.at)
    give_title(grant, invitee)
    token = make_link(session, person, actor)
    link = link_address(site, token)
    mail = invitation_mail(statement, person.name, grant.right, group, link)
    queue_message(session, person, mail, actor.at, secret=True)
    return Invitation(person, grant, group, "" if account else token)
