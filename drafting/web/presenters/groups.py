"""The page of one's own group: all that waits for its word, what it writes, who is in it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drafting.rules.actors import GROUP_RIGHTS, Actor
from drafting.rules.lifecycle import PENDING, Status
from drafting.rules.permits import Permission, Scope, may, require
from drafting.rules.sending import lets_through
from drafting.store.models import Amendment, Grant, Group, Statement
from drafting.store.models.amendments import SponsorState
from drafting.store.queries.amendments import latest, list_of_groups, writers_of
from drafting.store.queries.editions import labels_of
from drafting.store.queries.grants import grants_in
from drafting.store.queries.groups import group_is_leaderless, groups_of
from drafting.store.queries.questions import open_for_groups
from drafting.store.queries.rounds import door_now
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.amendments import Wish, wish_of
from drafting.web.presenters.amendments_parts import PartView, part_views
from drafting.web.presenters.people import Member, member_of
from drafting.web.presenters.questions import Asked, asked, titles_of


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A draft of the group, or what it is asked to join, with its words marked.

    `by` is who last wrote at a draft.
    """

    wish: Wish
    parts: tuple[PartView, ...]
    by: str
    form_key: str


@dataclass(frozen=True, slots=True)
class OwnGroup:
    """One group of the reader; drafts that nobody called ready do not wait for a sender.

    `sends_now`: what is ready goes through, as the session stands.
    """

    group: Group
    leaderless: bool
    may_send: bool
    sends_now: bool
    may_invite: bool
    ready: tuple[GroupRow, ...]
    to_join: tuple[GroupRow, ...]
    questions: tuple[Asked, ...]
    drafts: tuple[GroupRow, ...]
    members: tuple[Member, ...]

    @property
    def waiting(self) -> int:
        """How many rows wait for a sender."""
        return len(self.ready) + len(self.to_join) + len(self.questions)


@dataclass(frozen=True, slots=True)
class OwnGroupsPage:
    """The groups for which the reader writes or sends; nearly always one.

    `waiting` counts what waits for this very reader, who sends.
    """

    slug: str
    language: str
    final: bool
    groups: tuple[OwnGroup, ...]

    @property
    def waiting(self) -> int:
        """How much waits where the reader may send."""
        return 0 if self.final else sum(own.waiting for own in self.groups if own.may_send)


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
        language=statement.language,
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
    rows = list_of_groups(session, statement.id, [group.id])
    drafts = [row for row in rows if row.group_id == group.id and row.number is None]
    row_of = row_maker(session, actor, statement, drafts)
    return OwnGroup(
        group=group,
        leaderless=leaderless,
        may_send=may(actor, Permission.SEND, scope),
        sends_now=sends_now(session, actor, statement, scope),
        may_invite=may(actor, Permission.INVITE_TO_GROUP, scope),
        ready=tuple(row_of(row) for row in drafts if row.status is Status.READY),
        to_join=tuple(row_of(row) for row in rows if is_asked_to_join(row, group)),
        questions=questions_to(session, actor, statement, group),
        drafts=tuple(row_of(row) for row in drafts if row.status is Status.DRAFT),
        members=tuple(member_of(actor, grant) for grant in grants if grant.group_id == group.id),
    )


def sends_now(session: Session, actor: Actor, statement: Statement, scope: Scope) -> bool:
    """Say whether the door lets through what is ready."""
    door, enters = door_now(session, statement, actor.at), may(actor, Permission.ENTER, scope)
    return lets_through(door, Status.READY, may_enter=enters)


def is_asked_to_join(row: Amendment, group: Group) -> bool:
    """Say whether writers of the group asked its senders to join something that waits."""
    return row.status in PENDING and any(
        one.group_id == group.id and one.state is SponsorState.ASKED for one in row.sponsors
    )


def questions_to(
    session: Session, actor: Actor, statement: Statement, group: Group
) -> tuple[Asked, ...]:
    """Return what the group is asked, the most urgent first."""
    labels, titles = labels_of(session, statement.id), titles_of(session, statement)
    return tuple(
        asked(session, actor, statement, question, labels, titles)
        for question in open_for_groups(session, statement.id, [group.id])
    )


def row_maker(
    session: Session, actor: Actor, statement: Statement, drafts: Sequence[Amendment]
) -> Callable[[Amendment], GroupRow]:
    """Return what makes the row of a change, with all it needs looked up once."""
    labels, titles = labels_of(session, statement.id), titles_of(session, statement)
    writers = writers_of(session, [draft.id for draft in drafts])

    def row_of(row: Amendment) -> GroupRow:
        """Return the row of one change."""
        return GroupRow(
            wish=wish_of(row, statement, actor, labels),
            parts=part_views(session, latest(row).parts, labels, titles),
            by=writers.get(row.id, ""),
            form_key=secrets.token_hex(16),
        )

    return row_of
