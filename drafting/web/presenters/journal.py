"""The record as people read it: what happened, in which order, each entry one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask_babel import get_locale

from drafting.rules.actors import Actor
from drafting.rules.labels import amendment_number
from drafting.rules.openings import may_open
from drafting.rules.permits import Permission, Scope, may, require
from drafting.store.models import Entry, Statement
from drafting.store.queries.editions import latest_edition
from drafting.store.queries.journal import list_entries, names_behind
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.journal_words import Line, line_of
from drafting.web.presenters.moments import day, moment

PAGE = 50
LABEL = re.compile(r"\b(A[1-9][0-9]*)\b")


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of a sentence; `number` is the amendment that it names, if it does."""

    words: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One entry: its number, its day or instant, a sentence, and for moderators whose hand.

    `at` is as recorded (ISO), `when` for people; an instant is told in the meeting's zone.
    """

    seq: int
    at: str
    when: str
    said: tuple[Said, ...]
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
        lines=tuple(record_line(entry, names, statement, actor) for entry in entries),
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


def record_line(
    entry: Entry, names: Mapping[int, str], statement: Statement, actor: Actor
) -> RecordLine:
    """Return one entry as a line."""
    public: Mapping[str, Any] = entry.public
    at = str(public.get("at", ""))
    return RecordLine(
        seq=entry.seq,
        at=at,
        when=when(at, statement, actor),
        said=tuple(said(line_of({"marks": marks_of(entry, statement, actor), **public}))),
        name=names.get(entry.id, ""),
    )


def marks_of(entry: Entry, statement: Statement, actor: Actor) -> Sequence[str]:
    """Return how a change came in, for those who may look into what the entry keeps private."""
    if entry.nonce is None or not may_open(actor, statement.id, entry.audience):
        return ()
    return tuple(map(str, (entry.private or {}).get("marks", ())))


def when(at: str, statement: Statement, actor: Actor) -> str:
    """Say a recorded day, or an instant in the meeting's zone."""
    if "T" in at:
        return moment(datetime.fromisoformat(at), actor.at, get_locale(), statement).words
    return day(date.fromisoformat(at), get_locale()).words


def said(line: Line) -> Iterator[Said]:
    """Cut a sentence at the amendments that it names, so that they can be links."""
    for words in LABEL.split(line.words):
        number = amendment_number(words)
        if words:
            yield Said(words, number if number in line.amendments else None)
