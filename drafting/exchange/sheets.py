"""Laying a published draft out as one HTML file, clean or marked against an earlier draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from drafting.exchange.notices import Notices, adopted_line, open_line, sealed_lines
from drafting.exchange.snapshot import Snapshot, SnapshotSection
from drafting.exchange.writers.html import Labels, Style
from drafting.exchange.writers.html_document import Sheet, SheetSection, document
from drafting.rules.credits import said
from drafting.rules.orders import moved_between
from drafting.text import Authors, Passage, Redline, credited, diff, read, restyle

FRAME = "frame"
"""A kind of section that no Final has: missing there, it was not taken out."""
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "ur", "dv", "yi"})


def write_html(
    snapshot: Snapshot,
    earlier: Snapshot | None = None,
    notices: Notices | None = None,
    labels: Labels | None = None,
) -> bytes:
    """Return the draft as one HTML file that needs nothing else, the same bytes each time."""
    words = notices or Notices()
    sheet = Sheet(
        title=f"{snapshot.statement} · {snapshot.name}",
        language=snapshot.language,
        direction="rtl" if snapshot.language.split("-")[0] in RIGHT_TO_LEFT else "ltr",
        head=tuple(head(snapshot, earlier, words)),
        sections=tuple(sections(snapshot, earlier, words, labels or Labels())),
        warning="" if snapshot.final else words.working,
    )
    return document(sheet).encode()


def head(snapshot: Snapshot, earlier: Snapshot | None, words: Notices) -> Iterator[str]:
    """Give the lines under the title."""
    if snapshot.final:
        yield words.final
        yield adopted_line(snapshot, words)
    if earlier is not None:
        yield words.against % {"name": earlier.name}
    yield from sealed_lines(snapshot, words)


def sections(
    snapshot: Snapshot, earlier: Snapshot | None, words: Notices, labels: Labels
) -> Iterator[SheetSection]:
    """Give the sections in order; those that stand no longer come after the others."""
    old = {one.key: one for one in earlier.sections} if earlier else {}
    moved = moved_between(list(old), [one.key for one in snapshot.sections])
    for section in snapshot.sections:
        was = old.pop(section.key, None)
        redline = clean(section.passage) if earlier is None else since(was, section)
        names = names_by_change(redline, section, labels) if earlier else {}
        style = Style(labels=labels, names=names)
        title = titled(section.title, was.title if was else section.title, words)
        if section.key in moved:
            title = f"{title} ({words.moved})"
        numbers = [one.label for one in section.paragraphs]
        yield SheetSection(title, redline, style, numbers)
    for gone in [one for one in old.values() if one.kind != FRAME]:
        redline = diff(gone.passage, Passage(()))
        names = names_of_dropped(redline, snapshot.dropped.get(gone.key, ()))
        title = f"{gone.title} ({words.taken_out})"
        yield SheetSection(title, redline, Style(labels=labels, names=names))
    if snapshot.open_points:
        listed = "\n\n".join(map(open_line, snapshot.open_points))
        yield SheetSection(words.open_points, clean(restyle(read(""), listed)))


def clean(passage: Passage) -> Redline:
    """Return a text without changes."""
    return Redline(passage, passage, ())


def since(was: SnapshotSection | None, section: SnapshotSection) -> Redline:
    """Mark what changed in a section; all of it where it is new."""
    return diff(was.passage if was else Passage(()), section.passage)


def titled(title: str, before: str, words: Notices) -> str:
    """Return the title of a section, with the one it had before where that was another."""
    return title if title == before else f"{title} ({words.title_before % {'title': before}})"


def names_by_change(
    redline: Redline, section: SnapshotSection, labels: Labels
) -> Mapping[int, Authors]:
    """Return, by the index of each change, whose it is, in the reader's language.

    The redline leads to the section from the draft since which its snapshot was taken.
    """
    named = credited(redline, section.whose)
    return {at: said(names, labels.moderators) for at, names in enumerate(named)}


def names_of_dropped(redline: Redline, names: Authors) -> Mapping[int, Authors]:
    """Return, by the index of each change, who had a whole section taken out."""
    return dict.fromkeys(range(len(redline.changes)), names)
