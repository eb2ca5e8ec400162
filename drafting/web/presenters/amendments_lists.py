"""The lists of amendments: my changes, and all that was sent."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from drafting.rules.actors import Actor, Right
from drafting.rules.lifecycle import DECIDED, PENDING, PRIVATE, TAKEN, Audience, Status
from drafting.rules.permits import Permission, Scope, may, require
from drafting.store.models import Amendment, Group, Statement
from drafting.store.models.amendments import SponsorState
from drafting.store.queries.amendments import (
    Wanted,
    asked_about,
    list_entered_by,
    list_of_groups,
    list_sent,
    scope_of,
    writers_of,
)
from drafting.store.queries.editions import labels_of, latest_edition
from drafting.store.queries.groups import group_is_leaderless, groups_of
from drafting.store.queries.sections import present_versions
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.amendments import Wish, is_member, own_groups, wish_of

STATES: Mapping[str, frozenset[Status]] = {
    "waiting": PENDING,
    "taken": TAKEN,
    "not-taken": frozenset({Status.REJECTED}),
    "closed": frozenset({Status.WITHDRAWN, Status.FULFILLED, Status.OVERTAKEN, Status.OPEN_POINT}),
}


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a reader narrowed the list to; empty words narrow nothing."""

    state: str = ""
    group: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class OwnWish:
    """A line of *My changes*; `may_send` for what is ready and the reader may send as it stands.

    `by` names who last wrote at what was not sent yet, for the own group alone.
    """

    wish: Wish
    by: str
    may_send: bool
    form_key: str


@dataclass(frozen=True, slots=True)
class MinePage:
    """Drafts, what is ready, what waits, what was answered, what was joined or entered.

    After the Final nothing is `ready`: it is a draft like any.
    """

    statement: str
    final: bool
    writes: bool
    sends: bool
    ready: tuple[OwnWish, ...]
    drafts: tuple[OwnWish, ...]
    waiting: tuple[OwnWish, ...]
    answered: tuple[OwnWish, ...]
    joined: tuple[OwnWish, ...]
    asked: tuple[OwnWish, ...]
    entered: tuple[OwnWish, ...]

    @property
    def empty(self) -> bool:
        """Say whether there is nothing at all yet."""
        return not any(
            (
                *(self.ready, self.drafts, self.waiting, self.answered),
                *(self.joined, self.asked, self.entered),
            )
        )


@dataclass(frozen=True, slots=True)
class IndexPage:
    """All that was sent, narrowed, with what it may be narrowed to."""

    statement: str
    member: bool
    narrowed: Narrowed
    wishes: tuple[Wish, ...]
    groups: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, str], ...]


def show_mine(session: Session, actor: Actor, slug: str) -> MinePage:
    """Show what the reader's groups write, sent, and joined. Raises: NotVisible."""
    statement = get_statement(session, slug)
    require(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    own = own_groups(actor, statement.id)
    rows = list_of_groups(session, statement.id, own) if own else ()
    mine = [row for row in rows if row.group_id in own]
    waiting = [row for row in rows if row.status in PENDING]
    typed = list_entered_by(session, statement.id, actor.person_id or 0)
    drafts = [row.id for row in mine if row.number is None]
    line = line_maker(session, actor, statement, own, writers_of(session, drafts))
    final = statement.final_at is not None
    ready = frozenset({Status.READY})
    return MinePage(
        statement=slug,
        final=final,
        writes=bool(own),
        sends=bool(actor.groups(Right.SEND, statement.id)),
        ready=() if final else pick(line, mine, ready),
        drafts=pick(line, mine, PRIVATE if final else PRIVATE - ready),
        waiting=pick(line, mine, PENDING),
        answered=pick(line, mine, DECIDED | {Status.WITHDRAWN}),
        joined=standing(line, rows, own, SponsorState.JOINED),
        asked=standing(line, waiting, own, SponsorState.ASKED),
        entered=tuple(line(row) for row in typed if row.group_id not in own),
    )


def pick(
    line: Callable[[Amendment], OwnWish], rows: Sequence[Amendment], statuses: frozenset[Status]
) -> tuple[OwnWish, ...]:
    """Return the lines of what stands in one of these states."""
    return tuple(line(row) for row in rows if row.status in statuses)


def standing(
    line: Callable[[Amendment], OwnWish],
    rows: Sequence[Amendment],
    own: frozenset[int],
    state: SponsorState,
) -> tuple[OwnWish, ...]:
    """Return the lines of others' amendments to which one of the own groups stands so."""
    return tuple(
        line(row)
        for row in rows
        if row.group_id not in own
        and any(one.group_id in own and one.state is state for one in row.sponsors)
    )


def line_maker(
    session: Session,
    actor: Actor,
    statement: Statement,
    own: frozenset[int],
    writers: Mapping[int, str],
) -> Callable[[Amendment], OwnWish]:
    """Return what makes the line of an amendment, with all it needs looked up once."""
    labels = labels_of(session, statement.id)
    asked = asked_about(session, statement.id, own)
    leaderless = {group: group_is_leaderless(session, group) for group in own}

    def line(row: Amendment) -> OwnWish:
        """Return the line of one amendment."""
        scope = scope_of(row, leaderless=leaderless.get(row.group_id, False))
        return OwnWish(
            wish=wish_of(row, statement, actor, labels, asked),
            by=writers.get(row.id, "") if may(actor, Permission.SEE_HANDS, scope) else "",
            may_send=row.status is Status.READY
            and statement.final_at is None
            and may(actor, Permission.SEND, scope),
            form_key=secrets.token_hex(16),
        )

    return line


def show_all(session: Session, actor: Actor, slug: str, narrowed: Narrowed) -> IndexPage:
    """Show all that was sent for this reader; the public sees what was sent for the public.

    Raises: NotVisible, also for the public of a statement that published nothing.
    """
    statement = get_statement(session, slug)
    member = is_member(actor, statement.id)
    published = latest_edition(session, statement.id) is not None
    permission = Permission.SEE_EDITION if published else Permission.SEE_STATEMENT
    require(actor, permission, Scope(statement.id))
    groups = groups_of(session, statement.id) if member else ()
    versions = present_versions(session, statement.id)
    wanted = Wanted(
        statuses=STATES.get(narrowed.state),
        group_id=group_id_of(groups, narrowed.group),
        section_id=next(
            (row.section_id for row in versions if row.section.key == narrowed.section), None
        ),
        audience=None if member else Audience.PUBLIC,
    )
    labels = labels_of(session, statement.id)
    own = own_groups(actor, statement.id)
    asked = asked_about(session, statement.id, own)
    rows = list_sent(session, statement.id, wanted)
    return IndexPage(
        statement=slug,
        member=member,
        narrowed=narrowed,
        wishes=tuple(wish_of(row, statement, actor, labels, asked) for row in rows),
        groups=tuple((group.mark, group.name) for group in groups) if member else (),
        sections=tuple((row.section.key, row.title) for row in versions) if member else (),
    )


def group_id_of(groups: Sequence[Group], mark: str) -> int | None:
    """Return the number of the group of this mark."""
    return next((group.id for group in groups if group.mark == mark), None)
