"""Taking the record of a statement away, so that anybody can check it without the site."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.snapshots import take_snapshot
from drafting.exchange.record import Record, RecordEntry, write_record
from drafting.rules.actors import Actor
from drafting.rules.journal import Link
from drafting.rules.openings import may_open
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Entry, Statement
from drafting.store.queries.editions import get_edition, list_editions
from drafting.store.queries.journal import chain_of
from drafting.store.queries.statements import get_statement


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """Whose record."""

    slug: str


def export_record(session: Session, actor: Actor, request: ExportRecord) -> bytes:
    """Return the whole chain, opened as far as this reader may see, with what was published.

    Raises: NotVisible before anything is published, but for members.
    """
    statement = get_statement(session, request.slug)
    editions = list_editions(session, statement.id)
    require(
        actor,
        Permission.SEE_EDITION if editions else Permission.SEE_STATEMENT,
        Scope(statement.id),
    )
    return write_record(
        Record(
            slug=statement.slug,
            title=statement.title,
            entries=[entry_of(one, actor, statement) for one in chain_of(session, statement.id)],
            editions=[
                take_snapshot(session, statement, edition, named=False)
                for one in reversed(editions)
                for edition in [get_edition(session, statement.id, one.number)]
            ],
        )
    )


def entry_of(entry: Entry, actor: Actor, statement: Statement) -> RecordEntry:
    """Return one link, its private part opened where the reader may look in."""
    link = Link(entry.seq, entry.prev, entry.public, entry.commitment)
    if entry.nonce is None or not may_open(actor, statement.id, entry.audience):
        return RecordEntry(link, entry.hash)
    return RecordEntry(link, entry.hash, entry.nonce.hex(), entry.private)
