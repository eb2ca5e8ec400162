"""Laying a published draft out as one HTML file, clean or marked against an earlier draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafting.exchange.drawing import DrawnBlock, draw
from drafting.exchange.notices import Notices, adopted_line, open_line
from drafting.exchange.snapshot import Snapshot, SnapshotSection
from drafting.exchange.writers.html import Labels, Style
from drafting.exchange.writers.html_document import Sheet, SheetSection, document
from drafting.text import Passage, Redline, diff, read, restyle

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
    yield words.published % {"at": snapshot.at, "digest": snapshot.digest}


def sections(
    snapshot: Snapshot, earlier: Snapshot | None, words: Notices, labels: Labels
) -> Iterator[SheetSection]:
    """Give the sections in order; those that stand no longer come after the others."""
    old = {one.key: one for one in earlier.sections} if earlier else {}
    for section in snapshot.sections:
        was = old.pop(section.key, None)
        if earlier is None:
            yield sheet_section(section, clean(section.passage), labels)
        else:
            before = was.passage if was else Passage(())
            yield sheet_section(section, diff(before, section.passage), labels)
    for gone in old.values():
        redline = diff(gone.passage, Passage(()))
        title = f"{gone.title} ({words.taken_out})"
        yield SheetSection(title, redline, Style(labels=labels))
    if snapshot.open_points:
        listed = "\n\n".join(map(open_line, snapshot.open_points))
        yield SheetSection(words.open_points, clean(restyle(read(""), listed)))


def clean(passage: Passage) -> Redline:
    """Return a text without changes."""
    return Redline(passage, passage, ())


def sheet_section(section: SnapshotSection, redline: Redline, labels: Labels) -> SheetSection:
    """Lay out one section, with names at the paragraphs that were changed."""
    return SheetSection(
        title=section.title,
        text=redline,
        style=Style(labels=labels, names=names_by_change(section, redline)),
        numbers=[one.label for one in section.paragraphs],
    )


def names_by_change(section: SnapshotSection, redline: Redline) -> Mapping[int, Sequence[str]]:
    """Return, by the index of each change, who is named at the paragraphs that it touches."""
    found: dict[int, dict[str, None]] = {}
    for part in draw(redline).parts:
        if isinstance(part, DrawnBlock) and part.after is not None:
            names = section.paragraphs[part.after].names
            for change in part.changes:
                found.setdefault(change, {}).update(dict.fromkeys(names))
    return {change: tuple(names) for change, names in found.items()}
