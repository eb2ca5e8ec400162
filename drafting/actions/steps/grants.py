"""Giving and removing rights."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from drafting.actions.steps.mails import leaderless_mail
from drafting.actions.steps.messages import queue_message
from drafting.errors import N_, Refused
from drafting.rules.actors import Actor, Right
from drafting.rules.invitations import Invitee
from drafting.rules.slugs import path_of
from drafting.store.models import Grant, Group, Person, Statement
from drafting.store.queries.grants import active_grants, find_grant
from drafting.store.queries.groups import group_is_leaderless
from drafting.store.queries.people import moderators_of


def give_right(
    session: Session,
    statement: Statement,
    person: Person,
    right: Right,
    group: Group | None,
    at: datetime,
) -> Grant:
    """Give a right that waits to be taken up; one that was removed is given anew."""
    group_id = group.id if group else None
    grant = find_grant(session, person.id, statement.id, right, group_id)
    if grant is None:
        grant = Grant(
            person_id=person.id,
            statement_id=statement.id,
            right=right,
            group_id=group_id,
        )
        session.add(grant)
    grant.made_at, grant.taken_up_at, grant.removed_at = at, None, None
    session.flush()
    return grant


def give_title(grant: Grant, invitee: Invitee) -> None:
    """Write what stands in the programme; it gives no right."""
    grant.title = invitee.title
    grant.organisation = invitee.organisation
    grant.printed = invitee.printed


def end_right(
    session: Session, statement: Statement, actor: Actor, grant: Grant, site: str
) -> None:
    """Remove a right (its group loaded); moderators hear of a group's last sender.

    Raises: Refused for the last moderator, because nobody could then answer.
    """
    if grant.right == Right.DECIDE and is_last(session, statement, grant):
        raise Refused(N_("This is the last moderator. Name another one first."))
    grant.removed_at = actor.at
    session.flush()
    if grant.right == Right.SEND and group_is_leaderless(session, grant.group_id):
        tell_moderators(session, actor, statement, grant, site)


def is_last(session: Session, statement: Statement, grant: Grant) -> bool:
    """Say whether this active right is the only one of its kind."""
    holders = {one.person_id for one in active_grants(session, statement.id, grant.right)}
    return holders == {grant.person_id}


def tell_moderators(
    session: Session, actor: Actor, statement: Statement, grant: Grant, site: str
) -> None:
    """Ask the moderators to name a sender; until then the group's writers may send."""
    assert grant.group is not None  # a CHECK of the table
    page = f"{site}{path_of(statement.slug)}/people"
    for moderator in moderators_of(session, statement.id):
        mail = leaderless_mail(statement, moderator.name, grant.group, page)
        queue_message(session, moderator, mail, actor.at)
