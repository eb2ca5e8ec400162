"""The record as a file: the chain of a statement, opened as far as its reader may see.

    {"format": "drafting-record/1", "statement": {"slug", "title"},
     "entries": [{"seq", "prev", "public", "private", "hash", "nonce"?, "opened"?}],
     "editions": [{"statement", "number", "name", "at", "digest",
                   "paragraphs": [{"key", "label", "salt", "digest", "markdown"}]}]}

`private` is the commitment SHA-256(nonce ‖ opened); `hash` is SHA-256 over the RFC 8785 form of
{seq, prev, public, private}. All digests are hexadecimal.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafting.exchange.snapshot import Snapshot
from drafting.rules.journal import Json, Link

FORMAT = "drafting-record/1"


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """One link; `nonce` (hexadecimal) and `opened` are None where its reader may not look in."""

    link: Link
    hash: str
    nonce: str | None = None
    opened: Mapping[str, Json] | None = None


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
    facts: dict[str, object] = {
        "seq": entry.link.seq,
        "prev": entry.link.prev,
        "public": entry.link.public,
        "private": entry.link.private,
        "hash": entry.hash,
    }
    if entry.nonce is not None and entry.opened is not None:
        facts |= {"nonce": entry.nonce, "opened": entry.opened}
    return facts


def edition_facts(snapshot: Snapshot) -> Mapping[str, object]:
    """Return a published draft with its sealed paragraphs, in their order."""
    return {
        "statement": snapshot.slug,
        "number": snapshot.number,
        "name": snapshot.name,
        "at": snapshot.at,
        "digest": snapshot.digest,
        "paragraphs": [
            {
                "key": one.key,
                "label": one.label,
                "salt": one.salt,
                "digest": one.digest,
                "markdown": one.markdown,
            }
            for section in snapshot.sections
            for one in section.paragraphs
        ],
    }
