"""The page on which a moderator corrects a section or says what it is."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.actions.steps.deciding import check_final
from drafting.rules.actors import Actor
from drafting.rules.permits import Permission, Scope, require
from drafting.rules.places import words_of
from drafting.store.models.sections import SectionKind
from drafting.store.queries.sections import get_section, head_of
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.text import read


@dataclass(frozen=True, slots=True)
class CorrectPage:
    """The section as it stands; `free` before the first opening, when no reason is asked."""

    slug: str
    language: str
    key: str
    title: str
    words: str
    formatted: bool
    seen: int
    kind: SectionKind
    free: bool


def show_correct(
    session: Session, actor: Actor, slug: str, key: str, *, formatted: bool
) -> CorrectPage:
    """Show its words: plain, or with formatting."""
    statement = get_statement(session, slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    check_final(statement)
    section = get_section(session, statement.id, key)
    head = head_of(session, section)
    passage = read(head.markdown)
    return CorrectPage(
        slug=slug,
        language=statement.language,
        key=key,
        title=head.title,
        words=head.markdown if formatted else words_of(passage, 0, len(passage.blocks)),
        formatted=formatted,
        seen=head.number,
        kind=section.kind,
        free=statement.opened_at is None,
    )
