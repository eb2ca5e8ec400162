"""Makes a statement with groups, sections in order, and a session that is open for changes."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from drafting.store.models import (
    Group,
    Outline,
    Paragraph,
    Round,
    Section,
    SectionVersion,
    Statement,
)
from drafting.store.models.sections import SectionKind, Source


def make_statement(session: Session, at: datetime, slug: str = "dhaka-2026") -> Statement:
    """Add a statement that has been opened to its meeting."""
    statement = Statement(
        slug=slug,
        title="Migration governance after ten years",
        zone="Asia/Dhaka",
        place="Dhaka",
        made_at=at,
        opened_at=at,
    )
    session.add(statement)
    session.flush()
    return statement


def make_group(session: Session, statement: Statement, mark: str, name: str) -> Group:
    """Add a group under its own name."""
    count = session.query(Group).filter_by(statement_id=statement.id).count()
    group = Group(
        statement_id=statement.id, mark=mark, name=name, public_name=name, colour=count % 12
    )
    session.add(group)
    session.flush()
    return group


def make_section(
    session: Session,
    statement: Statement,
    key: str,
    at: datetime,
    title: str,
    paragraphs: dict[str, str],
    kind: SectionKind = SectionKind.TEXT,
) -> Section:
    """Add a section of plain paragraphs, each under its key, in version 1."""
    section = Section(statement_id=statement.id, key=key, kind=kind)
    section.versions = [
        SectionVersion(
            number=1,
            title=title,
            markdown="\n\n".join(paragraphs.values()) + "\n",
            keys=list(paragraphs),
            source=Source.IMPORT,
            at=at,
        )
    ]
    session.add(section)
    session.flush()
    session.add_all(
        Paragraph(statement_id=statement.id, section_id=section.id, key=paragraph)
        for paragraph in paragraphs
    )
    session.flush()
    return section


def make_outline(
    session: Session, statement: Statement, sections: list[Section], at: datetime
) -> Outline:
    """Add the first order of the sections."""
    outline = Outline(
        statement_id=statement.id,
        number=1,
        keys=[section.key for section in sections],
        source=Source.IMPORT,
        at=at,
    )
    session.add(outline)
    session.flush()
    return outline


def open_round(
    session: Session, statement: Statement, at: datetime, name: str = "Session 1A"
) -> Round:
    """Add a session that is open for changes for three hours from now."""
    round_ = Round(
        statement_id=statement.id, name=name, opens_at=at, closes_at=at + timedelta(hours=3)
    )
    session.add(round_)
    session.flush()
    return round_
