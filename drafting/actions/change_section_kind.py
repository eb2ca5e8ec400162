"""Saying whether changes to a section are welcome, and whether it stands in the final text."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.deciding import check_final
from drafting.actions.steps.journal import Event, append_entry
from drafting.actions.steps.rounds import note_rounds
from drafting.errors import Unchanged
from drafting.rules.actors import Actor, Right
from drafting.rules.journal import EventKind
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Section
from drafting.store.models.sections import SectionKind
from drafting.store.queries.sections import get_section
from drafting.store.queries.statements import get_statement, lock_statement


@dataclass(frozen=True, slots=True)
class ChangeSectionKind:
    """Which section, and what it is from now on."""

    statement: str
    section: str
    kind: SectionKind


def change_section_kind(session: Session, actor: Actor, request: ChangeSectionKind) -> Section:
    """Make a section text, locked or frame; what waits in it still waits.

    Raises: Unchanged when it is that already; Refused after the Final.
    """
    statement = get_statement(session, request.statement)
    require(actor, Permission.DECIDE, Scope(statement.id))
    statement = lock_statement(session, statement.id)
    check_final(statement)
    note_rounds(session, statement, actor.at)
    section = get_section(session, statement.id, request.section)
    if section.kind is request.kind:
        raise Unchanged
    was, section.kind = section.kind, request.kind
    event = Event(
        kind=EventKind.SECTION_CHANGED,
        right=Right.DECIDE,
        public={"section": section.key, "from": was.value, "to": request.kind.value},
    )
    append_entry(session, statement, actor, event)
    return section
