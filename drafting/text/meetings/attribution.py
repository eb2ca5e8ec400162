"""Whose words they are: who wrote each word that stands, and who took out each that does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from drafting.text.changes.take import take
from drafting.text.meetings.course import Authors, Course, Item, Pass, Step
from drafting.text.passages.passage import Passage
from drafting.text.passages.tokens import PARAGRAPH, Token


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
    course = [Item(token, (), at) for at, token in enumerate(base.flat)]
    for step in steps:
        after = take(passage, step.changes)
        course = Pass(passage, after, course, step).course()
        passage = after
    return _told(passage, course)


def _told(passage: Passage, items: Course) -> Attribution:
    standing = [item for item in items if item.stands]
    spans: list[Span] = []
    at = 0
    for authors, run in groupby(standing, key=lambda item: item.authors):
        end = at + len(list(run))
        spans.append(Span(at, end, authors))
        at = end
    origins = tuple(item.origin for item in standing)
    return Attribution(passage, tuple(spans), tuple(_gone(items)), origins)


def _gone(items: Course) -> Iterator[Gone]:
    """The words that are out, in runs that share all that is said of them."""
    at = 0
    run: list[Item] = []
    for item in [*items, Item(PARAGRAPH, (), None)]:
        if run and (item.stands or not _goes_on(run[-1], item)):
            tokens = tuple(one.token for one in run)
            yield Gone(at, tokens, run[0].authors, run[0].taken_out_by, run[0].origin)
            run = []
        if item.stands:
            at += 1
        else:
            run.append(item)


def _goes_on(one: Item, two: Item) -> bool:
    """Whether the second says of itself what the first does, and stood right after it."""
    if (one.authors, one.taken_out_by) != (two.authors, two.taken_out_by):
        return False
    if one.origin is None or two.origin is None:
        return one.origin == two.origin
    return two.origin == one.origin + 1
