"""Making the record of a statement, opened as far as somebody may see."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy.orm import Session

from drafting.actions.steps.snapshots import take_snapshot
from drafting.exchange.record import Record, RecordEntry
from drafting.rules.journal import FORM_NOW, Link, tells_openly
from drafting.rules.lifecycle import Audience
from drafting.store.models import Entry, Statement
from drafting.store.queries.editions import get_edition, list_editions
from drafting.store.queries.journal import chain_of

Opens = Callable[[Audience], bool]
"""Says whether a reader may look into what was told to an audience."""


def record_of(session: Session, statement: Statement, opens: Opens) -> Record:
    """Return the whole chain, with what was published."""
    return Record(
        slug=statement.slug,
        title=statement.title,
        entries=[entry_of(one, opens) for one in chain_of(session, statement.id)],
        editions=[
            take_snapshot(session, statement, edition, named=False)
            for one in reversed(list_editions(session, statement.id))
            for edition in [get_edition(session, statement.id, one.number)]
        ],
    )


def entry_of(entry: Entry, opens: Opens) -> RecordEntry:
    """Return one link, opened where the reader may look in.

    Of the older form its place alone, where it names what the reader may not know.
    """
    link = Link(entry.seq, entry.prev, entry.public, entry.commitment)
    if not opens(entry.audience) or entry.nonce is None:
        return RecordEntry(link, entry.hash, closed=is_closed_to(entry, opens))
    words = None if entry.form < FORM_NOW else entry.words or {}
    return RecordEntry(link, entry.hash, entry.nonce.hex(), entry.private, words)


def is_closed_to(entry: Entry, opens: Opens) -> bool:
    """Say whether a reader may know of an entry that it is there, and nothing else."""
    if entry.form >= FORM_NOW or opens(Audience.MEETING):
        return False
    return not tells_openly(entry.form, entry.kind, entry.public)
