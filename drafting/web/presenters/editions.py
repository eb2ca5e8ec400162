"""Published drafts: their list, each one, and the page that publishes the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from flask_babel import get_locale
from markupsafe import Markup

from drafting.actions.publish_edition import text_digest
from drafting.exchange.snapshot import Snapshot, SnapshotParagraph, SnapshotSection
from drafting.rules.actors import Actor
from drafting.rules.credits import said
from drafting.rules.labels import spoken_head
from drafting.rules.lifecycle import Status
from drafting.rules.numbering import former
from drafting.rules.permits import Permission, Scope, may, require
from drafting.store.models import Edition, Group, Statement
from drafting.store.models.editions import EditionKind
from drafting.store.queries.amendments import Wanted, count_pending, list_sent
from drafting.store.queries.editions import get_edition, list_editions, numbers_in
from drafting.store.queries.groups import groups_of
from drafting.store.queries.sections import present_outline, present_versions
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.text import Authors, Redline
from drafting.web.presenters.drawings import draw_blocks, labels
from drafting.web.presenters.editions_kept import kept_snapshot
from drafting.web.presenters.editions_marked import marked_blocks
from drafting.web.presenters.editions_names import edition_name, revision_name
from drafting.web.presenters.editions_next import Renumbered, frames_in, renumbered
from drafting.web.presenters.moments import Moment, day, moment


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One published draft in a list."""

    number: int
    name: str
    at: Moment
    digest: str
    final: bool


@dataclass(frozen=True, slots=True)
class EditionsPage:
    """All published drafts, the newest first."""

    slug: str
    title: str
    language: str
    editions: tuple[EditionLine, ...]
    may_publish: bool

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The drafts as a field to choose from."""
        return [(str(one.number), one.name) for one in self.editions]


@dataclass(frozen=True, slots=True)
class EditionBlock:
    """A block as drawn: its number, and the one it had in the draft before where another.

    `names` are those who changed it, `marked` the block with its changes and whose each is. Where
    paragraphs were `taken_out`, the names are of those who asked for that, and no words stand.
    """

    html: Markup
    number: str
    was: str
    names: tuple[str, ...]
    marked: Markup | None
    taken_out: bool = False


@dataclass(frozen=True, slots=True)
class EditionSectionView:
    """One section of a published draft."""

    title: str
    blocks: tuple[EditionBlock, ...]


@dataclass(frozen=True, slots=True)
class EditionPage:
    """One published draft."""

    slug: str
    line: EditionLine
    snapshot: Snapshot
    record: str
    adopted_on: Moment | None
    sections: tuple[EditionSectionView, ...]
    earlier: tuple[EditionLine, ...]
    groups: int
    newest: EditionLine

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The earlier drafts as a field to choose from."""
        return [(str(one.number), one.name) for one in self.earlier]


@dataclass(frozen=True, slots=True)
class PublishPage:
    """What a moderator sees before publishing; `seen` names the state of the text that is shown."""

    slug: str
    next_name: str
    last: EditionLine | None
    seen: str
    changed: bool
    has_text: bool
    is_final: bool
    waiting: int
    open_points: int
    groups: tuple[Group, ...]
    editions: tuple[EditionLine, ...]
    renumbered: tuple[Renumbered, ...]
    frames: tuple[str, ...]


def show_editions(session: Session, actor: Actor, slug: str) -> EditionsPage:
    """List the published drafts, for everybody."""
    statement = visible(session, actor, slug)
    return EditionsPage(
        slug=slug,
        title=statement.title,
        language=statement.language,
        editions=lines(session, actor, statement),
        may_publish=may(actor, Permission.DECIDE, Scope(statement.id)),
    )


def visible(session: Session, actor: Actor, slug: str) -> Statement:
    """Return a statement that has something published, or that this reader may see anyway."""
    statement = get_statement(session, slug)
    if not list_editions(session, statement.id):
        require(actor, Permission.SEE_STATEMENT, Scope(statement.id))
    require(actor, Permission.SEE_EDITION, Scope(statement.id))
    return statement


def lines(session: Session, actor: Actor, statement: Statement) -> tuple[EditionLine, ...]:
    """Return all published drafts as lines, the newest first."""
    return tuple(line_of(one, statement, actor) for one in list_editions(session, statement.id))


def line_of(edition: Edition, statement: Statement, actor: Actor) -> EditionLine:
    """Return a published draft as a line."""
    return EditionLine(
        number=edition.number,
        name=edition_name(edition),
        at=moment(edition.published_at, actor.at, get_locale(), statement),
        digest=edition.digest,
        final=edition.kind is EditionKind.FINAL,
    )


def show_edition(session: Session, actor: Actor, slug: str, number: int) -> EditionPage:
    """Show one published draft, for everybody."""
    statement = visible(session, actor, slug)
    edition = get_edition(session, statement.id, number)
    snapshot = kept_snapshot(session, statement, edition)
    was = numbers_before(session, statement, edition)
    published = lines(session, actor, statement)
    return EditionPage(
        slug=slug,
        line=line_of(edition, statement, actor),
        snapshot=snapshot,
        record=spoken_head(snapshot.record) if snapshot.record else "",
        adopted_on=day(edition.adopted_on, get_locale()) if edition.adopted_on else None,
        sections=tuple(
            view_of(section, ("edition", edition.digest, section.key), was)
            for section in snapshot.sections
        ),
        earlier=tuple(one for one in published if one.number < number),
        groups=len(groups_of(session, statement.id)),
        newest=published[0],
    )


def numbers_before(session: Session, statement: Statement, edition: Edition) -> dict[str, str]:
    """Return, by key, the number in the draft before, where it was another."""
    before = next(
        (one for one in list_editions(session, statement.id) if one.number < edition.number), None
    )
    if before is None:
        return {}
    labels = {one.key: one.label for one in numbers_in(session, before)}
    return former({one.key: one.label for one in edition.paragraphs}, labels)


def view_of(
    section: SnapshotSection, key: tuple[str, str, str], was: Mapping[str, str]
) -> EditionSectionView:
    """Draw one section of a published draft, with a place for each run of what was taken out."""
    drawn = draw_blocks(Redline(section.passage, section.passage, ()), key)
    found: list[EditionBlock] = []
    for names, run in groupby(marked_blocks(section, key), key=lambda one: one.taken_out_by):
        if names:
            found.append(taken_out(names, [one.html for one in run if one.html]))
        else:
            found += [
                standing(section.paragraphs[one.at], drawn[one.at].html, one.html, was)
                for one in run
                if one.at is not None
            ]
    return EditionSectionView(section.title, tuple(found))


def standing(
    paragraph: SnapshotParagraph, html: Markup, marked: Markup | None, was: Mapping[str, str]
) -> EditionBlock:
    """Return a block that stands in the draft."""
    return EditionBlock(
        html=html,
        number=paragraph.label,
        was=was.get(paragraph.key, ""),
        names=said(paragraph.names, labels().moderators),
        marked=marked,
    )


def taken_out(names: Authors, blocks: Sequence[Markup]) -> EditionBlock:
    """Return the place of blocks that the same people had taken out."""
    return EditionBlock(Markup(), "", "", names, Markup().join(blocks), taken_out=True)


def show_publish(session: Session, actor: Actor, slug: str) -> PublishPage:
    """Show a moderator what the next published draft would hold, and what still waits."""
    statement = get_statement(session, slug)
    require(actor, Permission.DECIDE, Scope(statement.id))
    outline = present_outline(session, statement.id)
    versions = present_versions(session, statement.id)
    version_ids = [one.id for one in versions]
    published = lines(session, actor, statement)
    return PublishPage(
        slug=slug,
        next_name=revision_name(published[0].number + 1) if published else "",
        last=published[0] if published else None,
        seen=text_digest(session, statement, outline, versions) if outline else "",
        changed=changed_since_last(session, statement, version_ids),
        has_text=outline is not None,
        is_final=statement.final_at is not None,
        waiting=count_pending(session, statement.id),
        open_points=len(list_sent(session, statement.id, Wanted({Status.OPEN_POINT}))),
        groups=tuple(groups_of(session, statement.id)),
        editions=published,
        renumbered=renumbered(session, statement, versions),
        frames=frames_in(versions),
    )


def changed_since_last(session: Session, statement: Statement, version_ids: Sequence[int]) -> bool:
    """Say whether the text differs from the newest published draft."""
    editions = list_editions(session, statement.id)
    if not editions:
        return True
    last = get_edition(session, statement.id, editions[0].number)
    return [one.version_id for one in last.sections] != list(version_ids)
