"""Saving a text that was brought in: the Zero draft, every section version 1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from drafting.actions.steps.editions import freeze_edition
from drafting.actions.steps.intakes import keep_step, source_of, split_of
from drafting.actions.steps.journal import Event, append_entry
from drafting.actions.steps.keys import fresh_keys
from drafting.actions.steps.rounds import note_rounds
from drafting.actions.steps.sections import add_version
from drafting.errors import N_, Refused
from drafting.exchange.intake import PlannedSection, account
from drafting.exchange.intake.arrange import Arrangement
from drafting.exchange.intake.digest import source_digest
from drafting.exchange.intake.marking import to_markdown
from drafting.exchange.readers import Source as SourceText
from drafting.rules.actors import Actor, Right
from drafting.rules.journal import EventKind
from drafting.rules.permits import Permission, Scope, require
from drafting.store.models import Edition, Intake, Outline, Section, SectionVersion, Statement
from drafting.store.models.sections import SectionKind, Source
from drafting.store.queries.intakes import get_intake
from drafting.store.queries.statements import get_statement, lock_statement
from drafting.text import read


@dataclass(frozen=True, slots=True)
class SaveIntake:
    """Save the split that the page showed (`cursor`), with the titles and kinds as typed."""

    slug: str
    cursor: int
    wanted: Arrangement


def save_intake(session: Session, actor: Actor, request: SaveIntake) -> Edition:
    """Make sections, outline and the Zero draft, and journal them.

    Raises: Stale when the page showed another split; Refused when nothing is kept, or when a
    word of the source would be lost or doubled.
    """
    statement = get_statement(session, request.slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    statement = lock_statement(session, statement.id)
    note_rounds(session, statement, actor.at)
    intake = get_intake(session, statement.id)
    keep_step(intake, request.cursor, request.wanted)
    source = source_of(intake)
    planned = checked(intake, source)
    versions = [add_section(session, statement, actor, source, one) for one in planned]
    outline = Outline(
        statement_id=statement.id,
        number=1,
        keys=[version.section.key for version in versions],
        source=Source.IMPORT,
        at=actor.at,
    )
    session.add(outline)
    session.flush()
    tell_import(session, statement, actor, source)
    intake.saved_at = actor.at
    return freeze_edition(session, statement, actor, (outline, versions))


def checked(intake: Intake, source: SourceText) -> tuple[PlannedSection, ...]:
    """Return the sections to make. Raises: Refused."""
    split = split_of(intake)
    if not split.kept:
        raise Refused(N_("Keep at least one section."))
    if not account(split, source).holds:
        raise Refused(N_("Some words would be lost. Undo the last step and try again."))
    return split.kept


def add_section(
    session: Session,
    statement: Statement,
    actor: Actor,
    source: SourceText,
    planned: PlannedSection,
) -> SectionVersion:
    """Make one section with its first version."""
    drawn: Iterator[str] = fresh_keys(session, statement.id)
    markdown = to_markdown(source, planned)
    section = Section(
        statement_id=statement.id, key=next(drawn), kind=SectionKind(planned.kind), head=1
    )
    session.add(section)
    session.flush()
    version = SectionVersion(
        section_id=section.id,
        number=1,
        title=planned.title,
        markdown=markdown,
        keys=[next(drawn) for _ in read(markdown).blocks],
        source=Source.IMPORT,
        at=actor.at,
    )
    return add_version(session, section, version)


def tell_import(session: Session, statement: Statement, actor: Actor, source: SourceText) -> None:
    """Journal that a text was brought in; its source is named by a digest behind a commitment."""
    event = Event(
        EventKind.IMPORTED,
        Right.DECIDE,
        public={"format": source.format},
        private={"source": source_digest(source)},
    )
    append_entry(session, statement, actor, event)
