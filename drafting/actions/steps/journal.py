"""Adding to the journal, and keeping whose hand it was."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from drafting.actions.steps.hands import hand_digest
from drafting.actions.steps.vouching import rows_to_tell, vouched_facts
from drafting.rules.actors import Actor, Right
from drafting.rules.journal import (
    FIRST_PREV,
    FORM_NOW,
    NONCE_BYTES,
    OPEN_KINDS,
    TIMED,
    EventKind,
    Json,
    Link,
    commit,
    digest_of_hashes,
    hidden,
)
from drafting.rules.lifecycle import Audience
from drafting.store.models import Amendment, Entry, Group, Hand, Round, Statement
from drafting.store.queries.journal import hashes_of, newest_entry

FOR_MEMBERS = frozenset({EventKind.DECIDED, EventKind.REOPENED, EventKind.PUBLISHED})
"""What members alone look into, though it may be told openly: it says what else moved."""


@dataclass(frozen=True, slots=True)
class Event:
    """What is to be told.

    `public` is told to everybody where the kind is open or the audience is the public, else to
    members alone, as `private` always is. Texts stand there as `Words`: the record keeps their
    salted digests. `group` is whose act it was; the last four are kept in columns too.
    """

    kind: EventKind
    right: Right
    public: Mapping[str, Json] = field(default_factory=dict)
    private: Mapping[str, Json] = field(default_factory=dict)
    amendment: Amendment | None = None
    audience: Audience = Audience.MEETING
    group: Group | None = None
    round: Round | None = None
    revision: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether everybody may know what happened."""
        return self.kind in OPEN_KINDS or self.audience is Audience.PUBLIC

    @property
    def opened_to(self) -> Audience:
        """Who may look into it."""
        return Audience.MEETING if self.kind in FOR_MEMBERS else self.audience


def append_entry(session: Session, statement: Statement, actor: Actor, event: Event) -> Entry:
    """Append one entry under the statement's lock, and keep whose hand it was.

    It vouches for every row that this transaction wrote until now. The first entry of the present
    form vouches for all that stands; where older ones stand before it, it says so.
    """
    newest = newest_entry(session, statement.id)
    if newest is not None and newest.form < FORM_NOW:
        return renew_and_append(session, statement, actor, event)
    return chain(session, statement, actor, event, newest, whole=newest is None)


def renew_and_append(session: Session, statement: Statement, actor: Actor, event: Event) -> Entry:
    """Close the older entries to who may not open them, then go on in the present form."""
    seq = statement.last_entry + 1
    facts: dict[str, Json] = {
        "closed_before": seq,
        "closed": digest_of_hashes(hashes_of(session, statement.id)),
    }
    renewed = Event(EventKind.RENEWED, event.right, facts)
    newest = newest_entry(session, statement.id)
    first = chain(session, statement, actor, renewed, newest, whole=True)
    return chain(session, statement, actor, event, first, whole=False)


def chain(
    session: Session,
    statement: Statement,
    actor: Actor,
    event: Event,
    newest: Entry | None,
    *,
    whole: bool,
) -> Entry:
    """Write one entry behind the newest."""
    statement.last_entry += 1
    seq = statement.last_entry
    hand = new_hand(statement, actor, event.right, act=event.kind.value)
    nonce, salt = (secrets.token_bytes(NONCE_BYTES) for _ in range(2))
    whole = whole and event.opened_to is Audience.MEETING
    own_rows = event.kind is not EventKind.RENEWED
    vouched = rows_to_tell(session, statement, seq, whole=whole, own_rows=own_rows)
    facts = {
        **private_facts(event, hand),
        **vouched_facts(session, vouched, salt, whole=whole),
    }
    words: dict[str, str] = {}
    private = {name: hidden(fact, salt, words) for name, fact in facts.items()}
    private["salt"] = salt.hex()
    link = Link(
        seq=seq,
        prev=newest.hash if newest is not None else FIRST_PREV,
        public=public_part(actor, event, statement.zone),
        private=commit(nonce, private),
    )
    entry = Entry(
        statement_id=statement.id,
        private=private,
        words=words,
        nonce=nonce,
        **columns_of_link(link),
        **kept_of(event),
    )
    session.add(entry)
    session.flush()
    hand.entry_id = entry.id
    hand.amendment_id = entry.amendment_id
    session.add(hand)
    session.flush()
    return entry


def columns_of_link(link: Link) -> dict[str, Any]:
    """Return the columns that hold a link of the chain."""
    return {
        "seq": link.seq,
        "prev": link.prev,
        "hash": link.hash,
        "public": dict(link.public),
        "commitment": link.private,
        "told_at": str(link.public["at"]),
    }


def kept_of(event: Event) -> dict[str, Any]:
    """Return the columns in which the house keeps what it needs of an entry."""
    return {
        "form": FORM_NOW,
        "kind": event.kind.value,
        "audience": event.opened_to,
        **columns_of(event),
    }


def public_part(actor: Actor, event: Event, zone: str) -> dict[str, Json]:
    """Return what everybody may read for ever: of what is for the meeting, the day alone."""
    at = moment(actor, event.kind, zone)
    if not event.is_open:
        return {"v": FORM_NOW, "kind": EventKind.MEETING.value, "at": at}
    return {"v": FORM_NOW, "kind": event.kind.value, "at": at, **event.public}


def private_facts(event: Event, hand: Hand) -> dict[str, Json]:
    """Return what members may open: the act, its facts, its columns, and whose hand, sealed."""
    return {
        "act": event.kind.value,
        **event.public,
        **event.private,
        "kept": {"audience": event.opened_to.value, **columns_of(event)},
        "hand": hand_digest(hand),
    }


def columns_of(event: Event) -> dict[str, int | None]:
    """Return the columns in which an entry keeps what the house needs of it."""
    return {
        "amendment_id": event.amendment.id if event.amendment else None,
        "group_id": event.group.id if event.group else None,
        "round_id": event.round.id if event.round else None,
        "revision": event.revision,
    }


def moment(actor: Actor, kind: EventKind, zone: str) -> str:
    """Write the day in the meeting's zone; where the kind is timed, the instant to the second."""
    if kind in TIMED:
        return actor.at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return actor.at.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d")


def new_hand(statement: Statement, actor: Actor, right: Right, *, act: str) -> Hand:
    """Make the row that says who did it, by which right."""
    return Hand(
        statement_id=statement.id,
        act=act,
        person_id=actor.person_id,
        right=right,
        at=actor.at,
        nonce=secrets.token_bytes(NONCE_BYTES),
    )


def keep_hand(
    session: Session,
    statement: Statement,
    actor: Actor,
    right: Right,
    *,
    act: str,
    amendment: Amendment,
) -> Hand:
    """Keep who did what is in no journal, as *ready* is."""
    hand = new_hand(statement, actor, right, act=act)
    hand.amendment_id = amendment.id
    session.add(hand)
    return hand
