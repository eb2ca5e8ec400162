"""The statements of a site, and who takes part in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafting.rules.actors import Actor, Right
from drafting.rules.permits import Permission, Scope, may, require
from drafting.store.models import Grant, Group, Statement
from drafting.store.queries.editions import latest_edition
from drafting.store.queries.grants import grants_in
from drafting.store.queries.groups import groups_of
from drafting.store.queries.statements import get_statement, list_statements, statements_of
from drafting.store.session import Session
from drafting.web.presenters.amendments import GroupMark, group_mark_of, is_member


@dataclass(frozen=True, slots=True)
class HomePage:
    """The statements that this reader may open; `only` names the one, where there is one."""

    statements: tuple[Statement, ...]
    may_make: bool
    signed_in: bool

    @property
    def only(self) -> str | None:
        """The short name of the one statement, so that the reader is led straight to it."""
        return self.statements[0].slug if len(self.statements) == 1 else None


@dataclass(frozen=True, slots=True)
class Entrance:
    """Where the address of a statement leads: to the text, or to the newest published draft."""

    reads: bool
    newest: int


@dataclass(frozen=True, slots=True)
class GroupMembers:
    """A group, as this reader may know it, with the people who agreed to be named."""

    group: GroupMark | None
    people: tuple[Grant, ...]


@dataclass(frozen=True, slots=True)
class WhoPage:
    """Who takes part: groups, and titles of those who agreed to be named."""

    slug: str
    title: str
    members: tuple[GroupMembers, ...]


def show_home(session: Session, actor: Actor) -> HomePage:
    """Show what this reader may open: their own, all for administrators, else the published."""
    require(actor, Permission.SEE_EDITION, Scope())
    return HomePage(
        statements=tuple(openable(session, actor)),
        may_make=may(actor, Permission.ADMINISTER, Scope()),
        signed_in=actor.person_id is not None,
    )


def openable(session: Session, actor: Actor) -> Sequence[Statement]:
    """Return the statements that this reader may open."""
    if actor.administrator:
        return list_statements(session)
    if actor.person_id is not None and actor.holdings:
        return statements_of(session, actor.person_id)
    return [one for one in list_statements(session) if latest_edition(session, one.id)]


def show_entrance(session: Session, actor: Actor, slug: str) -> Entrance:
    """Say where a statement's own address leads; nothing is there before the public may see it."""
    statement = get_statement(session, slug)
    reads = may(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    newest = latest_edition(session, statement.id)
    if newest is None:
        require(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    return Entrance(reads=reads, newest=newest.number if newest else 0)


def show_who(session: Session, actor: Actor, slug: str) -> WhoPage:
    """Show the groups, and by name the people who agreed; public once a draft is published."""
    statement = get_statement(session, slug)
    if not latest_edition(session, statement.id):
        require(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    named = [
        grant for grant in grants_in(session, statement.id) if grant.printed and grant.taken_up_at
    ]
    groups: list[Group | None] = [None, *groups_of(session, statement.id)]
    return WhoPage(
        slug=slug,
        title=statement.title,
        members=tuple(
            members_of(group, named, member=is_member(actor, statement.id)) for group in groups
        ),
    )


def members_of(group: Group | None, named: Sequence[Grant], *, member: bool) -> GroupMembers:
    """Return the named people of a group; those of no group are the house's own."""
    wanted = group.id if group else None
    return GroupMembers(
        group_mark_of(group, member=member) if group else None,
        tuple(
            grant
            for grant in named
            if grant.group_id == wanted and (group is not None or grant.right is not Right.READ)
        ),
    )


def require_maker(actor: Actor) -> None:
    """Go on only for those who may make a statement. Raises: NotVisible."""
    require(actor, Permission.ADMINISTER, Scope())
