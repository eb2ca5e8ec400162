"""The pages of people: who may do what in a text, and the review of pasted lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafting.actions.steps.links import may_renew
from drafting.rules.actors import Actor, Right
from drafting.rules.invitations import SENDERS, offered_roles
from drafting.rules.permits import Permission, Scope, may, require
from drafting.store.models import Grant, Group, Statement
from drafting.store.queries.grants import active_grants, grants_in
from drafting.store.queries.groups import groups_of, groups_without_sender
from drafting.store.queries.people import list_people, people_in
from drafting.store.queries.sign_ins import is_active, people_with_links
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.grants import right_words, rights_of, title_words


@dataclass(frozen=True)
class Links:
    """Whose links the reader may renew, and who holds one that still opens, by number."""

    renewable: frozenset[int] = frozenset()
    unused: frozenset[int] = frozenset()


NO_LINKS = Links()


@dataclass(frozen=True)
class Member:
    """One person with one right, and what the reader may do about it."""

    grant_id: int
    person_id: int
    name: str
    handle: str
    right: str
    title: str
    organisation: str
    waiting: bool
    may_renew: bool
    has_link: bool
    may_remove: bool
    may_name_sender: bool


@dataclass(frozen=True)
class GroupOfPeople:
    """A group with its people; `senders` counts invited ones too, `group` is None for the rest."""

    group: Group | None
    members: tuple[Member, ...]
    senders: int = 0
    leaderless: bool = False

    @property
    def wants_senders(self) -> bool:
        """Whether the group should name another sender."""
        return self.group is not None and self.senders < SENDERS


@dataclass(frozen=True)
class PeoplePage:
    """Everybody whom the reader may invite, by group."""

    slug: str
    title: str
    groups: tuple[GroupOfPeople, ...]
    whole: bool
    waiting: int
    example: str
    may_moderate: bool


def show_people(session: Session, actor: Actor, slug: str) -> PeoplePage:
    """Show the people of a text: all to moderators, those of the own group to its senders."""
    statement = get_statement(session, slug)
    groups = groups_of(session, statement.id)
    if not offered_roles(actor, statement.id, pairs(groups)):
        require(actor, Permission.INVITE, Scope(statement_id=statement.id))
    whole = may(actor, Permission.INVITE, Scope(statement_id=statement.id))
    shown = [group for group in groups if may_invite_to(actor, group)]
    grants = grants_in(session, statement.id)
    empty = {group.id for group in groups_without_sender(session, statement.id)}
    links = Links(
        frozenset(one.id for one in people_in(session, statement.id) if may_renew(actor, one)),
        people_with_links(session, statement.id, actor.at),
    )
    blocks = [
        people_of(actor, group, grants, links, leaderless=group.id in empty) for group in shown
    ]
    if whole:
        blocks.append(people_of(actor, None, grants, links))
    return PeoplePage(
        slug=statement.slug,
        title=statement.title,
        groups=tuple(blocks),
        whole=whole,
        waiting=sum(member.waiting for block in blocks for member in block.members),
        example=example_lines(shown, whole=whole),
        may_moderate=may_moderate(session, actor, statement),
    )


def may_moderate(session: Session, actor: Actor, statement: Statement) -> bool:
    """Say whether the reader, who administers, may moderate too: nobody else does."""
    return may(actor, Permission.ADMINISTER, Scope(statement.id)) and not active_grants(
        session, statement.id, Right.DECIDE
    )


def pairs(groups: Iterable[Group]) -> list[tuple[str, int]]:
    """Return mark and number of each group."""
    return [(group.mark, group.id) for group in groups]


def may_invite_to(actor: Actor, group: Group) -> bool:
    """Say whether the reader may invite to this group."""
    scope = Scope(statement_id=group.statement_id, group_id=group.id)
    return may(actor, Permission.INVITE_TO_GROUP, scope)


def people_of(
    actor: Actor,
    group: Group | None,
    grants: Sequence[Grant],
    links: Links,
    *,
    leaderless: bool = False,
) -> GroupOfPeople:
    """Gather the people of one group, senders first; None gathers those over all groups."""
    own = [grant for grant in grants if grant.group_id == (group.id if group else None)]
    own.sort(key=lambda grant: (grant.right != Right.SEND, grant.right, grant.person.name))
    return GroupOfPeople(
        group=group,
        members=tuple(member_of(actor, grant, links) for grant in own),
        senders=sum(grant.right == Right.SEND for grant in own),
        leaderless=leaderless,
    )


def member_of(actor: Actor, grant: Grant, links: Links = NO_LINKS) -> Member:
    """Say what stands in one line."""
    scope = Scope(statement_id=grant.statement_id, group_id=grant.group_id)
    writes = grant.right == Right.WRITE
    needed = Permission.INVITE_TO_GROUP if writes else Permission.INVITE
    return Member(
        grant_id=grant.id,
        person_id=grant.person_id,
        name=grant.person.name,
        handle=grant.person.handle,
        right=right_words(grant.right),
        title=title_words(grant.title),
        organisation=grant.organisation,
        waiting=not is_active(grant),
        may_renew=grant.person_id in links.renewable,
        has_link=grant.person_id in links.unused,
        may_remove=may(actor, needed, scope),
        may_name_sender=writes and may(actor, Permission.INVITE_TO_GROUP, scope),
    )


def example_lines(groups: Sequence[Group], *, whole: bool) -> str:
    """Write what lines look like, with the groups of this very text."""
    marks = [group.mark for group in groups[:2]]
    lines = [f"Lina Haddad, {mark}, yes, lina@example.org" for mark in marks[:1]]
    lines += [f"Anwar Rahman, {mark}, no" for mark in marks[-1:]]
    return "\n".join([*lines, *(["Maria Silva, moderator"] if whole else [])])


def waiting_people(session: Session, actor: Actor, slug: str) -> tuple[int, ...]:
    """Return the people who have not come in yet and whom the reader may invite, by number."""
    page = show_people(session, actor, slug)
    members = [one for block in page.groups for one in block.members]
    active = {one.person_id for one in members if not one.waiting}
    waiting = [one for one in members if one.waiting and one.may_renew]
    return tuple(dict.fromkeys(one.person_id for one in waiting if one.person_id not in active))


@dataclass(frozen=True)
class Account:
    """One person on the site."""

    id: int
    name: str
    handle: str
    administrator: bool
    rights: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class SitePage:
    """Everybody who may sign in."""

    people: tuple[Account, ...]


def show_site_people(session: Session, actor: Actor) -> SitePage:
    """Show everybody to the administrator."""
    require(actor, Permission.ADMINISTER, Scope())
    return SitePage(
        tuple(
            Account(one.id, one.name, one.handle, one.administrator, tuple(rights_of(one)))
            for one in list_people(session)
        )
    )
