"""The record as a file: the chain of a statement, opened as far as its reader may see.

    {"format": "drafting-record/2", "statement": {"slug", "title"},
     "entries": [{"seq", "prev", "public", "private", "hash", "nonce"?, "opened"?, "words"?}
                 or {"seq", "hash"}],
     "editions": [{"form": 2, "statement", "title", "number", "name", "at", "digest",
                   "sections": [{"key", "title", "kind",
                     "paragraphs": [{"key", "label", "salt", "digest", "markdown"}]}]}]}

`private` is the commitment SHA-256(nonce ‖ opened); `hash` is SHA-256 over the RFC 8785 form of
{seq, prev, public, private}. `words` are texts by the salted digests that stand for them in
`opened`. A closed entry, {seq, hash}, is one of the older form that its reader may not open; the
entry *record renewed* names all hashes before it. All digests are hexadecimal. Published drafts of
the older form have no `form`, no titles, and their paragraphs in one list.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafting.exchange.snapshot import Snapshot, SnapshotParagraph
from drafting.rules.journal import Json, Link

FORMAT = "drafting-record/2"
OLD_FORMAT = "drafting-record/1"


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """One link; `nonce` (hexadecimal) and `opened` are None where its reader may not look in.

    `words` are the texts that it names; None in the older form. `closed`: its place is told alone.
    """

    link: Link
    hash: str
    nonce: str | None = None
    opened: Mapping[str, Json] | None = None
    words: Mapping[str, str] | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """The whole chain of a statement, with what was published."""

    slug: str
    title: str
    entries: Sequence[RecordEntry]
    editions: Sequence[Snapshot]


def write_record(record: Record) -> bytes:
    """Return the record as UTF-8 JSON with keys in order, the same byte for byte each time."""
    facts = {
        "format": FORMAT,
        "statement": {"slug": record.slug, "title": record.title},
        "entries": [entry_facts(entry) for entry in record.entries],
        "editions": [edition_facts(snapshot) for snapshot in record.editions],
    }
    return (json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def entry_facts(entry: RecordEntry) -> Mapping[str, object]:
    """Return one link as plain values."""
    if entry.closed:
        return {"seq": entry.link.seq, "hash": entry.hash}
    facts: dict[str, object] = {
        "seq": entry.link.seq,
        "prev": entry.link.prev,
        "public": entry.link.public,
        "private": entry.link.private,
        "hash": entry.hash,
    }
    if entry.nonce is not None and entry.opened is not None:
        facts |= {"nonce": entry.nonce, "opened": entry.opened}
        facts |= {} if entry.words is None else {"words": entry.words}
    return facts


def edition_facts(snapshot: Snapshot) -> Mapping[str, object]:
    """Return a published draft with its sealed paragraphs, in their order."""
    facts: dict[str, object] = {
        "statement": snapshot.slug,
        "number": snapshot.number,
        "name": snapshot.name,
        "at": snapshot.at,
        "digest": snapshot.digest,
    }
    if snapshot.form == 1:
        paragraphs = [one for section in snapshot.sections for one in section.paragraphs]
        return {**facts, "paragraphs": [paragraph_facts(one) for one in paragraphs]}
    sections = [
        {
            "key": section.key,
            "title": section.title,
            "kind": section.kind,
            "paragraphs": [paragraph_facts(one) for one in section.paragraphs],
        }
        for section in snapshot.sections
    ]
    return {**facts, "form": snapshot.form, "title": snapshot.statement, "sections": sections}


def paragraph_facts(one: SnapshotParagraph) -> Mapping[str, str]:
    """Return one sealed paragraph."""
    return {
        "key": one.key,
        "label": one.label,
        "salt": one.salt,
        "digest": one.digest,
        "markdown": one.markdown,
    }
