"""Correcting a section: a typo or an import error, with a reason, as a version of its own."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.carry import CarriedAmendment, carry_pending
from drafting.actions.steps.deciding import check_final
from drafting.actions.steps.journal import Event, append_entry
from drafting.actions.steps.notices import mail_carried
from drafting.actions.steps.rounds import note_rounds
from drafting.actions.steps.sections import advance_section
from drafting.actions.steps.telling import fates
from drafting.errors import N_, BadInput, Stale, Unchanged
from drafting.rules.actors import Actor, Right
from drafting.rules.journal import EventKind, Words
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Section, SectionVersion, Statement
from drafting.store.models.sections import Source
from drafting.store.queries.sections import get_section, head_of
from drafting.store.queries.statements import get_statement, lock_statement
from drafting.text import Passage, from_field, read

LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class CorrectSection:
    """The section as it should read; `seen` is the version that was corrected.

    `words` are plain words, or Markdown when `formatted`.
    """

    statement: str
    section: str
    seen: int
    title: str
    words: str
    formatted: bool = False
    reason: str = ""


def correct_section(session: Session, actor: Actor, request: CorrectSection) -> SectionVersion:
    """Make the corrected version and carry what waits onto it.

    Before the first opening it is free editing, without a reason.
    Raises: Stale when the section has a newer version; Unchanged; BadInput without a reason.
    """
    statement = get_statement(session, request.statement)
    require(actor, Permission.DECIDE, Scope(statement.id))
    statement = lock_statement(session, statement.id)
    check_final(statement)
    note_rounds(session, statement, actor.at)
    section = get_section(session, statement.id, request.section)
    head = head_of(session, section)
    if head.number != request.seen:
        raise Stale
    passage = corrected(head, request)
    check_correction(statement, head, request, passage)
    opened = statement.opened_at is not None
    version = advance_section(
        session,
        statement,
        section,
        passage,
        request.title,
        source=Source.CORRECTION if opened else Source.EDIT,
        actor=actor,
        reason=request.reason,
    )
    carried = carry_pending(session, statement, actor, section=section)
    tell_correction(session, statement, actor, section, version, carried)
    mail_carried(session, statement, actor, carried)
    return version


def corrected(head: SectionVersion, request: CorrectSection) -> Passage:
    """Return the text as it was typed."""
    if request.formatted:
        return read(request.words)
    return from_field(read(head.markdown), request.words)


def check_correction(
    statement: Statement, head: SectionVersion, request: CorrectSection, passage: Passage
) -> None:
    """Ask for a change, a title and, once the text was open, a reason. Raises: Refused."""
    if passage == read(head.markdown) and request.title == head.title:
        raise Unchanged
    if not request.title:
        raise BadInput(N_("Give the section a title."), field="title")
    if len(request.title) > LONGEST_TITLE:
        raise BadInput(N_("Use a shorter title."), field="title")
    if statement.opened_at is not None and not request.reason:
        raise BadInput(N_("Say why, in one sentence. The group will read it."), field="reason")


def tell_correction(
    session: Session,
    statement: Statement,
    actor: Actor,
    section: Section,
    version: SectionVersion,
    carried: list[CarriedAmendment],
) -> None:
    """Append the one entry of a correction."""
    event = Event(
        kind=EventKind.CORRECTED,
        right=Right.DECIDE,
        public={"section": section.key},
        private={
            "version": version.number,
            "reason": Words(version.reason),
            "fates": fates(carried),
        },
    )
    append_entry(session, statement, actor, event)
