"""One answer after another, walked through the words that stand or once stood in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from drafting.text.changes.diff import diff
from drafting.text.changes.redline import Change, Piece, pieces
from drafting.text.changes.runs import common_runs
from drafting.text.changes.take import splice
from drafting.text.passages.passage import Passage
from drafting.text.passages.tokens import Token

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


class Item(NamedTuple):
    """A token that stands or once stood, in its place among the others."""

    token: Token
    authors: Authors
    origin: int | None
    stands: bool = True
    taken_out_by: Authors = ()
    moved_by: Authors = ()
    """Who had it moved last."""
    marked_by: Authors = ()
    """Who gave it the marks, or a break the form, that it has."""
    new: Literal["", "words", "marks"] = ""
    """What the step that is walked has put in, so that its authors are yet to be named."""

    @property
    def says(self) -> tuple[str, str]:
        """What it must share with another one to be the same word."""
        return self.token.text, self.token.kind


Course = list[Item]
"""All that stands or once stood, in the order of the text."""


class Pass:
    """One step, walked in the order of the text that it makes."""

    def __init__(self, old: Passage, new: Passage, items: Course, step: Step) -> None:
        self.old, self.new, self.step = old, new, step
        self.items = items
        self.places = _standing(items)
        self.asked = None if step.asked is None else _alike(step.asked, new)
        self.wish = None if step.asked is None else diff(old, step.asked).changes
        self.cut = None if self.wish is None else _cut(self.wish)
        self.moved = dict(self._moved())
        self.out: Course = []

    def course(self) -> Course:
        """Return all that stands or once stood, as the step leaves it."""
        self.out.extend(self.items[: self.places[0]])
        parts = pieces(len(self.old.flat), self.step.changes)
        for stays, run in groupby(parts, key=lambda piece: piece.change is None):
            for piece in run if stays else ():
                self.out.extend(self._kept(piece))
            if not stays:
                self._put(list(run))
        if splice(self.old, self.step.changes).flat != self.new.flat:
            self.out = list(self._settled())
        return list(self._named())

    def _moved(self) -> Iterator[tuple[int, Authors]]:
        """Each offset of the old text that goes elsewhere, and in whose name."""
        asked = None if self.wish is None else _moves(self.wish)
        for offset, to in _moves(self.step.changes).items():
            theirs = asked is None or asked.get(offset) == to
            yield offset, self.step.authors if theirs else self.step.otherwise

    def _kept(self, piece: Piece) -> Iterable[Item]:
        """A range of the old text that stays, with what was taken out in it before."""
        if piece.start not in self.moved:
            return self.items[self.places[piece.start] : self.places[piece.end]]
        return (one for at in range(piece.start, piece.end) for one in self._from(at))

    def _from(self, offset: int) -> Sequence[Item]:
        """What stands at an offset of the old text, wherever it goes, and what is out behind it."""
        first, *rest = self.items[self.places[offset] : self.places[offset + 1]]
        return [first._replace(moved_by=self.moved.get(offset, first.moved_by)), *rest]

    def _put(self, run: Sequence[Piece]) -> None:
        """Put in what changes bring at one place, among the words that once stood there."""
        at = len(self.out)
        while at and not self.out[at - 1].stands:
            at -= 1
        pool = self.out[at:]
        inserted: list[Item] = []
        for piece in run:
            pool.extend(self._taken_out(piece))
            change = self.step.changes[piece.change or 0]
            inserted.extend(_fresh(token) for token in change.inserted)
        self.out[at:] = _restored(pool, inserted)

    def _taken_out(self, piece: Piece) -> Iterator[Item]:
        """A range of the old text, taken out, with what was taken out in it before."""
        for offset in range(piece.start, piece.end):
            asked = self.cut is None or (offset in self.cut and self._makes_way(piece))
            by = self.step.authors if asked else self.step.otherwise
            first, *rest = self._from(offset)
            yield first._replace(stands=False, taken_out_by=by)
            yield from rest

    def _makes_way(self, piece: Piece) -> bool:
        """Whether what is taken out leaves no words in its place that nobody asked for."""
        kept = self.asked or ()
        words = [k for k in range(piece.low, piece.high) if self.new.flat[k].kind == "word"]
        return not words or any(k in kept for k in words)

    def _settled(self) -> Iterator[Item]:
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
                yield _with_marks(first, news[j + k].token)
                yield from rest
            at, low = i + size, j + size

    def _dropped(self, items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            if not item.stands:
                yield item
            elif item.new != "words":
                yield item._replace(stands=False, taken_out_by=self.step.authors, new="")

    def _named(self) -> Iterator[Item]:
        """The same with the authors of what this step has put in."""
        offset = 0
        for item in self.out:
            asked = self.asked is None or offset in self.asked
            by = self.step.authors if asked else self.step.otherwise
            if item.new == "words":
                yield item._replace(authors=by, new="")
            elif item.new == "marks":
                yield item._replace(marked_by=by, new="")
            else:
                yield item
            offset += item.stands


def _fresh(token: Token) -> Item:
    return Item(token, (), None, new="words")


def _with_marks(item: Item, token: Token) -> Item:
    """The same word, as it looks now."""
    return item if item.token == token else item._replace(token=token, new=item.new or "marks")


def _standing(items: Sequence[Item]) -> list[int]:
    """The places of those that stand, and the end after them."""
    return [*(place for place, item in enumerate(items) if item.stands), len(items)]


def _alike(asked: Passage, taken: Passage) -> set[int]:
    """The offsets of `taken` at which stands what was asked, letter for letter."""
    parts = pieces(len(asked.flat), diff(asked, taken).changes)
    return {k for one in parts if one.change is None for k in range(one.low, one.high)}


def _cut(wish: Sequence[Change]) -> set[int]:
    """The offsets that changes take out."""
    return {k for one in wish if one.to is None for k in range(one.start, one.end)}


def _moves(changes: Sequence[Change]) -> dict[int, int]:
    """The offsets that changes move, each with the gap where it arrives."""
    moves = ((one, one.to) for one in changes if one.to is not None)
    return {k: to for one, to in moves for k in range(one.start, one.end)}


def _restored(pool: Sequence[Item], inserted: Sequence[Item]) -> Iterator[Item]:
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
            yield _with_marks(was, now.token)._replace(stands=True, taken_out_by=())
        at, low = i + size, j + size
