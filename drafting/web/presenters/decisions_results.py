"""The text as it would read after an answer: other words, and sections that come, go or move."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from drafting.actions.steps.book import Book
from drafting.actions.steps.parts import outline_keys
from drafting.actions.steps.plans import Plan, Result
from drafting.store.models import Amendment, AmendmentPart
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import latest
from drafting.text import Passage, diff, excerpts, read
from drafting.web.presenters.amendments_parts import MarkedPlace, PartView, marked_place


@dataclass(frozen=True, slots=True)
class ResultView:
    """A text as it would change, and the marked places; `after` where a section would stand."""

    title: str
    kind: str
    places: tuple[MarkedPlace, ...]
    after: str | None = None


@dataclass(frozen=True, slots=True)
class NewWords:
    """Title and words of a section that would come in."""

    title: str
    words: Passage


@dataclass(frozen=True, slots=True)
class AskedSections:
    """Sections by their keys, as they were asked for: those that come in, those that move."""

    new: dict[str, NewWords] = field(default_factory=dict)
    moved: set[str] = field(default_factory=set)


def result_views(
    results: Sequence[Result],
    book: Book,
    labels: Mapping[str, str],
    asked: AskedSections,
) -> tuple[ResultView, ...]:
    """Return each text as it would read, cut down to what changes."""
    views: list[ResultView] = []
    for result in results:
        version = book.version_at(result.place)
        if version is None:
            views += sections_touched(result, book, asked)
        else:
            places = places_in(result, version.keys, labels)
            views.append(ResultView(version.title, result.place.kind.value, places))
    return tuple(views)


def places_in(
    result: Result, keys: Sequence[str], labels: Mapping[str, str]
) -> tuple[MarkedPlace, ...]:
    """Return the marked paragraphs under their numbers; a title has none."""
    known = keys if result.place.kind is PartKind.TEXT else ()
    return tuple(marked_place(cut, known, labels) for cut in excerpts(result.redline))


def sections_touched(result: Result, book: Book, asked: AskedSections) -> Iterator[ResultView]:
    """Name the sections that would come, go, or stand elsewhere."""
    before, after = outline_keys(result.redline.before), outline_keys(result.redline.after)
    standing = {
        version.section.key: NewWords(version.title, read(version.markdown))
        for version in book.versions.values()
    }
    known = {**standing, **asked.new}
    for key in (key for key in before if key not in after):
        gone = MarkedPlace("", "", diff(known[key].words, read("")))
        yield ResultView(known[key].title, PartKind.DROP.value, (gone,))
    moved = moved_keys(asked.moved, before, after)
    for at, key in enumerate(after):
        behind = known[after[at - 1]].title if at else ""
        if key not in before:
            come = MarkedPlace("", "", diff(read(""), known[key].words))
            yield ResultView(known[key].title, PartKind.ADD.value, (come,), behind)
        elif key in moved:
            yield ResultView(known[key].title, PartKind.MOVE.value, (), behind)


def moved_keys(asked: Collection[str], before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Return what moves, as it was asked; else the fewest that lead from one order to the other."""
    was = [key for key in before if key in after]
    is_now = [key for key in after if key in before]
    if [key for key in was if key not in asked] == [key for key in is_now if key not in asked]:
        return set(was) & set(asked)
    runs = SequenceMatcher(None, was, is_now, autojunk=False).get_matching_blocks()
    return set(was) - {key for run in runs for key in was[run.a : run.a + run.size]}


def in_plan(plan: Plan) -> AskedSections:
    """Name the sections that a plan brings in, with the words that they would have, or moves."""
    taken = [one for ruled in plan.ruled for one in ruled.parts if one.redline is not None]
    return named((one.part, one.words) for one in taken)


def named(parts: Iterable[tuple[AmendmentPart, str | None]]) -> AskedSections:
    """Name the sections that these parts bring in, with other words where there are some."""
    found = AskedSections()
    for part, words in parts:
        if part.kind is PartKind.ADD:
            come = read(words if words is not None else part.markdown or "")
            found.new[part.section_key or ""] = NewWords(part.title or "", come)
        elif part.kind is PartKind.MOVE:
            found.moved.add(part.section_key or "")
    return found


def same_words(asked: Sequence[PartView], results: Sequence[ResultView]) -> bool:
    """Say whether the results are what is asked, place by place."""
    wished = [(part.kind, part.after, part.places) for part in asked]
    found = [(result.kind, result.after, result.places) for result in results]
    return sorted(wished, key=lambda one: one[0]) == sorted(found, key=lambda one: one[0])


def seen_versions(book: Book, amendments: Iterable[Amendment]) -> str:
    """Name the versions shown: `key:number`, with commas between them."""
    shown = {
        part.section_id: book.versions[part.section_id]
        for amendment in amendments
        for part in latest(amendment).parts
        if part.section_id in book.versions
    }
    return ",".join(f"{row.section.key}:{row.number}" for row in shown.values())
