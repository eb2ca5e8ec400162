"""What stands in small letters after a changed block: what no mark inside it can show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from markupsafe import Markup

from drafting.exchange.drawing import DrawnBlock, State
from drafting.exchange.writers.html_inline import NOTHING, changed, join
from drafting.exchange.writers.html_names import Places, behind
from drafting.rules.credits import MODERATORS
from drafting.text import Break, Change, Mark, Redline, Token

NOW: Mapping[str, str] = MappingProxyType(
    {
        "strong": "now bold",
        "emphasis": "now italic",
        "code": "now in typewriter letters",
        "note": "now with a note",
        "link": "now a link:",
    }
)
NO_MORE: Mapping[str, str] = MappingProxyType(
    {
        "strong": "no longer bold",
        "emphasis": "no longer italic",
        "code": "no longer in typewriter letters",
        "note": "no longer with a note",
        "link": "no longer a link:",
    }
)
OTHER: Mapping[str, str] = MappingProxyType(
    {"note": "another note", "link": "another address of the link:"}
)
WAS: Mapping[str, str] = MappingProxyType(
    {
        "paragraph": "was a paragraph",
        "heading": "was a heading",
        "item": "was in a list",
        "quotation": "was a quotation",
        "row": "was a row of a table",
        "note": "was a note",
    }
)
WEIGHTS: Mapping[str, str] = MappingProxyType(
    {
        "force": "how strong it is",
        "negation": "yes or no",
        "numbers": "a number",
        "quoted": "a quotation",
    }
)


@dataclass(frozen=True, slots=True)
class Labels:
    """The words for readers who hear the page or read the notes, in the page's language."""

    inserted: str = "inserted:"
    deleted: str = "deleted:"
    joined: str = "two ¶ become one"
    begins: str = "a new ¶ begins"
    from_above: str = "moved to here, from above"
    from_below: str = "moved to here, from below"
    moved_up: str = "moved up from here"
    moved_down: str = "moved down from here"
    level: str = "its level changed"
    reformed: str = "its form changed"
    blanks: str = "another kind of space"
    touches: str = "It touches %(what)s"
    added: str = "%(words)s (new)"
    taken: str = "%(words)s (taken out)"
    moderators: str = MODERATORS
    now: Mapping[str, str] = field(default_factory=lambda: NOW)
    no_more: Mapping[str, str] = field(default_factory=lambda: NO_MORE)
    other: Mapping[str, str] = field(default_factory=lambda: OTHER)
    was: Mapping[str, str] = field(default_factory=lambda: WAS)
    weights: Mapping[str, str] = field(default_factory=lambda: WEIGHTS)


def kind_of(break_: Break) -> str:
    """What a reader would call the block."""
    if break_.block != "paragraph":
        return break_.block
    if break_.depth:
        return "item"
    return "quotation" if break_.quotes else "paragraph"


def goes_down(redline: Redline, move: int) -> bool:
    """Whether the blocks of a move arrive further down."""
    change = redline.changes[move]
    return change.to is not None and change.to > change.start


@dataclass(frozen=True, slots=True)
class Notes:
    """Says what happened in the blocks of one redline."""

    redline: Redline
    labels: Labels

    def of(self, part: DrawnBlock, names: Places) -> Iterator[Markup]:
        """Say where a block came from, what its form was, and what the look of its words is now.

        Who moved it, or gave it its form alone, is named there.
        """
        redline, labels = self.redline, self.labels
        inside = dict.fromkeys(run.change for run in part.runs if run.change is not None)
        if part.moved is not None:
            moved = labels.from_above if goes_down(redline, part.moved) else labels.from_below
            yield Markup.escape(moved) + behind(names, part.moved, before_words=False)
        if part.opening is State.REFORMED and not new_number(part):
            alone = None if part.change in inside else part.change
            yield Markup.escape(_old_form(part, labels)) + behind(names, alone, before_words=False)
        for index in inside:
            change = redline.changes[index]
            if _is_blank(change):
                yield Markup.escape(labels.blanks)
            if change.kind == "format":
                yield from _look(change, labels)


def new_number(part: DrawnBlock) -> bool:
    """Whether an item has another number and nothing else, which its number shows."""
    old, new = part.old_break, part.break_
    return old is not None and old.is_item and new.is_item and old.path == new.path


def _old_form(part: DrawnBlock, labels: Labels) -> str:
    old, new = part.old_break, part.break_
    if old is None:
        return labels.reformed
    if kind_of(old) != kind_of(new):
        return labels.was[kind_of(old)]
    return labels.reformed if _level(old) == _level(new) else labels.level


def _level(break_: Break) -> tuple[int, int, int]:
    return break_.level, break_.depth, break_.quotes


def _is_blank(change: Change) -> bool:
    """Whether one kind of space takes the place of another."""
    tokens = (*change.removed, *change.inserted)
    return change.kind == "replace" and all(token.kind == "blank" for token in tokens)


def _look(change: Change, labels: Labels) -> Iterator[Markup]:
    """Say which marks words have now; what a format takes out and puts in runs parallel."""
    for kind in labels.now:
        pairs = [(_mark(old, kind), _mark(new, kind)) for old, new in _pairs(change)]
        for old, new in dict.fromkeys(pairs):
            if old != new:
                yield _said(kind, old, new, labels)


def _pairs(change: Change) -> Iterator[tuple[Token, Token]]:
    return zip(change.removed, change.inserted, strict=True)


def _mark(token: Token, kind: str) -> Mark | None:
    return next((mark for mark in token.marks if mark.kind == kind), None)


def _said(kind: str, old: Mark | None, new: Mark | None, labels: Labels) -> Markup:
    words = labels.now if old is None else labels.no_more if new is None else labels.other
    gone, come = (mark.address if mark and kind == "link" else "" for mark in (old, new))
    return Markup.escape(words[kind]) + _words(gone, come, labels)


def _words(gone: str, come: str, labels: Labels) -> Markup:
    return join(
        [
            Markup(" ") + changed("del", labels.deleted, gone) if gone else NOTHING,
            Markup(" ") + changed("ins", labels.inserted, come) if come else NOTHING,
        ]
    )
