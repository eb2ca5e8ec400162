"""The record as people read it: what happened, in which order, each entry one sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, may, require
from drafting.store.models import Entry, Statement
from drafting.store.queries.editions import latest_edition
from drafting.store.queries.journal import list_entries, names_behind
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.journal_words import Line, line_of

PAGE = 50


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One entry: its number, its day or instant, a sentence, and for moderators whose hand."""

    seq: int
    at: str
    line: Line
    name: str = ""


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A stretch of the record, the newest first; `older` is where the next stretch begins."""

    slug: str
    lines: tuple[RecordLine, ...]
    head: str
    older: int | None
    member: bool


def show_record(session: Session, actor: Actor, slug: str, before: int | None) -> RecordPage:
    """Show the record to everybody once a draft is published, to members before."""
    statement = get_statement(session, slug)
    if not latest_edition(session, statement.id):
        require(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    require(actor, Permission.SEE_EDITION, Scope(statement.id))
    entries = list_entries(session, statement.id, before=before, most=PAGE)
    names = names_for(session, actor, statement, entries)
    return RecordPage(
        slug=slug,
        lines=tuple(record_line(entry, names) for entry in entries),
        head=head_of(session, statement),
        older=entries[-1].seq if entries and entries[-1].seq > 1 else None,
        member=may(actor, Permission.SEE_STATEMENT, Scope(statement.id)),
    )


def head_of(session: Session, statement: Statement) -> str:
    """Return the hash of the newest entry, by which a file of the record can be compared."""
    newest = list_entries(session, statement.id, most=1)
    return newest[0].hash if newest else ""


def names_for(
    session: Session, actor: Actor, statement: Statement, entries: Sequence[Entry]
) -> Mapping[int, str]:
    """Return whose hand each entry was, for moderators alone."""
    if not may(actor, Permission.DECIDE, Scope(statement.id)):
        return {}
    return names_behind(session, [entry.id for entry in entries])


def record_line(entry: Entry, names: Mapping[int, str]) -> RecordLine:
    """Return one entry as a line."""
    public: Mapping[str, Any] = entry.public
    return RecordLine(
        entry.seq, str(public.get("at", "")), line_of(public), names.get(entry.id, "")
    )
