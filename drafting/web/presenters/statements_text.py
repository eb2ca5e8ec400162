"""The text as the meeting reads it: sections, numbered paragraphs, and who asks for what where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from drafting.exchange.writers.html import HtmlBlock
from drafting.rules.actors import GROUP_RIGHTS, Actor
from drafting.rules.numbering import Number, former
from drafting.rules.orders import moved_between
from drafting.rules.permits import Permission, Scope, may, require
from drafting.store.models import Group, SectionVersion, Statement
from drafting.store.models.sections import SectionKind
from drafting.store.queries.amendments import pending
from drafting.store.queries.editions import get_edition, list_editions, numbers_in, numbers_now
from drafting.store.queries.groups import groups_of
from drafting.store.queries.sections import present_versions
from drafting.store.queries.statements import get_statement
from drafting.store.session import Session
from drafting.text import Redline, diff, read
from drafting.web.addresses import number_in
from drafting.web.presenters.drawings import draw_blocks
from drafting.web.presenters.editions_changed import (
    Changed,
    EditionChoice,
    Run,
    Spot,
    choice_of,
    chosen,
    gone_after,
    runs_of,
    titles_gone,
)
from drafting.web.presenters.wishes import Wish, wishes_by_place

View = Literal["clean", "wishes", "since"]


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One block as drawn, with its number, where it was before, and what is asked there.

    `key` is empty for blocks that stand in the text no longer; `into` is the number of the one
    that such a block was joined to.
    """

    drawn: HtmlBlock | None
    key: str = ""
    number: str = ""
    was: str = ""
    taken_out: bool = False
    into: str = ""
    wishes: tuple[Wish, ...] = ()
    anchor: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether something in it changed since the draft that it is held against."""
        return self.drawn is not None and bool(self.drawn.changes)

    @property
    def is_gone(self) -> bool:
        """Whether it stands in the draft that the text is held against, and here no longer."""
        return self.drawn is not None and self.drawn.state == "gone"

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups that ask for something here, each once."""
        return tuple(dict.fromkeys(group for wish in self.wishes for group in wish.groups))


@dataclass(frozen=True, slots=True)
class TextSection:
    """A section as shown."""

    key: str
    title: str
    kind: SectionKind
    blocks: tuple[TextBlock, ...]
    wishes: tuple[Wish, ...] = ()
    count: int = 0
    moved: bool = False
    title_before: str = ""

    @property
    def runs(self) -> tuple[Run[TextBlock], ...]:
        """The blocks, with what did not change since the other draft to be folded."""
        return runs_of(self.blocks, lambda block: block.is_changed)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where something changed: the section itself, or blocks in it."""
        whole = self.moved or bool(self.title_before)
        inside = [
            Spot(block.anchor, block.number, self.title)
            for block in self.blocks
            if block.is_changed
        ]
        return (*([Spot(f"s-{self.key}", "", self.title)] if whole else []), *inside)

    @property
    def is_open(self) -> bool:
        """Whether changes are welcome in it."""
        return self.kind is SectionKind.TEXT


@dataclass(frozen=True, slots=True)
class TextPage:
    """The working text of a statement in one of its views."""

    slug: str
    title: str
    language: str
    view: View
    sections: tuple[TextSection, ...]
    editions: tuple[EditionChoice, ...]
    since: EditionChoice | None
    gone: tuple[str, ...]
    groups: int
    final: bool
    may_write: bool
    may_enter: bool
    may_decide: bool

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The published drafts as a field to choose from."""
        return [(str(one.number), one.name) for one in self.editions]

    @property
    def changed(self) -> Changed:
        """How much changed since the other draft, and where."""
        inside = (spot for section in self.sections for spot in section.spots)
        gone = (Spot(f"gone-{at}", "", title) for at, title in enumerate(self.gone, start=1))
        count = len(self.gone) + sum(section.count for section in self.sections)
        return Changed(count, (*inside, *gone))

    @property
    def other(self) -> EditionChoice | None:
        """The newest draft before the one that the text is held against."""
        held = self.since.number if self.since else 0
        return next((one for one in self.editions if one.number < held), None)

    @property
    def may_change(self) -> bool:
        """Whether this reader may ask for changes, for a group of theirs or for others."""
        return self.may_write or self.may_enter


@dataclass(frozen=True, slots=True)
class Shelf:
    """What all sections of the page are drawn from."""

    numbers: Mapping[str, Number]
    gone: Mapping[str, Sequence[Number]]
    was: Mapping[str, str]
    wishes: Mapping[str, tuple[Wish, ...]]
    old: Mapping[int, SectionVersion] = field(default_factory=dict)
    moved: frozenset[str] = frozenset()
    went: tuple[str, ...] = ()
    held: Mapping[str, str] = field(default_factory=dict)
    joined: Mapping[str, str] = field(default_factory=dict)
    first: str = ""


def show_text(
    session: Session, actor: Actor, slug: str, view: View = "clean", since: int | None = None
) -> TextPage:
    """Show the working text to the meeting: clean, with all wishes, or since a published draft."""
    statement = get_statement(session, slug)
    scope = Scope(statement.id)
    require(actor, Permission.SEE_STATEMENT, scope)
    versions = present_versions(session, statement.id)
    editions = [choice_of(one) for one in list_editions(session, statement.id)]
    held = chosen(editions, since) if view == "since" else None
    shelf = make_shelf(session, statement, versions, held)
    open_ = statement.final_at is None
    return TextPage(
        slug=slug,
        title=statement.title,
        language=statement.language,
        view=view if view != "since" or held else "clean",
        sections=tuple(section_of(version, shelf, held) for version in versions),
        editions=tuple(editions),
        since=held,
        gone=shelf.went,
        groups=len(groups_of(session, statement.id)),
        final=not open_,
        may_write=open_ and any(actor.groups(right, statement.id) for right in GROUP_RIGHTS),
        may_enter=open_ and may(actor, Permission.ENTER, scope),
        may_decide=statement.final_at is None and may(actor, Permission.DECIDE, scope),
    )


def make_shelf(
    session: Session,
    statement: Statement,
    versions: Sequence[SectionVersion],
    held: EditionChoice | None,
) -> Shelf:
    """Gather numbers, wishes, and the versions that the text is held against."""
    numbers = numbers_now(session, statement.id, versions)
    waiting = pending(session, statement.id)
    if held is None:
        return Shelf(
            numbers={one.key: one for one in numbers if not one.taken_out},
            gone=gone_after(numbers),
            was={},
            wishes=wishes_by_place(waiting, versions),
            joined={key: goal for one in versions for key, goal in one.aliases.items()},
            first=versions[0].section.key if versions else "",
        )
    edition = get_edition(session, statement.id, held.number)
    before = {one.key: one.label for one in numbers_in(session, edition)}
    return Shelf(
        numbers={one.key: one for one in numbers if not one.taken_out},
        gone={},
        was=former({one.key: one.label for one in numbers}, before),
        wishes={},
        old={one.section_id: one.version for one in edition.sections},
        moved=moved_between(
            [one.section.key for one in edition.sections], [one.section.key for one in versions]
        ),
        went=titles_gone(edition, versions),
        held=before,
    )


def section_of(version: SectionVersion, shelf: Shelf, held: EditionChoice | None) -> TextSection:
    """Draw one section."""
    leading = shelf.gone.get("", ()) if version.section.key == shelf.first else ()
    blocks = [gone_block(gone, shelf) for gone in leading]
    old = shelf.old.get(version.section_id)
    redline = redline_of(version, shelf, held)
    for drawn in draw_blocks(redline, cache_key(version, shelf, held)):
        key = version.keys[drawn.after] if drawn.after is not None else ""
        one = block_of(drawn, key, shelf, f"{version.section.key}-{len(blocks)}")
        if one.is_gone and old is not None and drawn.before is not None:
            one = replace(one, number=shelf.held.get(old.keys[drawn.before], ""))
        blocks += [one, *(gone_block(gone, shelf) for gone in shelf.gone.get(key, ()) if key)]
    title_before = old.title if old is not None and old.title != version.title else ""
    moved = version.section.key in shelf.moved
    return TextSection(
        key=version.section.key,
        title=version.title,
        kind=version.section.kind,
        blocks=tuple(blocks),
        wishes=shelf.wishes.get(version.section.key, ()),
        count=len(redline.changes) + moved + bool(title_before),
        moved=moved,
        title_before=title_before,
    )


def block_of(drawn: HtmlBlock, key: str, shelf: Shelf, spare: str) -> TextBlock:
    """Put beside a drawn block what belongs to it; `spare` names one without a key."""
    number = shelf.numbers.get(key)
    return TextBlock(
        drawn,
        key=key,
        number=number.label if number else "",
        was=shelf.was.get(key, ""),
        wishes=shelf.wishes.get(key, ()),
        anchor=f"p-{key or spare}",
    )


def gone_block(gone: Number, shelf: Shelf) -> TextBlock:
    """Return the place of a number whose words were taken out, or joined to another one's."""
    goes_on = shelf.numbers.get(shelf.joined.get(gone.key, ""))
    into = goes_on.label if goes_on else ""
    return TextBlock(None, number=gone.label, taken_out=True, into=into)


def redline_of(version: SectionVersion, shelf: Shelf, held: EditionChoice | None) -> Redline:
    """Return the clean section, or what changed in it since the draft it is held against."""
    passage = read(version.markdown)
    old = shelf.old.get(version.section_id)
    if held is None or (old is not None and old.id == version.id):
        return Redline(passage, passage, ())
    return diff(read(old.markdown if old else ""), passage)


def cache_key(
    version: SectionVersion, shelf: Shelf, held: EditionChoice | None
) -> tuple[int, int | None]:
    """Name this drawing for ever: the version, and the one it is held against."""
    old = shelf.old.get(version.section_id)
    return version.id, (old.id if old else 0) if held else None


def view_of(wanted: Mapping[str, str]) -> tuple[View, int | None]:
    """Read from an address which view is wanted, and since which published draft."""
    views: Mapping[str, View] = {"wishes": "wishes", "since": "since"}
    return views.get(wanted.get("view", ""), "clean"), number_in(wanted, "since")
