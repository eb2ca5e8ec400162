"""Two published drafts held against each other, with the names of those whose words came in."""

from __future__ import annotations

from dataclasses import dataclass

from drafting.exchange.sheets import names_by_change, names_of_dropped, since
from drafting.exchange.snapshot import SnapshotSection
from drafting.exchange.writers.html import HtmlBlock, Style, blocks
from drafting.rules.actors import Actor
from drafting.store.queries.editions import get_edition, list_editions
from drafting.store.session import Session
from drafting.text import Authors, Passage, diff
from drafting.web.presenters.drawings import labels
from drafting.web.presenters.editions import EditionLine, line_of, lines, visible
from drafting.web.presenters.editions_kept import kept_snapshot


@dataclass(frozen=True, slots=True)
class ComparedSection:
    """One section with its tracked changes; `gone` when the later draft has it no longer."""

    title: str
    blocks: tuple[tuple[HtmlBlock, str], ...]
    changed: bool
    gone: bool = False
    title_before: str = ""


@dataclass(frozen=True, slots=True)
class EditionsComparePage:
    """Two published drafts, the earlier one first."""

    slug: str
    language: str
    before: EditionLine
    after: EditionLine
    sections: tuple[ComparedSection, ...]
    editions: tuple[EditionLine, ...]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The drafts as a field to choose from."""
        return [(str(one.number), one.name) for one in self.editions]

    @property
    def changed(self) -> bool:
        """Whether any section reads otherwise."""
        return any(section.changed for section in self.sections)


def show_compared(
    session: Session, actor: Actor, slug: str, numbers: tuple[int | None, int | None]
) -> EditionsComparePage:
    """Hold two published drafts against each other, for everybody; the two newest unasked."""
    statement = visible(session, actor, slug)
    newest = [one.number for one in list_editions(session, statement.id)] or [0]
    spares = (newest[min(1, len(newest) - 1)], newest[0])
    asked = [spare if one is None else one for one, spare in zip(numbers, spares, strict=True)]
    first, second = (get_edition(session, statement.id, number) for number in sorted(asked))
    before = kept_snapshot(session, statement, first)
    after = kept_snapshot(session, statement, second, since=first)
    old = {section.key: section for section in before.sections}
    compared = [compare(old.pop(one.key, None), one) for one in after.sections]
    return EditionsComparePage(
        slug=slug,
        language=statement.language,
        before=line_of(first, statement, actor),
        after=line_of(second, statement, actor),
        sections=(
            *compared,
            *(taken_out(one, after.dropped.get(one.key, ())) for one in old.values()),
        ),
        editions=lines(session, actor, statement),
    )


def compare(was: SnapshotSection | None, section: SnapshotSection) -> ComparedSection:
    """Mark what changed in one section, and name at each change whose it is."""
    redline = since(was, section)
    style = Style(labels=labels(), names=names_by_change(redline, section, labels()))
    numbers = [one.label for one in section.paragraphs]
    title_before = was.title if was and was.title != section.title else ""
    return ComparedSection(
        title=section.title,
        blocks=tuple(
            (block, numbers[block.after] if block.after is not None else "")
            for block in blocks(redline, style)
        ),
        changed=bool(redline.changes) or bool(title_before),
        title_before=title_before,
    )


def taken_out(section: SnapshotSection, names: Authors) -> ComparedSection:
    """Mark a whole section as taken out, in the names of those who asked for that."""
    redline = diff(section.passage, Passage(()))
    style = Style(labels=labels(), names=names_of_dropped(redline, names))
    drawn = blocks(redline, style)
    return ComparedSection(
        section.title, tuple((block, "") for block in drawn), changed=True, gone=True
    )
