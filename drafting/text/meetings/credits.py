"""Naming at each change between two drafts whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.text.changes.redline import Redline, after_ranges
from drafting.text.meetings.attribution import Attribution
from drafting.text.meetings.course import Authors
from drafting.text.passages.tokens import Token


def credited(redline: Redline, found: Attribution) -> tuple[Authors, ...]:
    """Name at each change, in parallel, who wrote what it puts in and took out what it removes.

    The redline leads from the base to the text of the attribution, as between two drafts. Words
    of the base name nobody, nor do moves and new marks; blanks do where nothing else changes.

    Raises:
        ValueError: the redline leads to another text.
    """
    if redline.after != found.passage:
        raise ValueError("a redline to another text")
    wrote = [span.authors for span in found.spans for _ in range(span.start, span.end)]
    out = dict(_taken_out(found))
    flat, named = redline.after.flat, []
    for change, (low, high) in zip(redline.changes, after_ranges(redline), strict=True):
        told = [(flat[offset], wrote[offset]) for offset in range(low, high)]
        away = enumerate(change.removed, change.start)
        told += [(token, out.get(offset, ())) for offset, token in away]
        named.append(_names(told) if change.to is None else ())
    return tuple(named)


def _taken_out(found: Attribution) -> Iterator[tuple[int, Authors]]:
    """Who took out the words of the base that are out, each by its offset there."""
    for gone in found.gone:
        if gone.origin is not None:
            yield from ((gone.origin + k, gone.taken_out_by) for k in range(len(gone.tokens)))


def _names(told: list[tuple[Token, Authors]]) -> Authors:
    seen = [names for token, names in told if token.kind != "blank"]
    names = seen or [names for _token, names in told]
    return tuple(dict.fromkeys(name for authors in names for name in authors))
