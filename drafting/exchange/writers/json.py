"""Writes everything public of a published draft as JSON, for machines and for keeping."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from drafting.exchange.snapshot import Adopted, PublicAmendment, Snapshot, SnapshotSection
from drafting.text import Span, place, write

FORMAT = "drafting-edition/1"


def write_json(snapshot: Snapshot) -> bytes:
    """Return the draft as UTF-8 JSON with keys in order, the same byte for byte each time."""
    text = json.dumps(facts(snapshot), ensure_ascii=False, indent=1, sort_keys=True)
    return (text + "\n").encode()


def facts(snapshot: Snapshot) -> Mapping[str, object]:
    """Return what is public, as plain values."""
    return {
        "format": FORMAT,
        "statement": {
            "title": snapshot.statement,
            "slug": snapshot.slug,
            "language": snapshot.language,
        },
        "number": snapshot.number,
        "name": snapshot.name,
        "at": snapshot.at,
        "digest": snapshot.digest,
        "record": snapshot.record,
        "final": snapshot.final,
        "adopted": adopted(snapshot.adopted) if snapshot.adopted else None,
        "sections": [section_facts(section) for section in snapshot.sections],
        "open_points": [
            {"label": one.label, "groups": list(one.groups), "heading": one.heading}
            for one in snapshot.open_points
        ],
        "amendments": [amendment_facts(one) for one in snapshot.amendments],
    }


def adopted(how: Adopted) -> Mapping[str, object]:
    """Return how the final text was adopted."""
    return {
        "session": how.session,
        "on": how.on,
        "by_consensus": how.by_consensus,
        "groups": list(how.groups),
    }


def section_facts(section: SnapshotSection) -> Mapping[str, object]:
    """Return a section with its sealed paragraphs."""
    return {
        "key": section.key,
        "title": section.title,
        "kind": section.kind,
        "markdown": write(section.passage),
        "paragraphs": [
            {
                "key": one.key,
                "label": one.label,
                "markdown": one.markdown,
                "salt": one.salt,
                "digest": one.digest,
                "changed_by": list(one.names),
            }
            for one in section.paragraphs
        ],
        "words": list(named(section, section.whose.spans)),
        "moved": list(named(section, section.whose.moved)),
        "marked": list(named(section, section.whose.marked)),
        "taken_out": list(taken_out(section)),
    }


def named(section: SnapshotSection, spans: Iterable[Span]) -> Iterator[Mapping[str, object]]:
    """Say who wrote, moved or marked words since the text was first published, by their place.

    Places are code points of the section's `markdown`, half-open.
    """
    for span in spans:
        if span.authors:
            start, end = (placed(section, offset) for offset in (span.start, span.end))
            yield {"start": start, "end": end, "by": list(span.authors)}


def taken_out(section: SnapshotSection) -> Iterator[Mapping[str, object]]:
    """Say who took which words out of the text as first published, and where they stood."""
    for gone in section.whose.gone:
        if gone.origin is not None:
            words = "".join(token.text for token in gone.tokens)
            at = placed(section, gone.at)
            yield {"at": at, "words": words, "by": list(gone.taken_out_by)}


def placed(section: SnapshotSection, offset: int) -> int:
    """Return the place of a token in the section's Markdown; a first break begins it."""
    return max(place(section.passage, offset), 0)


def amendment_facts(one: PublicAmendment) -> Mapping[str, object]:
    """Return what the public may know of an amendment."""
    return {
        "label": one.label,
        "revision": one.revision,
        "groups": list(one.groups),
        "heading": one.heading,
        "reason": one.reason,
        "status": one.status,
        "changes": [dict(change) for change in one.changes],
        "answers": [dict(answer) for answer in one.answers],
    }
