"""Adding to the journal, and keeping whose hand it was."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.rules.actors import Actor, Right
from drafting.rules.journal import FIRST_PREV, NONCE_BYTES, TIMED, EventKind, Json, Link, commit
from drafting.rules.lifecycle import Audience
from drafting.store.models import Amendment, Entry, Group, Hand, Round, Statement


@dataclass(frozen=True, slots=True)
class Event:
    """What is to be told: `public` for everybody and for ever, `private` behind a commitment.

    `group` is whose act it was; the last four are kept in columns, for the house itself.
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


def append_entry(session: Session, statement: Statement, actor: Actor, event: Event) -> Entry:
    """Append one entry under the statement's lock, and keep whose hand it was.

    The public part carries the day alone, but for opening, closing and publishing.
    """
    statement.last_entry += 1
    nonce = secrets.token_bytes(NONCE_BYTES)
    private = dict(event.private)
    told = moment(actor, event.kind, statement.zone)
    link = Link(
        seq=statement.last_entry,
        prev=last_hash(session, statement),
        public={"kind": event.kind.value, "at": told, **event.public},
        private=commit(nonce, private),
    )
    entry = Entry(
        statement_id=statement.id,
        seq=link.seq,
        prev=link.prev,
        hash=link.hash,
        public=dict(link.public),
        commitment=link.private,
        private=private,
        nonce=nonce,
        audience=event.audience,
        form=1,
        kind=event.kind.value,
        told_at=told,
        amendment_id=event.amendment.id if event.amendment else None,
        group_id=event.group.id if event.group else None,
        round_id=event.round.id if event.round else None,
        revision=event.revision,
    )
    session.add(entry)
    session.flush()
    keep_hand(
        session,
        statement,
        actor,
        event.right,
        act=event.kind.value,
        entry=entry,
        amendment=event.amendment,
    )
    return entry


def moment(actor: Actor, kind: EventKind, zone: str) -> str:
    """Write the day in the meeting's zone; where the kind is timed, the instant to the second."""
    if kind in TIMED:
        return actor.at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return actor.at.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d")


def last_hash(session: Session, statement: Statement) -> str:
    """Return the hash that the next entry follows."""
    found = session.scalar(
        select(Entry.hash)
        .where(Entry.statement_id == statement.id)
        .order_by(Entry.seq.desc())
        .limit(1)
    )
    return found or FIRST_PREV


def keep_hand(
    session: Session,
    statement: Statement,
    actor: Actor,
    right: Right,
    *,
    act: str,
    entry: Entry | None = None,
    amendment: Amendment | None = None,
) -> Hand:
    """Keep who did it, by which right; for acts outside the journal name the amendment."""
    hand = Hand(
        statement_id=statement.id,
        entry_id=entry.id if entry else None,
        amendment_id=amendment.id if amendment else None,
        act=act,
        person_id=actor.person_id,
        right=right,
        at=actor.at,
        nonce=secrets.token_bytes(NONCE_BYTES),
    )
    session.add(hand)
    return hand
