"""Naming at each change between two drafts whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from drafting.text.changes.redline import Change, Redline, after_ranges, pieces
from drafting.text.meetings.attribution import Attribution
from drafting.text.meetings.course import Authors
from drafting.text.passages.tokens import Token


def credited(redline: Redline, found: Attribution) -> tuple[Authors, ...]:
    """Name at each change, in parallel, whose it is.

    That is who wrote or marked what it puts in and took out what it removes; at a move, who had
    the blocks moved, for what a group asked for and was given is its own. The redline leads from
    the base to the text of the attribution, as between two drafts. Words that stand as in the base
    name nobody; blanks do where nothing else changes.

    Raises:
        ValueError: the redline leads to another text.
    """
    if redline.after != found.passage:
        raise ValueError("a redline to another text")
    names = _Names(redline, found)
    ranges = zip(redline.changes, after_ranges(redline), strict=True)
    return tuple(
        names.at_words(change, *there) if change.to is None else names.at_move(change)
        for change, there in ranges
    )


class _Names:
    """Who is named at the changes of one redline."""

    def __init__(self, redline: Redline, found: Attribution) -> None:
        self.redline = redline
        self.wrote, self.moved, self.marked = (
            [span.authors for span in spans for _ in range(span.start, span.end)]
            for spans in (found.spans, found.moved, found.marked)
        )
        self.origins = found.origins
        self.out = dict(_taken_out(found))

    def at_words(self, change: Change, low: int, high: int) -> Authors:
        flat = self.redline.after.flat
        told = [(flat[offset], self._put_in(offset)) for offset in range(low, high)]
        away = enumerate(change.removed, change.start)
        return _names([*told, *((token, self.out.get(offset, ())) for offset, token in away)])

    def _put_in(self, offset: int) -> Authors:
        """Who made it stand as it does; a new block may have been moved since it came in."""
        opens = self.redline.after.flat[offset].kind == "break" and self.origins[offset] is None
        moved = self.moved[offset] if opens else ()
        return (*self.wrote[offset], *moved, *self.marked[offset])

    def at_move(self, change: Change) -> Authors:
        """Who moved the blocks, or else the blocks that they pass.

        Blocks that went out and came in anew elsewhere are moved by who brought them there.
        """
        to = change.start if change.to is None else change.to
        passed = (change.end, to) if to >= change.end else (to, change.start)
        return self._movers(change.start, change.end) or self._movers(*passed)

    def _movers(self, start: int, end: int) -> Authors:
        flat = self.redline.after.flat
        offsets = [self.stays[k] for k in range(start, end) if k in self.stays]
        return _names([(flat[one], self.moved[one] or self.wrote[one]) for one in offsets])

    @cached_property
    def stays(self) -> Mapping[int, int]:
        """Where what no change rewrites stands in the new text, by its place in the old one."""
        parts = pieces(len(self.redline.before.flat), self.redline.changes)
        return {
            piece.start + k: piece.low + k
            for piece in parts
            if piece.change is None
            for k in range(piece.end - piece.start)
        }


def _taken_out(found: Attribution) -> Iterator[tuple[int, Authors]]:
    """Who took out the words of the base that are out, each by its offset there."""
    for gone in found.gone:
        if gone.origin is not None:
            yield from ((gone.origin + k, gone.taken_out_by) for k in range(len(gone.tokens)))


def _names(told: list[tuple[Token, Authors]]) -> Authors:
    seen = [names for token, names in told if token.kind != "blank"]
    names = seen or [names for _token, names in told]
    return tuple(dict.fromkeys(name for authors in names for name in authors))
