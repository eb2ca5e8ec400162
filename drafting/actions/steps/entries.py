"""What the journal tells of an act on an amendment: in the open, and behind a commitment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from drafting.actions.steps.journal import Event, append_entry
from drafting.actions.steps.parts import changes_of
from drafting.actions.steps.rounds import note_rounds
from drafting.rules.actors import Actor, Right
from drafting.rules.journal import EventKind, Json, Words
from drafting.rules.labels import amendment_label
from drafting.store.models import Amendment, AmendmentPart, AmendmentRevision, Group, Statement
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import latest
from drafting.store.touched import touch

TOLD = ("letter", "kind", "start", "end", "to", "before", "after")
PLACES = ("start", "end", "to")
WRITING = frozenset({EventKind.SUBMITTED, EventKind.REVISED})


def tell(
    session: Session,
    statement: Statement,
    actor: Actor,
    amendment: Amendment,
    kind: EventKind,
    right: Right,
    group: Group | None = None,
) -> None:
    """Journal an act on an amendment, its words behind a commitment.

    `group` is the one that acts, the proposing one by default. What the clock did to sessions
    since the last entry is told first.
    """
    note_rounds(session, statement, actor.at)
    revision = latest(amendment)
    acting = group or amendment.group
    private: dict[str, Json] = {
        "heading": Words(revision.heading),
        "why": Words(revision.reason),
        "words": words_asked(revision),
    }
    if kind is EventKind.SUBMITTED:
        private["marks"] = marks_of(amendment, actor, statement)
    if kind in WRITING:
        touch_all(session, amendment, revision)
    event = Event(
        kind,
        right,
        {
            "amendment": amendment_label(amendment.number or 0),
            "group": acting.public_name,
            "revision": amendment.revision,
        },
        private,
        amendment,
        amendment.audience,
        group=acting,
        revision=amendment.revision,
    )
    append_entry(session, statement, actor, event)


def touch_all(session: Session, amendment: Amendment, revision: AmendmentRevision) -> None:
    """Let the record vouch for what was kept as a draft before it was sent."""
    for row in (amendment, revision, *revision.parts, *amendment.sponsors):
        touch(session, row)


def marks_of(amendment: Amendment, actor: Actor, statement: Statement) -> list[Json]:
    """Say how an amendment came in, where that is out of the ordinary."""
    by_moderators = amendment.entered and actor.holds(Right.DECIDE, statement.id)
    facts = (
        (amendment.entered, "entered by moderators" if by_moderators else "entered"),
        (amendment.late, "late"),
        (amendment.sent_by_writer, "sent by a writer"),
    )
    return [words for holds, words in facts if holds]


def words_asked(revision: AmendmentRevision) -> list[Json]:
    """Return all that a revision asks, as plain values: its changes, never the text around them.

    What is around them is working text, and these words may be opened to the public. Words come
    as salted digests, so that each can be withheld alone.
    """
    return [
        {
            "kind": part.kind.value,
            "section": part.section.key if part.section else part.section_key,
            "base": base_number(part),
            "title": None if part.title is None else Words(part.title),
            "markdown": added_words(part),
            "changes": [change_asked(change) for change in changes_of(part)],
            "order": part.outline_keys,
        }
        for part in revision.parts
    ]


def added_words(part: AmendmentPart) -> Words | None:
    """Return the words of a section that is added; of a text its changes say all."""
    return None if part.kind is PartKind.TEXT or part.markdown is None else Words(part.markdown)


def change_asked(change: Mapping[str, Any]) -> Mapping[str, Json]:
    """Return one packed change: its letter, its words before and after, its place in the base.

    Places are code points of the base's Markdown. The database keeps the break of a first block
    before its words, at -1, to tell the two apart; who reads the record cuts the text at 0.
    """
    told = {name: change[name] for name in TOLD if name in change}
    places = {name: max(int(told[name]), 0) for name in PLACES if name in told}
    return told | places | {name: Words(told[name]) for name in ("before", "after") if name in told}


def base_number(part: AmendmentPart) -> int:
    """Return the number of the version that a part was written on."""
    base = part.section_version or part.outline
    assert base is not None
    return base.number
