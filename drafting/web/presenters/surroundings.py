"""The frame around a page: which doors this reader has, what is open, what waits for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import get_locale

from drafting.errors import NotVisible
from drafting.rules.actors import GROUP_RIGHTS, Actor, Right
from drafting.rules.permits import Permission, Scope, may
from drafting.rules.rounds import Door as RoundDoor
from drafting.store.models import Statement
from drafting.store.queries.amendments import count_asked_to_join, count_pending, count_ready
from drafting.store.queries.editions import latest_edition
from drafting.store.queries.groups import groups_by_id, groups_without_sender
from drafting.store.queries.questions import answers_read_at, count_new_answers, count_open
from drafting.store.queries.rounds import door_now
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.amendments import GroupMark, group_mark_of
from drafting.web.presenters.chrome import Chrome, StatementHead, doors_for
from drafting.web.presenters.grants import rights_line
from drafting.web.presenters.moments import Moment, moment
from drafting.web.presenters.surroundings_steps import next_step

ENDPOINTS: Mapping[str, str] = {
    "text": "statements.text",
    "changes": "amendments.mine",
    "answers": "questions.inbox",
    "group": "groups.mine",
    "desk": "decisions.queue",
    "publish": "editions.publish",
    "people": "people.index",
    "compare": "editions.index",
    "who": "statements.who",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the request says; `address` makes addresses from endpoints."""

    slug: str | None
    endpoint: str
    edition: int | None
    person: str | None
    keeper: str
    demo: bool
    mails: bool
    address: Callable[..., str]


def show_surroundings(session: Session, actor: Actor, asked: Asked) -> Chrome:
    """Make the frame; a statement that the reader may not see leaves no trace in it."""
    statement = visible_statement(session, actor, asked.slug)
    if statement is None:
        groups = marks_of_reader(session, actor)
        return Chrome(site_url=site_url(actor, asked), groups=groups, **person_parts(asked))
    counts = waiting(session, actor, statement)
    state = door_now(session, statement, actor.at)
    here = page_of(session, statement, asked)
    words, place = next_step(session, actor, statement, state, counts, here)
    return Chrome(
        statement=head_of_bar(statement, asked),
        doors=doors_for(
            rights_in(actor, statement) + ["send"] * ("group" in counts),
            lambda name: door_address(
                session, statement, asked, endpoint_of(actor, statement, name)
            ),
            current_door(asked.endpoint),
            counts,
            final=statement.final_at is not None,
        ),
        record_url=asked.address("journal.index", statement=statement.slug),
        groups=marks_of_reader(session, actor, statement),
        published_url=asked.address("editions.index", statement=statement.slug),
        site_url=site_url(actor, asked),
        **members_parts(session, actor, statement, asked),
        working=statement.final_at is None,
        session_state=state.state.value if statement.opened_at or statement.final_at else None,
        deadline=deadline(state, actor, statement),
        next_step=words or None,
        next_step_url=place and door_address(session, statement, asked, place),
        **person_parts(asked),
    )


def visible_statement(session: Session, actor: Actor, slug: str | None) -> Statement | None:
    """Return the statement of the address if this reader may know of it."""
    if slug is None:
        return None
    try:
        statement = get_statement(session, slug)
    except NotVisible:
        return None
    if may(actor, Permission.SEE_STATEMENT, Scope(statement.id)):
        return statement
    return statement if latest_edition(session, statement.id) else None


def site_url(actor: Actor, asked: Asked) -> str | None:
    """Return where the administrator keeps people and mails of the whole site."""
    return asked.address("people.site") if actor.administrator else None


def members_parts(
    session: Session, actor: Actor, statement: Statement, asked: Asked
) -> dict[str, Any]:
    """Return what only the meeting has: the line of one's rights, and more addresses."""
    if not may(actor, Permission.SEE_STATEMENT, Scope(statement.id)):
        return {}
    return {
        "person_line": rights_line(session, actor, statement) or None,
        "changes_url": asked.address("amendments.index", statement=statement.slug),
        "sessions_url": asked.address("rounds.index", statement=statement.slug),
    }


def marks_of_reader(
    session: Session, actor: Actor, statement: Statement | None = None
) -> tuple[GroupMark, ...]:
    """Return the marks of the groups for which the reader writes or sends, here or anywhere."""
    ids = {
        held.group_id
        for held in actor.holdings
        if held.right in GROUP_RIGHTS
        and held.group_id is not None
        and (statement is None or held.statement_id == statement.id)
    }
    return tuple(group_mark_of(group) for group in groups_by_id(session, ids))


def person_parts(asked: Asked) -> dict[str, Any]:
    """Return what the frame says of the person and the site."""
    signed_in = asked.person is not None
    return {
        "person": asked.person,
        "person_url": asked.address("sign_ins.me") if signed_in else None,
        "leave_url": asked.address("sign_ins.leave") if signed_in else None,
        "sign_in_url": None if signed_in else asked.address("sign_ins.show_sign_in"),
        "home_url": asked.address("statements.home"),
        "help_url": asked.address("help.index"),
        "demo": asked.demo,
        "keeper": asked.keeper,
        "mails": asked.mails,
    }


def door_address(session: Session, statement: Statement, asked: Asked, endpoint: str) -> str:
    """Return where a door leads; that to a published draft leads to the newest."""
    edition = latest_edition(session, statement.id) if endpoint == "editions.show" else None
    if edition is None:
        return asked.address(endpoint, statement=statement.slug)
    return asked.address(endpoint, statement=statement.slug, edition=edition.number)


def endpoint_of(actor: Actor, statement: Statement, name: str) -> str:
    """Return the endpoint of a door; behind *Text* the public finds a published draft."""
    if name == "text" and not may(actor, Permission.SEE_STATEMENT, Scope(statement.id)):
        return "editions.show"
    return ENDPOINTS[name]


def head_of_bar(statement: Statement, asked: Asked) -> StatementHead:
    """Return the name of the statement, with its language."""
    return StatementHead(
        title=statement.title,
        url=asked.address("statements.show", statement=statement.slug),
        language=statement.language,
        slug=statement.slug,
        zone=statement.zone,
    )


def rights_in(actor: Actor, statement: Statement) -> list[str]:
    """Return the names of the rights that this person holds here."""
    rights = {held.right.value for held in actor.holdings if held.statement_id == statement.id}
    if actor.administrator:
        rights.add(Right.ADMINISTER.value)
    return sorted(rights)


def page_of(session: Session, statement: Statement, asked: Asked) -> str:
    """Return the endpoint of the page; none where an older published draft is shown."""
    newest = latest_edition(session, statement.id) if asked.edition is not None else None
    return "" if newest is not None and asked.edition != newest.number else asked.endpoint


def own_groups(actor: Actor, statement: Statement) -> set[int]:
    """Return the groups for which this person writes or sends."""
    return {group for right in GROUP_RIGHTS for group in actor.groups(right, statement.id)}


def waiting(session: Session, actor: Actor, statement: Statement) -> dict[str, int]:
    """Count what waits behind each door; after the Final only answers do, to be read."""
    groups = own_groups(actor, statement)
    sending = sending_groups(session, actor, statement)
    counts = {}
    if groups:
        read_at = answers_read_at(session, statement.id, actor.person_id)
        counts["questions"] = count_open(session, statement.id, groups)
        counts["news"] = count_new_answers(session, statement.id, groups, read_at)
        counts["answers"] = counts["questions"] + counts["news"]
    if statement.final_at is not None:
        return counts
    if sending:
        counts["group"] = count_for_senders(session, statement, sending)
    if may(actor, Permission.DECIDE, Scope(statement.id)):
        counts["desk"] = count_pending(session, statement.id)
        counts["people"] = len(groups_without_sender(session, statement.id))
    return counts


def sending_groups(session: Session, actor: Actor, statement: Statement) -> set[int]:
    """Return the groups for which this person may send: also a writer, where no sender is left."""
    sending = set(actor.groups(Right.SEND, statement.id))
    writing = set(actor.groups(Right.WRITE, statement.id)) - sending
    if writing:
        sending |= writing & {group.id for group in groups_without_sender(session, statement.id)}
    return sending


def count_for_senders(session: Session, statement: Statement, groups: set[int]) -> int:
    """Count the rows of *My group*: what is ready, what to join, what is asked."""
    return sum(
        count(session, statement.id, groups)
        for count in (count_ready, count_asked_to_join, count_open)
    )


def current_door(endpoint: str) -> str | None:
    """Return the door behind which the present page lies."""
    return next((name for name, place in ENDPOINTS.items() if place == endpoint), None)


def deadline(state: RoundDoor, actor: Actor, statement: Statement) -> Moment | None:
    """Say until when the present state lasts, or since when the text is final."""
    turn = statement.final_at or state.until
    if turn is None:
        return None
    return moment(turn, actor.at, get_locale(), statement)
