"""Remove a right: the person becomes a former member, and moderators hear of a last sender."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.mails import leaderless_mail
from drafting.actions.steps.messages import queue_message
from drafting.actions.steps.sign_ins import revoke_links
from drafting.errors import N_, Refused
from drafting.rules.actors import Actor, Right
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Grant, Statement
from drafting.store.queries.grants import active_grants, get_grant
from drafting.store.queries.groups import group_is_leaderless
from drafting.store.queries.people import get_person, moderators_of
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class RemoveRight:
    """Which right, by its number, and the address under which people reach the site."""

    statement: str
    grant: int
    site: str


def remove_right(session: Session, actor: Actor, request: RemoveRight) -> Grant:
    """Remove a right, once; a link that would open nothing any more ends too.

    A sender may remove the group's writers, only a moderator its senders.
    Raises: Refused for the last moderator, because nobody could then answer.
    """
    statement = get_statement(session, request.statement)
    require(actor, Permission.SEE_STATEMENT, Scope(statement_id=statement.id))
    grant = get_grant(session, statement.id, request.grant)
    own_writer = grant.right == Right.WRITE
    require(
        actor,
        Permission.INVITE_TO_GROUP if own_writer else Permission.INVITE,
        Scope(statement_id=statement.id, group_id=grant.group_id),
    )
    lock_statement(session, statement.id)
    if grant.removed_at is not None:
        return grant
    if grant.right == Right.DECIDE and is_last(session, statement, grant):
        raise Refused(N_("This is the last moderator. Name another one first."))
    grant.removed_at = actor.at
    session.flush()
    person = get_person(session, grant.person_id)
    if not person.administrator and all(one.removed_at for one in person.grants):
        revoke_links(session, person, actor.at)
    if grant.right == Right.SEND and group_is_leaderless(session, grant.group_id):
        tell_moderators(session, actor, statement, grant, request.site)
    return grant


def is_last(session: Session, statement: Statement, grant: Grant) -> bool:
    """Say whether this active right is the only one of its kind."""
    holders = {one.person_id for one in active_grants(session, statement.id, grant.right)}
    return holders == {grant.person_id}


def tell_moderators(
    session: Session, actor: Actor, statement: Statement, grant: Grant, site: str
) -> None:
    """Ask the moderators to name a sender; until then the group's writers may send."""
    assert grant.group is not None  # a CHECK of the table
    page = f"{site}/texts/{statement.slug}/people"
    for moderator in moderators_of(session, statement.id):
        mail = leaderless_mail(statement, moderator.name, grant.group, page)
        queue_message(session, moderator, mail, actor.at)
