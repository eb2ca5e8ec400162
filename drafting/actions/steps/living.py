"""Checking the living rows against the record: each row that pages show is the one told last."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from drafting.actions.steps.carry import Shelf, carried_values
from drafting.actions.steps.hands import hand_digest
from drafting.actions.steps.records import record_of
from drafting.actions.steps.rownames import told_name
from drafting.actions.steps.seals import name_of, plain, seal
from drafting.errors import DraftingError
from drafting.exchange.readers.record import verify
from drafting.exchange.record import write_record
from drafting.rules.journal import FORM_NOW
from drafting.store.base import Base
from drafting.store.models import CarriedPart, Entry, Hand, Statement
from drafting.store.queries.amendments import latest, pending
from drafting.store.queries.journal import chain_of, hands_of
from drafting.store.queries.journal_rows import is_unspoken, list_covered
from drafting.store.touched import written_in

BROKEN = (AttributeError, LookupError, TypeError, ValueError, DraftingError)
"""What rows that were damaged end in, where they are put together."""

KEPT = ("audience", "amendment_id", "group_id", "round_id", "revision")


@dataclass(frozen=True, slots=True)
class Seal:
    """What the record said last of a row, under which salt, in which entry."""

    digest: str
    salt: bytes
    seq: int


def differences(session: Session, statement: Statement) -> Iterator[str]:
    """Name what is not as the record tells it: row by row, then the record's own chain.

    Only reads; what is pending in the session is written first.
    """
    session.flush()
    for name, find in CHECKS:
        try:
            yield from find(session, statement)
        except BROKEN as error:
            yield f"{name} cannot be read from the rows ({type(error).__name__})."


def chain_differences(session: Session, statement: Statement) -> Iterator[str]:
    """Check the record itself, opened whole, with every published draft.

    A draft that no entry tells of, as tests make one, is a row like any.
    """
    record = record_of(session, statement, lambda _audience: True)
    told = [one for one in record.editions if one.record]
    yield from verify(write_record(replace(record, editions=told))).faults


def entry_differences(session: Session, statement: Statement) -> Iterator[str]:
    """Check the columns of each entry, and whose hand it was, against what it tells."""
    entries = chain_of(session, statement.id)
    hands = hands_of(session, statement.id)
    if statement.last_entry != len(entries):
        yield "The number of the last entry differs."
    for entry in entries:
        if entry.form != entry.public.get("v", 1):
            yield f"Entry {entry.seq} is kept as one of another form."
        if entry.form < FORM_NOW or entry.private is None:
            continue
        kept = {name: plain(getattr(entry, name)) for name in KEPT}
        heads = (entry.kind, entry.told_at)
        if kept != entry.private["kept"] or heads != (entry.private["act"], entry.public["at"]):
            yield f"Entry {entry.seq}: the house keeps something else than it tells."
        yield from hand_differences(entry, hands.get(entry.id))


def hand_differences(entry: Entry, hand: Hand | None) -> Iterator[str]:
    """Check whose hand an entry was; one that was erased says nothing any more."""
    if hand is None:
        yield f"Whose hand entry {entry.seq} was is missing."
    elif hand.nonce is None:
        if (hand.person_id, hand.right, hand.at) != (None, None, None):
            yield f"Whose hand entry {entry.seq} was differs."
    elif entry.private is not None and hand_digest(hand) != entry.private["hand"]:
        yield f"Whose hand entry {entry.seq} was differs."


def row_differences(session: Session, statement: Statement) -> Iterator[str]:
    """Name each row that is not the one told last, was never told, or is gone.

    What this very act has written is told by its own entry, which is still to come.
    """
    entries = chain_of(session, statement.id)
    told, covers_all = seals_of(entries)
    seqs: dict[int | None, int] = {entry.id: entry.seq for entry in entries}
    own = written_in(session)
    for row in list_covered(session, statement.id):
        last = told.pop(name_of(row), None)
        if id(row) in own:
            continue
        if last is None:
            if covers_all and not is_unspoken(row):
                yield f"{told_name(session, row)} is not in the record."
        elif not fits(row, last, seqs):
            yield f"{told_name(session, row)} differs from entry {last.seq}."
    for name, last in told.items():
        yield f"A row that entry {last.seq} tells of is missing ({name})."


def seals_of(entries: Sequence[Entry]) -> tuple[dict[str, Seal], bool]:
    """Return what was said last of each row, and whether every row was told of."""
    told: dict[str, Seal] = {}
    covers_all = False
    for entry in entries:
        if entry.form < FORM_NOW or entry.private is None:
            continue
        salt = bytes.fromhex(entry.private["salt"])
        rows: Mapping[str, str] = entry.private["rows"]
        told |= {name: Seal(digest, salt, entry.seq) for name, digest in rows.items()}
        covers_all = covers_all or entry.private.get("whole", False)
    return told, covers_all


def fits(row: Base, last: Seal, seqs: Mapping[int | None, int]) -> bool:
    """Say whether a row is what was told of it."""
    try:
        return seal(row, last.salt, seqs) == last.digest
    except ValueError:
        return False


def carried_differences(session: Session, statement: Statement) -> Iterator[str]:
    """Carry all that waits anew, and name what is kept otherwise."""
    shelf = Shelf(session, statement.id)
    for amendment in pending(session, statement.id):
        for part in latest(amendment).parts:
            kept = part.carried
            if kept is None or held(kept) != carried_values(shelf, part):
                yield f"A{amendment.number} as carried onto the present text differs."


def held(carried: CarriedPart) -> Mapping[str, object]:
    """Return what is kept of a part as it was carried."""
    names = ("section_version_id", "outline_id", "markdown", "outline_keys", "changes", "fates")
    return {name: getattr(carried, name) for name in names}


CHECKS: tuple[tuple[str, Callable[[Session, Statement], Iterator[str]]], ...] = (
    ("What each entry vouches for", row_differences),
    ("What is kept of entries", entry_differences),
    ("The record", chain_differences),
    ("What waits", carried_differences),
)
