"""Reading the journal, and the hands behind it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.rules.journal import EventKind
from drafting.store.models import Edition, Entry, Group, Hand, Person


def list_entries(
    session: Session, statement_id: int, *, before: int | None = None, most: int | None = None
) -> Sequence[Entry]:
    """Return entries, the newest first, those before a number where one is given."""
    query = select(Entry).where(Entry.statement_id == statement_id).order_by(Entry.seq.desc())
    if before is not None:
        query = query.where(Entry.seq < before)
    return session.scalars(query.limit(most) if most else query).all()


def chain_of(session: Session, statement_id: int) -> Sequence[Entry]:
    """Return the whole chain, from its first entry."""
    return session.scalars(
        select(Entry).where(Entry.statement_id == statement_id).order_by(Entry.seq)
    ).all()


def newest_entry(session: Session, statement_id: int) -> Entry | None:
    """Return the last entry, None before the first."""
    return next(iter(list_entries(session, statement_id, most=1)), None)


def hashes_of(session: Session, statement_id: int) -> Sequence[str]:
    """Return the hash of each entry, in order."""
    return session.scalars(
        select(Entry.hash).where(Entry.statement_id == statement_id).order_by(Entry.seq)
    ).all()


def seqs_of(session: Session, statement_id: int) -> Mapping[int | None, int]:
    """Return the number of each entry by its row."""
    asked = select(Entry.id, Entry.seq).where(Entry.statement_id == statement_id)
    return {row.id: row.seq for row in session.execute(asked)}


@dataclass(frozen=True, slots=True)
class LastAct:
    """The last act of a group on an amendment: what it was, and the revision that stood then."""

    kind: str
    revision: int


def told_before(session: Session, edition: Edition) -> Mapping[int, LastAct]:
    """Return the last act of a group on each amendment before a draft.

    A mere answer to a question is none: after it an amendment stands as it stood.
    """
    rows = session.execute(
        select(Entry.amendment_id, Entry.kind, Entry.revision)
        .where(Entry.statement_id == edition.statement_id, Entry.amendment_id.is_not(None))
        .where(Entry.kind != EventKind.ANSWERED)
        .where(Entry.id < (edition.entry_id or 0))
        .order_by(Entry.seq)
    )
    return {
        number: LastAct(kind, revision)
        for number, kind, revision in rows
        if number is not None and revision is not None
    }


@dataclass(frozen=True, slots=True)
class Joining:
    """A group, by the name that the public knows, joined the words of a revision or left them."""

    entry_id: int
    amendment_id: int
    group: str
    revision: int
    holds: bool


def joins_of(session: Session, amendment_ids: Collection[int]) -> Sequence[Joining]:
    """Return which groups joined or left these amendments, in order."""
    rows = session.execute(
        select(Entry.id, Entry.amendment_id, Group.public_name, Entry.revision, Entry.kind)
        .join(Group, Group.id == Entry.group_id)
        .where(Entry.amendment_id.in_(amendment_ids))
        .where(Entry.kind.in_((EventKind.JOINED, EventKind.LEFT)))
        .order_by(Entry.seq)
    )
    return [
        Joining(entry_id, amendment_id, name, revision, kind == EventKind.JOINED)
        for entry_id, amendment_id, name, revision, kind in rows
        if amendment_id is not None and revision is not None
    ]


def hash_of_sending(session: Session, amendment_id: int) -> str:
    """Return the hash of the entry that tells of the standing words of an amendment."""
    asked = select(Entry.hash).where(
        Entry.amendment_id == amendment_id,
        Entry.kind.in_((EventKind.SUBMITTED, EventKind.REVISED)),
    )
    return session.scalar(asked.order_by(Entry.seq.desc()).limit(1)) or ""


def hash_of(session: Session, entry_id: int | None) -> str:
    """Return the hash of one entry, empty where there is none."""
    return session.scalar(select(Entry.hash).where(Entry.id == entry_id)) or ""


def acted(session: Session, person_id: int | None, entry_ids: Collection[int | None]) -> bool:
    """Say whether one person is behind all of these entries."""
    own = session.scalars(
        select(Hand.entry_id).where(Hand.person_id == person_id, Hand.entry_id.in_(entry_ids))
    )
    return person_id is not None and set(own) == set(entry_ids) != set()


def hands_of(session: Session, statement_id: int) -> Mapping[int, Hand]:
    """Return whose hand each entry was, by the entry's row."""
    rows = session.scalars(
        select(Hand).where(Hand.statement_id == statement_id, Hand.entry_id.is_not(None))
    )
    return {row.entry_id: row for row in rows if row.entry_id is not None}


def names_behind(session: Session, entry_ids: Collection[int]) -> dict[int, str]:
    """Return the name of the person behind each entry, where it was not erased."""
    rows = session.execute(
        select(Hand.entry_id, Person.name)
        .join(Person, Person.id == Hand.person_id)
        .where(Hand.entry_id.in_(entry_ids))
    )
    return {entry_id: name for entry_id, name in rows if entry_id is not None}
