"""Draws a redline as HTML: the one place that writes `ins` and `del`, escaped by construction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from markupsafe import Markup

from drafting.exchange.drawing import Departure, Drawn, DrawnBlock, Run, State, draw
from drafting.exchange.numbering import item_labels
from drafting.exchange.writers.html_direction import direction, reads_leftwards
from drafting.exchange.writers.html_frame import Frame
from drafting.exchange.writers.html_inline import NOTHING, changed, inline, join, plain
from drafting.exchange.writers.html_letters import letters
from drafting.exchange.writers.html_names import Places, behind, named, places
from drafting.exchange.writers.html_notes import Labels, Notes, goes_down, kind_of, new_number
from drafting.exchange.writers.html_touches import touches
from drafting.text import CELL_EDGE, Break, Redline, facts

__all__ = ["HtmlBlock", "Labels", "Style", "blocks", "body"]

ITEM = Markup('<div class="item deep-{}"{}><span class="item-number">{}</span><div>{}</div></div>')
BlockState = Literal["kept", "changed", "new", "gone", "left"]


@dataclass(frozen=True, slots=True)
class Style:
    """How to draw: the words, the level of the highest heading, and who asked for which change.

    `tags` stand in front of a change (“A12a”), `names` behind it, or behind the whole block where
    all of it is theirs; both by the change's index. `weighs`: the words that change the
    force are said above the block. `numbers`: the ¶ numbers that stand in front of blocks, beside
    the old ones, empty where one has none.
    """

    labels: Labels = field(default_factory=Labels)
    top: int = 3
    tags: Mapping[int, str] = field(default_factory=dict)
    names: Mapping[int, Sequence[str]] = field(default_factory=dict)
    weighs: bool = False
    numbers: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """One block by itself, for pages that put something beside each.

    `after` and `before` are its indices in the passages' blocks (and so in their keys), None where
    it is not there; `kind` is paragraph, heading, item, quotation, row or note; `state` is “left”
    for the place from which blocks moved away; `changes` the indices of what touches it.
    """

    html: Markup
    kind: str
    state: BlockState
    after: int | None
    before: int | None
    changes: tuple[int, ...]


def blocks(redline: Redline, style: Style | None = None) -> tuple[HtmlBlock, ...]:
    """Draw each block by itself, in the order of the new text."""
    pen = _Pen(redline, style or Style())
    return tuple(pen.single(part) for part in draw(redline).parts)


def body(redline: Redline, style: Style | None = None) -> Markup:
    """Draw the whole passage with its lists, quotations and tables nested."""
    return _Pen(redline, style or Style()).nested(draw(redline))


class _Pen:
    """Draws the blocks of one redline."""

    def __init__(self, redline: Redline, style: Style) -> None:
        self.redline = redline
        self.style = style
        self.turns = reads_leftwards(redline)
        self.says = Notes(redline, style.labels)
        self.facts = facts(redline) if style.weighs else ()
        self.new_labels = item_labels(redline.after)
        self.old_labels = item_labels(redline.before)

    # -- whole blocks -------------------------------------------------------------------------

    def single(self, part: DrawnBlock | Departure) -> HtmlBlock:
        if isinstance(part, Departure):
            note = Markup('<p class="bar">{}</p>').format(self.left(part))
            return HtmlBlock(note, "paragraph", "left", None, part.before.start, (part.move,))
        html = self.element(part)
        if part.break_.block == "row":
            html = Markup("<table><tbody>{}</tbody></table>").format(html)
        if part.break_.depth:
            html = ITEM.format(
                min(part.break_.depth, 4), self.way(part.runs), self.label(part), html
            )
        for _ in range(part.break_.quotes):
            html = Markup("<blockquote>{}</blockquote>").format(html)
        kind, state = kind_of(part.break_), state_of(part)
        return HtmlBlock(html, kind, state, part.after, part.before, part.changes)

    def nested(self, drawn: Drawn) -> Markup:
        frame = Frame()
        for part in drawn.parts:
            if isinstance(part, Departure):
                frame.beside(Markup('<p class="bar">{}</p>').format(self.left(part)))
            else:
                frame.enter(part.break_, self.label(part), self.way(part.runs))
                frame.add(self.element(part), row=part.break_.block == "row")
        return frame.finish()

    def element(self, part: DrawnBlock) -> Markup:
        """The block's own element, without what it stands in."""
        if part.break_.block == "row":
            return self.row(part)
        names = places(part, self.style.names)
        inside = self.edge(part, names) + self.runs(part.runs, names) + self.notes(part, names)
        inside = self.touches(part) + self.number(part) + inside
        name = "p"
        if part.break_.block == "heading":
            name = f"h{min(6, self.style.top + part.break_.level - 1)}"
        if part.break_.block == "note":
            number = Markup('<span class="item-number">{}</span> ').format(part.break_.number)
            inside = number + inside
        attributes = self.classes(part) + self.way(part.runs)
        return Markup("<{0}{1}>{2}</{0}>").format(name, attributes, inside)

    def number(self, part: DrawnBlock) -> Markup:
        """The ¶ number that the block has, also while it waits to stand elsewhere."""
        at, numbers = part.before, self.style.numbers
        if at is None or at >= len(numbers) or not numbers[at]:
            return NOTHING
        return Markup('<span class="number">¶<bdi>{}</bdi></span> ').format(numbers[at])

    def row(self, part: DrawnBlock) -> Markup:
        name = "th" if part.break_.header else "td"
        names = places(part, self.style.names)
        cut = cells_of(part.runs)
        cells = [self.runs(runs, names) for runs in cut]
        cells[0] = self.touches(part) + cells[0]
        cells[-1] += self.notes(part, names)
        drawn = join(
            Markup("<{0}{1}>{2}</{0}>").format(name, self.way(runs), cell)
            for runs, cell in zip(cut, cells, strict=True)
        )
        return Markup("<tr{}>{}</tr>").format(self.classes(part), drawn)

    def classes(self, part: DrawnBlock) -> Markup:
        state = state_of(part)
        names: list[str] = [state] if state in {"new", "gone"} else []
        if part.moved is not None or reformed(part):
            names.append("bar")
        return Markup(' class="{}"').format(" ".join(names)) if names else NOTHING

    def way(self, runs: Sequence[Run]) -> Markup:
        """Say how these words are read, in a text in which not all are read from left to right."""
        if not self.turns:
            return NOTHING
        return direction("".join(token.text for run in runs for token in run.tokens))

    def label(self, part: DrawnBlock) -> Markup:
        """The number in front of an item, as it stands in the text that the block belongs to."""
        if part.after is None:
            return _label("del", self.old_labels, part.before)
        if part.new:
            return _label("ins", self.new_labels, part.after)
        new = _label("", self.new_labels, part.after)
        if not new_number(part):
            return new
        old = _label("", self.old_labels, part.before)
        return new if old == new else Markup("<del>{}</del> <ins>{}</ins>").format(old, new)

    # -- what stands at the edges -------------------------------------------------------------

    def edge(self, part: DrawnBlock, names: Places) -> Markup:
        """The sign of a block that was split off, at its beginning, with who is named there.

        Who gave an item another number alone is named behind that.
        """
        goes_on = part.change in {run.change for run in part.runs}
        whose = NOTHING if goes_on else behind(names, part.change, before_words=True)
        if part.opening is State.REFORMED and new_number(part):
            return whose
        if part.opening is not State.INSERTED or part.new:
            return NOTHING
        sign = self.change(State.INSERTED, Markup("¶ "), part.change, self.style.labels.begins)
        return sign + whose

    def touches(self, part: DrawnBlock) -> Markup:
        """The line above a block that stands before and after; one that comes or goes is marked."""
        if not self.facts or part.new or part.opening is State.DELETED:
            return NOTHING
        return touches([self.facts[index] for index in part.changes], self.style.labels)

    def notes(self, part: DrawnBlock, names: Places) -> Markup:
        said = [*self.says.of(part, names)]
        if names.whole:
            said.append(named(names.whole))
        if not said:
            return NOTHING
        return Markup(' <bdi class="change-note">{}</bdi>').format(Markup(" · ").join(said))

    def left(self, part: Departure) -> Markup:
        first = self.redline.before.blocks[part.before.start].text
        words = first if len(first) <= 60 else first[:59].rstrip() + "…"
        labels = self.style.labels
        moved = labels.moved_down if goes_down(self.redline, part.move) else labels.moved_up
        return Markup('<bdi class="change-note">{}: “<bdi>{}</bdi>”</bdi>').format(moved, words)

    # -- words --------------------------------------------------------------------------------

    def runs(self, runs: Sequence[Run], names: Places) -> Markup:
        seen: set[int | None] = {None}
        last = {run.change: at for at, run in enumerate(runs)}
        parts = []
        for at, run in enumerate(runs):
            parts.append(self.run(run, tagged=run.change not in seen))
            seen.add(run.change)
            if last[run.change] == at:
                parts.append(behind(names, run.change, before_words=run.tokens[-1].kind == "blank"))
        return join(parts)

    def run(self, run: Run, tagged: bool) -> Markup:
        words = inline(run.tokens, letters(self.redline, run) or plain)
        if run.state is State.KEPT:
            return words
        joined = self.style.labels.joined if any(isinstance(t, Break) for t in run.tokens) else None
        return self.change(run.state, words, run.change if tagged else None, joined)

    def change(
        self, state: State, words: Markup, index: int | None = None, heard: str | None = None
    ) -> Markup:
        """Words that come in, go out or look otherwise, with what a reader hears before them."""
        tag = self.style.tags.get(index, "") if index is not None else ""
        shown = Markup('<bdi class="tag">{}</bdi> ').format(tag) if tag else NOTHING
        if state is State.REFORMED:
            return shown + Markup('<span class="reformed">{}</span>').format(words)
        comes = state is State.INSERTED
        label = heard or (self.style.labels.inserted if comes else self.style.labels.deleted)
        return shown + changed("ins" if comes else "del", label, words)


def _label(mark: str, labels: Sequence[str], index: int | None) -> Markup:
    """A number by its index; letters in it say nothing of the direction of the text."""
    label = labels[index] if index is not None and index < len(labels) else ""
    shown = Markup("<bdi>{}</bdi>").format(label) if any(map(str.isalpha, label)) else label
    return Markup("<{0}>{1}</{0}>").format(mark, shown) if mark and label else Markup.escape(shown)


def state_of(part: DrawnBlock) -> BlockState:
    """What happens to the block as a whole."""
    if part.opening is State.DELETED:
        return "gone"
    if part.new:
        return "new"
    return "changed" if part.changes else "kept"


def reformed(part: DrawnBlock) -> bool:
    """Whether the form of the block, or the look of words in it, is another."""
    return part.opening is State.REFORMED or any(run.state is State.REFORMED for run in part.runs)


def cells_of(runs: Iterable[Run]) -> list[list[Run]]:
    """Cut the runs of a row at the edges of its cells; an edge that goes out joins two cells."""
    cells: list[list[Run]] = [[]]
    for run in runs:
        for edge, tokens in groupby(run.tokens, lambda token: token.text == CELL_EDGE):
            if not edge:
                cells[-1].append(Run(run.state, tuple(tokens), run.change))
            elif run.state is not State.DELETED:
                cells += [[] for _ in tokens]
    return cells


def marks_words(html: str) -> bool:
    """Say whether a page that was drawn marks words as put in or taken out."""
    return "<ins" in html or "<del" in html
