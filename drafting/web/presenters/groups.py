"""The page of one's own group: what is ready to send, what it is asked, who is in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafting.rules.actors import GROUP_RIGHTS, Actor
from drafting.rules.lifecycle import Status
from drafting.rules.permits import Permission, Scope, may, require
from drafting.rules.slugs import path_of
from drafting.store.models import Amendment, Grant, Group, Statement
from drafting.store.queries.amendments import latest, list_of_groups
from drafting.store.queries.grants import grants_in
from drafting.store.queries.groups import group_is_leaderless, groups_of
from drafting.store.queries.questions import count_open
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.people import Member, member_of


@dataclass(frozen=True)
class ReadyChange:
    """A change that waits for a sender."""

    heading: str
    url: str


@dataclass(frozen=True)
class OwnGroup:
    """One group of the reader."""

    group: Group
    leaderless: bool
    may_send: bool
    may_invite: bool
    ready: tuple[ReadyChange, ...]
    questions: int
    members: tuple[Member, ...]


@dataclass(frozen=True)
class OwnGroupsPage:
    """The groups for which the reader writes or sends; nearly always one."""

    slug: str
    final: bool
    groups: tuple[OwnGroup, ...]


def show_own_groups(session: Session, actor: Actor, slug: str) -> OwnGroupsPage:
    """Show the reader's own groups. Raises: Forbidden for a reader without one."""
    statement = get_statement(session, slug)
    own = {number for right in GROUP_RIGHTS for number in actor.groups(right, statement.id)}
    groups = [group for group in groups_of(session, statement.id) if group.id in own]
    if not groups:
        require(actor, Permission.WRITE, Scope(statement_id=statement.id))
    grants = grants_in(session, statement.id)
    return OwnGroupsPage(
        slug=statement.slug,
        final=statement.final_at is not None,
        groups=tuple(own_group(session, actor, statement, group, grants) for group in groups),
    )


def require_maker(session: Session, actor: Actor, slug: str) -> None:
    """Demand that the reader may make groups. Raises: NotVisible, Forbidden."""
    statement = get_statement(session, slug)
    require(actor, Permission.INVITE, Scope(statement_id=statement.id))


def own_group(
    session: Session,
    actor: Actor,
    statement: Statement,
    group: Group,
    grants: Sequence[Grant],
) -> OwnGroup:
    """Gather what stands on the page about one group."""
    leaderless = group_is_leaderless(session, group.id)
    scope = Scope(statement_id=statement.id, group_id=group.id, leaderless=leaderless)
    ready = [
        amendment
        for amendment in list_of_groups(session, statement.id, [group.id])
        if amendment.status == Status.READY and amendment.group_id == group.id
    ]
    return OwnGroup(
        group=group,
        leaderless=leaderless,
        may_send=may(actor, Permission.SEND, scope),
        may_invite=may(actor, Permission.INVITE_TO_GROUP, scope),
        ready=tuple(ready_change(statement, amendment) for amendment in ready),
        questions=count_open(session, statement.id, [group.id]),
        members=tuple(member_of(actor, grant) for grant in grants if grant.group_id == group.id),
    )


def ready_change(statement: Statement, amendment: Amendment) -> ReadyChange:
    """Name a change that is ready, with the address where it is looked at and sent."""
    url = f"{path_of(statement.slug)}/drafts/{amendment.key}"
    return ReadyChange(latest(amendment).heading, url)
