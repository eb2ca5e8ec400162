"""One section or one paragraph over time: its versions, and what was asked and answered there."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import get_locale

from drafting.exchange.writers.html import HtmlBlock
from drafting.rules.actors import GROUP_RIGHTS, Actor
from drafting.rules.permits import Permission, Scope, may, require
from drafting.store.models import Section, SectionVersion, Statement
from drafting.store.models.sections import SectionKind, Source
from drafting.store.queries.amendments import pending
from drafting.store.queries.editions import labels_of
from drafting.store.queries.sections import (
    get_section,
    get_version,
    head_of,
    list_versions,
    section_of_paragraph,
)
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.text import Passage, Redline, alone, diff, read
from drafting.web.presenters.drawings import draw_blocks
from drafting.web.presenters.moments import Moment, moment
from drafting.web.presenters.wishes import Wish, wishes_by_place


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version of a section, as a line of its list."""

    number: int
    title: str
    source: Source
    reason: str
    at: Moment
    present: bool


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """All versions of a section, the newest first."""

    slug: str
    key: str
    title: str
    language: str
    kind: SectionKind
    versions: tuple[VersionLine, ...]
    may_decide: bool

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The numbers of the versions, as a field to choose from."""
        return [(str(one.number), str(one.number)) for one in self.versions]


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Two versions of a section, held against each other."""

    slug: str
    key: str
    title: str
    language: str
    before: VersionLine
    after: VersionLine
    redline: Redline
    cache: tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class ParagraphState:
    """The paragraph as it reads from one version on, marked against the one before."""

    version: VersionLine
    drawn: tuple[HtmlBlock, ...]


@dataclass(frozen=True, slots=True)
class ParagraphPage:
    """One paragraph at its lasting address; `number` is empty when it is no longer in the text."""

    slug: str
    key: str
    section: str
    title: str
    language: str
    number: str
    wishes: tuple[Wish, ...]
    states: tuple[ParagraphState, ...]
    may_change: bool
    may_correct: bool


def show_versions(session: Session, actor: Actor, slug: str, key: str) -> VersionsPage:
    """Show how a section came to read as it does."""
    statement = get_statement(session, slug)
    require(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    section = get_section(session, statement.id, key)
    versions = list_versions(session, section)
    return VersionsPage(
        slug=slug,
        key=key,
        title=versions[-1].title,
        language=statement.language,
        kind=section.kind,
        versions=tuple(line_of(one, section, statement, actor) for one in reversed(versions)),
        may_decide=statement.final_at is None
        and may(actor, Permission.DECIDE, Scope(statement.id)),
    )


def line_of(
    version: SectionVersion, section: Section, statement: Statement, actor: Actor
) -> VersionLine:
    """Return a version as a line."""
    return VersionLine(
        number=version.number,
        title=version.title,
        source=version.source,
        reason=version.reason,
        at=moment(version.at, actor.at, get_locale(), statement),
        present=version.number == section.head,
    )


def show_comparison(
    session: Session, actor: Actor, slug: str, key: str, numbers: tuple[int, int]
) -> ComparePage:
    """Hold two versions of a section against each other, the older one first."""
    statement = get_statement(session, slug)
    require(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    section = get_section(session, statement.id, key)
    before, after = (get_version(session, section, number) for number in sorted(numbers))
    return ComparePage(
        slug=slug,
        key=key,
        title=after.title,
        language=statement.language,
        before=line_of(before, section, statement, actor),
        after=line_of(after, section, statement, actor),
        redline=diff(read(before.markdown), read(after.markdown)),
        cache=("versions", before.id, after.id),
    )


def show_paragraph(session: Session, actor: Actor, slug: str, key: str) -> ParagraphPage:
    """Show one paragraph: its words now and before, and who asks for what there."""
    statement = get_statement(session, slug)
    scope = Scope(statement.id)
    require(actor, Permission.SEE_STATEMENT, scope)
    section = section_of_paragraph(session, statement.id, key)
    head = head_of(session, section)
    present = resolve(head, key)
    writes = any(actor.groups(right, statement.id) for right in GROUP_RIGHTS)
    wishes = wishes_by_place(pending(session, statement.id, section.id), [head])
    return ParagraphPage(
        slug=slug,
        key=present,
        section=section.key,
        title=head.title,
        language=statement.language,
        number=labels_of(session, statement.id).get(present, ""),
        wishes=wishes.get(present, ()),
        states=tuple(states_of(session, section, statement, actor, present)),
        may_change=statement.final_at is None
        and section.kind is SectionKind.TEXT
        and present in head.keys
        and (writes or may(actor, Permission.ENTER, scope)),
        may_correct=statement.final_at is None and may(actor, Permission.DECIDE, scope),
    )


def resolve(version: SectionVersion, key: str) -> str:
    """Follow a joined paragraph's key to the one that goes on."""
    seen = {key}
    while (after := version.aliases.get(key)) and after not in seen:
        key = after
        seen.add(key)
    return key


def states_of(
    session: Session, section: Section, statement: Statement, actor: Actor, key: str
) -> list[ParagraphState]:
    """Return each wording that the paragraph had, the newest first."""
    states = []
    last = Passage(())
    for version in list_versions(session, section):
        passage = block_alone(version, key)
        if passage != last:
            redline = diff(last, passage) if last.blocks else Redline(passage, passage, ())
            line = line_of(version, section, statement, actor)
            states.append(ParagraphState(line, tuple(draw_blocks(redline, (version.id, key)))))
            last = passage
    return states[::-1]


def block_alone(version: SectionVersion, key: str) -> Passage:
    """Return the paragraph as a text of its own, empty where it does not stand."""
    passage = read(version.markdown)
    return alone(passage, version.keys.index(key)) if key in version.keys else Passage(())
