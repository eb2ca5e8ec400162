"""Whose words they are: who wrote each word that stands, and who took out each that does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from drafting.text.changes.diff import diff
from drafting.text.changes.redline import Change, Piece, pieces
from drafting.text.changes.runs import common_runs
from drafting.text.changes.take import splice, take
from drafting.text.passages.passage import Passage
from drafting.text.passages.tokens import PARAGRAPH, Token

Authors = tuple[str, ...]
"""One or more names that stand together at a word; none at words of the base."""


class Step(NamedTuple):
    """What one answer put into the text: `changes` on the text as the steps before left it.

    For an answer in other words, `asked` is the text that the authors asked for, on the same
    text; words taken that it does not hold are those of `otherwise` (*moderators after A12*), and
    so are words taken out for these alone.
    """

    authors: Authors
    changes: Sequence[Change]
    asked: Passage | None = None
    otherwise: Authors = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of the text as it stands, all written by the same authors."""

    start: int
    end: int
    authors: Authors


@dataclass(frozen=True, slots=True)
class Gone:
    """Words that were taken out: where they stood, who wrote them, and who took them out."""

    at: int
    """The offset in the text as it stands before which they stood."""
    tokens: tuple[Token, ...]
    authors: Authors
    taken_out_by: Authors
    origin: int | None
    """The offset in the base of the first of them; none for words that came and went."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The authors of all that stands and all that was taken out, both in the order of the text.

    `.spans` cover `.passage` without gap or overlap. Each token of the base either stands or is
    in one of `.gone`; `.origins` says for each token that stands where it stood in the base.
    """

    passage: Passage
    spans: tuple[Span, ...]
    gone: tuple[Gone, ...]
    origins: tuple[int | None, ...]


def attribute(base: Passage, steps: Iterable[Step]) -> Attribution:
    """Say who wrote each word of the text that the steps make of `base`, one after another.

    Words that a change puts back, in the same step or a later one, keep their first author, as do
    words that are moved or get other marks. Words of the base have no authors.

    Raises:
        ValueError: the changes of a step overlap.
    """
    passage = base
    course = [_Item(token, (), at) for at, token in enumerate(base.flat)]
    for step in steps:
        after = take(passage, step.changes)
        course = _Pass(passage, after, course, step).course()
        passage = after
    return _told(passage, course)


class _Item(NamedTuple):
    """A token that stands or once stood, in its place among the others."""

    token: Token
    authors: Authors
    origin: int | None
    stands: bool = True
    taken_out_by: Authors = ()
    fresh: bool = False
    """Whether the step that is walked has put it in, so that its authors are yet to be named."""

    @property
    def says(self) -> tuple[str, str]:
        """What it must share with another one to be the same word."""
        return self.token.text, self.token.kind


_Course = list[_Item]
"""All that stands or once stood, in the order of the text."""


class _Pass:
    """One step, walked in the order of the text that it makes."""

    def __init__(self, old: Passage, new: Passage, items: _Course, step: Step) -> None:
        self.old, self.new, self.step = old, new, step
        self.items = items
        self.places = _standing(items)
        self.kept = None if step.asked is None else _kept(step.asked, new)
        self.cut = None if step.asked is None else _cut(old, step.asked)
        self.out: _Course = []

    def course(self) -> _Course:
        self.out.extend(self.items[: self.places[0]])
        parts = pieces(len(self.old.flat), self.step.changes)
        for stays, run in groupby(parts, key=lambda piece: piece.change is None):
            for piece in run if stays else ():
                self.out.extend(self.items[self.places[piece.start] : self.places[piece.end]])
            if not stays:
                self._put(list(run))
        if splice(self.old, self.step.changes).flat != self.new.flat:
            self.out = list(self._settled())
        return list(self._named())

    def _put(self, run: Sequence[Piece]) -> None:
        """Put in what changes bring at one place, among the words that once stood there."""
        at = len(self.out)
        while at and not self.out[at - 1].stands:
            at -= 1
        pool = self.out[at:]
        inserted: list[_Item] = []
        for piece in run:
            pool.extend(self._taken_out(piece))
            change = self.step.changes[piece.change or 0]
            inserted.extend(_fresh(token) for token in change.inserted)
        self.out[at:] = _restored(pool, inserted)

    def _taken_out(self, piece: Piece) -> Iterator[_Item]:
        """A range of the old text, taken out, with what was taken out in it before."""
        for offset in range(piece.start, piece.end):
            asked = self.cut is None or (offset in self.cut and self._makes_way(piece))
            by = self.step.authors if asked else self.step.otherwise
            first, *rest = self.items[self.places[offset] : self.places[offset + 1]]
            yield first._replace(stands=False, taken_out_by=by)
            yield from rest

    def _makes_way(self, piece: Piece) -> bool:
        """Whether what is taken out leaves no words in its place that nobody asked for."""
        kept = self.kept or ()
        words = [k for k in range(piece.low, piece.high) if self.new.flat[k].kind == "word"]
        return not words or any(k in kept for k in words)

    def _settled(self) -> Iterator[_Item]:
        """The same after normal form: words cut anew at seams, empty blocks and blanks gone."""
        places = _standing(self.out)
        says = [self.out[place].says for place in places[:-1]]
        news = [_fresh(token) for token in self.new.flat]
        yield from self.out[: places[0]]
        at = low = 0
        for i, j, size in [
            *common_runs(says, [new.says for new in news]),
            (len(says), len(news), 0),
        ]:
            yield from self._dropped(self.out[places[at] : places[i]])
            yield from news[low:j]
            for k in range(size):
                first, *rest = self.out[places[i + k] : places[i + k + 1]]
                yield first._replace(token=news[j + k].token)
                yield from rest
            at, low = i + size, j + size

    def _dropped(self, items: Iterable[_Item]) -> Iterator[_Item]:
        for item in items:
            if not item.stands:
                yield item
            elif not item.fresh:
                yield item._replace(stands=False, taken_out_by=self.step.authors)

    def _named(self) -> Iterator[_Item]:
        """The same with the authors of what this step has put in."""
        offset = 0
        for item in self.out:
            if item.fresh:
                asked = self.kept is None or offset in self.kept
                authors = self.step.authors if asked else self.step.otherwise
                yield item._replace(authors=authors, fresh=False)
            else:
                yield item
            offset += item.stands


def _fresh(token: Token) -> _Item:
    return _Item(token, (), None, fresh=True)


def _standing(items: Sequence[_Item]) -> list[int]:
    """The places of those that stand, and the end after them."""
    return [*(place for place, item in enumerate(items) if item.stands), len(items)]


def _kept(asked: Passage, taken: Passage) -> set[int]:
    """The offsets of `taken` at which stands what was asked, letter for letter."""
    parts = pieces(len(asked.flat), diff(asked, taken).changes)
    return {k for one in parts if one.change is None for k in range(one.low, one.high)}


def _cut(old: Passage, asked: Passage) -> set[int]:
    """The offsets of `old` that those who asked would take out."""
    return {
        k
        for change in diff(old, asked).changes
        if change.to is None
        for k in range(change.start, change.end)
    }


def _restored(pool: Sequence[_Item], inserted: Sequence[_Item]) -> Iterator[_Item]:
    """What is put in, as the words that it was where it stood there before; the rest is out."""
    at = low = 0
    runs = common_runs([item.says for item in pool], [item.says for item in inserted])
    for i, j, size in [*runs, (len(pool), len(inserted), 0)]:
        at_edge = i + j == 0 or (i + size, j + size) == (len(pool), len(inserted))
        if not at_edge and not any(item.token.kind == "word" for item in inserted[j : j + size]):
            continue  # blanks and stops are the same only beside a word that is
        yield from pool[at:i]
        yield from inserted[low:j]
        for was, now in zip(pool[i : i + size], inserted[j : j + size], strict=True):
            yield was._replace(token=now.token, stands=True, taken_out_by=())
        at, low = i + size, j + size


def _told(passage: Passage, items: _Course) -> Attribution:
    standing = [item for item in items if item.stands]
    spans: list[Span] = []
    at = 0
    for authors, run in groupby(standing, key=lambda item: item.authors):
        end = at + len(list(run))
        spans.append(Span(at, end, authors))
        at = end
    origins = tuple(item.origin for item in standing)
    return Attribution(passage, tuple(spans), tuple(_gone(items)), origins)


def _gone(items: _Course) -> Iterator[Gone]:
    """The words that are out, in runs that share all that is said of them."""
    at = 0
    run: list[_Item] = []
    for item in [*items, _fresh(PARAGRAPH)]:
        if run and (item.stands or not _goes_on(run[-1], item)):
            tokens = tuple(one.token for one in run)
            yield Gone(at, tokens, run[0].authors, run[0].taken_out_by, run[0].origin)
            run = []
        if item.stands:
            at += 1
        else:
            run.append(item)


def _goes_on(one: _Item, two: _Item) -> bool:
    """Whether the second says of itself what the first does, and stood right after it."""
    if (one.authors, one.taken_out_by) != (two.authors, two.taken_out_by):
        return False
    if one.origin is None or two.origin is None:
        return one.origin == two.origin
    return two.origin == one.origin + 1
