"""Giving a section its next version, with keys that its paragraphs keep."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from drafting.actions.steps.keys import fresh_keys
from drafting.rules.actors import Actor
from drafting.store.models import Decision, Paragraph, Section, SectionVersion, Statement
from drafting.store.models.sections import SectionKind, Source
from drafting.store.queries.sections import head_of
from drafting.text import Block, Passage, diff, keys, read, write


def advance_section(
    session: Session,
    statement: Statement,
    section: Section,
    passage: Passage,
    title: str,
    *,
    source: Source,
    actor: Actor,
    decision: Decision | None = None,
    reason: str = "",
) -> SectionVersion:
    """Make the next version of a section; the present one is returned when nothing changes.

    Under the statement's lock. What is pending is carried by `carry_pending`, not here.
    """
    head = head_of(session, section)
    before = read(head.markdown)
    if passage == before and title == head.title:
        return head
    named = keys(
        head.keys,
        diff(before, passage),
        fresh_keys(session, statement.id),
        former_keys(session, section),
    )
    version = SectionVersion(
        section_id=section.id,
        number=head.number + 1,
        title=title,
        markdown=write(passage),
        keys=list(named.keys),
        aliases=led_on({**head.aliases, **named.aliases}, named.keys),
        source=source,
        reason=reason,
        decision_id=decision.id if decision else None,
        at=actor.at,
    )
    section.head = version.number
    return add_version(session, section, version)


def led_on(aliases: Mapping[str, str], standing: Sequence[str]) -> dict[str, str]:
    """Return where each joined key leads in the end, also after several joinings.

    The key of a paragraph that stands again leads nowhere else.
    """
    links = {key: goal for key, goal in aliases.items() if key not in standing}
    return {key: last_goal(links, goal) for key, goal in links.items()}


def last_goal(links: Mapping[str, str], key: str) -> str:
    """Follow joined keys to the one that was joined no further."""
    seen = {key}
    while (goal := links.get(key)) and goal not in seen:
        key = goal
        seen.add(key)
    return key


def former_keys(session: Session, section: Section) -> dict[Block, str]:
    """Return the key that each block of any version had last, so that restored ones get theirs."""
    rows = session.execute(
        select(SectionVersion.markdown, SectionVersion.keys)
        .where(SectionVersion.section_id == section.id)
        .order_by(SectionVersion.number)
    )
    return {
        block: key
        for markdown, own in rows
        for block, key in zip(read(markdown).blocks, own, strict=True)
    }


def open_section(
    session: Session,
    statement: Statement,
    key: str,
    title: str,
    passage: Passage,
    *,
    actor: Actor,
    decision: Decision,
) -> SectionVersion:
    """Make a section that an amendment added, with its first version."""
    section = Section(statement_id=statement.id, key=key, kind=SectionKind.TEXT, head=1)
    session.add(section)
    session.flush()
    drawn = fresh_keys(session, statement.id)
    version = SectionVersion(
        section_id=section.id,
        number=1,
        title=title,
        markdown=write(passage),
        keys=[next(drawn) for _ in passage.blocks],
        source=Source.DECISION,
        decision_id=decision.id,
        at=actor.at,
    )
    return add_version(session, section, version)


def add_version(session: Session, section: Section, version: SectionVersion) -> SectionVersion:
    """Keep a version, and each key that it is the first to use."""
    session.add(version)
    register_keys(session, section, version.keys)
    session.flush()
    version.section = section
    return version


def register_keys(session: Session, section: Section, used: Sequence[str]) -> None:
    """Remember the keys that were never given before, so that they are never given again."""
    session.add_all(
        Paragraph(statement_id=section.statement_id, section_id=section.id, key=key)
        for key in new_keys(session, section, used)
    )


def new_keys(session: Session, section: Section, used: Sequence[str]) -> Iterable[str]:
    """Return those of the keys that the statement does not know yet, in order."""
    known = set(
        session.scalars(
            select(Paragraph.key).where(
                Paragraph.statement_id == section.statement_id, Paragraph.key.in_(used)
            )
        )
    )
    return [key for key in dict.fromkeys(used) if key not in known]
