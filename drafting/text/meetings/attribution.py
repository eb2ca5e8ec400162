"""Whose words they are: who wrote, moved or marked each that stands, who took out each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from drafting.text.changes.take import take
from drafting.text.meetings.course import Authors, Course, Item, Pass, Step
from drafting.text.passages.passage import Passage
from drafting.text.passages.tokens import PARAGRAPH, Token


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of the text as it stands, all written, moved or marked by the same."""

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

    `.spans` say who wrote, `.moved` who brought words to where they stand, `.marked` who made them
    look as they do; each covers `.passage` without gap or overlap. Nobody moved or marked what
    stands among the others, or looks, as in the base. Each token of the base either stands or is
    in one of `.gone`; `.origins` says for each token that stands where it stood in the base.
    """

    passage: Passage
    spans: tuple[Span, ...]
    moved: tuple[Span, ...]
    marked: tuple[Span, ...]
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
    return _told(base, passage, course)


def _told(base: Passage, passage: Passage, items: Course) -> Attribution:
    standing = [item for item in items if item.stands]
    return Attribution(
        passage,
        spans=tuple(_spans(item.authors for item in standing)),
        moved=tuple(_spans(_movers(standing))),
        marked=tuple(_spans(_markers(base, standing))),
        gone=tuple(_gone(items)),
        origins=tuple(item.origin for item in standing),
    )


def _spans(names: Iterable[Authors]) -> Iterator[Span]:
    """Put together neighbours of the same names."""
    at = 0
    for authors, run in groupby(names):
        end = at + len(list(run))
        yield Span(at, end, authors)
        at = end


def _movers(standing: Course) -> Iterator[Authors]:
    """Who moved each; nobody where words of the base stand in their old order again."""
    origins = [item.origin for item in standing if item.origin is not None]
    highest = [-1, *accumulate(origins, max)]
    lowest = [*accumulate(reversed(origins), min)][::-1]
    at = 0
    for item in standing:
        if item.origin is None:
            yield item.moved_by
            continue
        in_order = highest[at] < item.origin == lowest[at]
        yield () if in_order else item.moved_by
        at += 1


def _markers(base: Passage, standing: Course) -> Iterator[Authors]:
    """Who marked each; nobody where a word of the base looks as it did."""
    for item in standing:
        as_before = item.origin is not None and base.flat[item.origin] == item.token
        yield () if as_before else item.marked_by


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
