"""The record as people read it: what happened, in which order, each entry one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from flask_babel import get_locale

from drafting.rules.actors import Actor
from drafting.rules.journal import FORM_NOW, EventKind, tells_openly
from drafting.rules.labels import amendment_number, spoken_head
from drafting.rules.openings import may_open
from drafting.rules.permits import Permission, Scope, may, require
from drafting.store.models import Entry, Statement
from drafting.store.queries.editions import latest_edition
from drafting.store.queries.journal import list_entries, names_behind
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.web.presenters.journal_words import Line, Public, line_of
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

    `at` is as recorded (ISO), `when` for people; an instant is told in the meeting's zone. One that
    `folds` stands for all that follow it down to `last`: they say the same.
    """

    seq: int
    at: str
    when: str
    said: tuple[Said, ...]
    name: str = ""
    folds: bool = False
    last: int | None = None


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A stretch of the record, the newest first; `older` is where the next stretch begins."""

    slug: str
    lines: tuple[RecordLine, ...]
    head: str
    spoken: str
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
    lines = [record_line(entry, names, statement, actor) for entry in entries]
    head = head_of(session, statement)
    return RecordPage(
        slug=slug,
        lines=tuple(folded(lines)),
        head=head,
        spoken=spoken_head(head) if head else "",
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
    told = told_to(entry, statement, actor)
    return RecordLine(
        seq=entry.seq,
        at=entry.told_at,
        when=when(entry.told_at, statement, actor),
        said=tuple(said(line_of(told))),
        name=names.get(entry.id, ""),
        folds=told["kind"] == EventKind.MEETING,
    )


def told_to(entry: Entry, statement: Statement, actor: Actor) -> Public:
    """Return what an entry tells this reader: all of it, what everybody may know, or the day."""
    opened = entry.private if may_open(actor, statement.id, entry.audience) else None
    member = may(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    if entry.form >= FORM_NOW:
        return {"kind": entry.kind, **opened} if opened else entry.public
    marks = {"marks": (opened or {}).get("marks", ())}
    if member or opened or tells_openly(entry.form, entry.kind, entry.public):
        return {**marks, **entry.public}
    return {"kind": EventKind.MEETING.value}


def folded(lines: Sequence[RecordLine]) -> Iterator[RecordLine]:
    """Make one line of all that say the same meeting sentence in a row, on one day."""
    for _same, run in groupby(lines, key=lambda line: (line.folds or line.seq, line.at)):
        first, *rest = run
        yield replace(first, last=rest[-1].seq) if rest else first


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
