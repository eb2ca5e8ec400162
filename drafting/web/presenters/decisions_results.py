"""The text as it would read after an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from drafting.actions.steps.book import Book
from drafting.actions.steps.plans import Result
from drafting.store.models import Amendment
from drafting.store.models.amendments import PartKind
from drafting.store.queries.amendments import latest
from drafting.text import excerpts
from drafting.web.presenters.amendments_parts import MarkedPlace, marked_place


@dataclass(frozen=True, slots=True)
class ResultView:
    """A text as it would change: its title, and the marked places."""

    title: str
    kind: str
    places: tuple[MarkedPlace, ...]


def result_views(
    results: Sequence[Result], book: Book, labels: Mapping[str, str]
) -> tuple[ResultView, ...]:
    """Return each text as it would read, cut down to what changes; not the order of sections."""
    views = []
    for result in results:
        version = book.version_at(result.place)
        if version is not None:
            places = places_in(result, version.keys, labels)
            views.append(ResultView(version.title, result.place.kind.value, places))
    return tuple(views)


def places_in(
    result: Result, keys: Sequence[str], labels: Mapping[str, str]
) -> tuple[MarkedPlace, ...]:
    """Return the marked paragraphs under their numbers; a title has none."""
    known = keys if result.place.kind is PartKind.TEXT else ()
    return tuple(marked_place(cut, known, labels) for cut in excerpts(result.redline))


def seen_versions(book: Book, amendments: Iterable[Amendment]) -> str:
    """Name the versions shown: `key:number`, with commas between them."""
    shown = {
        part.section_id: book.versions[part.section_id]
        for amendment in amendments
        for part in latest(amendment).parts
        if part.section_id in book.versions
    }
    return ",".join(f"{row.section.key}:{row.number}" for row in shown.values())
