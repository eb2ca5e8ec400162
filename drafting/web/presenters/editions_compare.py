"""Two published drafts held against each other, with the names of those whose words came in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from drafting.exchange.sheets import names_by_change, names_of_dropped, since
from drafting.exchange.snapshot import Snapshot, SnapshotSection
from drafting.exchange.writers.html import HtmlBlock, Style, blocks
from drafting.rules.actors import Actor
from drafting.rules.orders import moved_between
from drafting.store.models.sections import SectionKind
from drafting.store.queries.editions import get_edition, list_editions
from drafting.store.session import Session
from drafting.text import Authors, Passage, diff
from drafting.web.presenters.drawings import labels
from drafting.web.presenters.editions import EditionLine, line_of, lines, visible
from drafting.web.presenters.editions_changed import Changed, Run, Spot, runs_of
from drafting.web.presenters.editions_kept import kept_snapshot


@dataclass(frozen=True, slots=True)
class ComparedBlock:
    """One block as drawn, with its ¶ number."""

    html: Markup
    number: str
    anchor: str
    changed: bool
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ComparedSection:
    """One section with its tracked changes; `gone` when the later draft has it no longer.

    `moved`: it stands elsewhere in the order of sections.
    """

    key: str
    title: str
    blocks: tuple[ComparedBlock, ...]
    count: int
    gone: bool = False
    title_before: str = ""
    moved: bool = False

    @property
    def runs(self) -> tuple[Run[ComparedBlock], ...]:
        """The blocks, with what did not change to be folded."""
        return runs_of(self.blocks, lambda block: block.changed)

    @property
    def anchor(self) -> str:
        """The id of the section on the page."""
        return f"c-{self.key}"

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where something changed: at its title, or in a block."""
        whole = self.moved or self.gone or bool(self.title_before)
        own = [Spot(self.anchor, "", self.title)] if whole else []
        inside = [
            Spot(block.anchor, block.number, self.title) for block in self.blocks if block.changed
        ]
        return tuple(own if self.gone else [*own, *inside])


@dataclass(frozen=True, slots=True)
class EditionsComparePage:
    """Two published drafts, the earlier one first."""

    slug: str
    language: str
    before: EditionLine
    after: EditionLine
    sections: tuple[ComparedSection, ...]
    editions: tuple[EditionLine, ...]
    frames_gone: tuple[str, ...]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The drafts as a field to choose from."""
        return [(str(one.number), one.name) for one in self.editions]

    @property
    def changed(self) -> Changed:
        """How many changes there are, and where."""
        spots = tuple(spot for section in self.sections for spot in section.spots)
        return Changed(sum(section.count for section in self.sections), spots)

    @property
    def other(self) -> EditionLine | None:
        """An earlier draft to compare with, the newest of them."""
        return next((one for one in self.editions if one.number < self.before.number), None)


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
    moved = moved_between(list(old), [one.key for one in after.sections])
    compared = [
        compare(old.pop(one.key, None), one, moved=one.key in moved) for one in after.sections
    ]
    return EditionsComparePage(
        slug=slug,
        language=statement.language,
        before=line_of(first, statement, actor),
        after=line_of(second, statement, actor),
        sections=(
            *compared,
            *(
                taken_out(one, after.dropped.get(one.key, ()))
                for one in old.values()
                if one.kind != SectionKind.FRAME
            ),
        ),
        editions=lines(session, actor, statement),
        frames_gone=tuple(one.title for one in old.values() if is_left_out(one, after)),
    )


def is_left_out(section: SnapshotSection, after: Snapshot) -> bool:
    """Say whether a section is missing because it was never part of a Final."""
    return after.final and section.kind == SectionKind.FRAME


def compare(
    was: SnapshotSection | None, section: SnapshotSection, *, moved: bool
) -> ComparedSection:
    """Mark what changed in one section, and name at each change whose it is."""
    redline = since(was, section)
    words = labels()
    style = Style(labels=words, names=names_by_change(redline, section, words))
    title_before = was.title if was and was.title != section.title else ""
    return ComparedSection(
        key=section.key,
        title=section.title,
        blocks=drawn_blocks(
            section.key, blocks(redline, style), (labels_in(was), labels_in(section))
        ),
        count=len(redline.changes) + bool(title_before) + moved,
        title_before=title_before,
        moved=moved,
    )


def labels_in(section: SnapshotSection | None) -> tuple[str, ...]:
    """Return the number of each block of a section, empty where it has none."""
    return tuple(one.label for one in section.paragraphs) if section else ()


def number_of(block: HtmlBlock, numbers: tuple[Sequence[str], Sequence[str]]) -> str:
    """Return the number of a block in the new draft; of one that is gone, in the earlier one."""
    before, after = numbers
    if block.state == "gone" and block.before is not None:
        return before[block.before]
    return after[block.after] if block.after is not None else ""


def drawn_blocks(
    key: str, drawn: Sequence[HtmlBlock], numbers: tuple[Sequence[str], Sequence[str]]
) -> tuple[ComparedBlock, ...]:
    """Put beside each block its number, and where it can be led to."""
    return tuple(
        ComparedBlock(
            html=block.html,
            number=number_of(block, numbers),
            anchor=f"c-{key}-{at}",
            changed=bool(block.changes),
            gone=block.state == "gone",
        )
        for at, block in enumerate(drawn)
    )


def taken_out(section: SnapshotSection, names: Authors) -> ComparedSection:
    """Mark a whole section as taken out, in the names of those who asked for that."""
    redline = diff(section.passage, Passage(()))
    style = Style(labels=labels(), names=names_of_dropped(redline, names))
    drawn = drawn_blocks(section.key, blocks(redline, style), (labels_in(section), ()))
    return ComparedSection(section.key, section.title, drawn, count=1, gone=True)
