"""Checking an exported record without the site: does it hang together, and if not, where not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from drafting.errors import N_, BadInput
from drafting.exchange.record import FORMAT
from drafting.rules.digests import EditionHead, edition_digest
from drafting.rules.journal import FIRST_PREV, Link, canonical, commit, salted

LARGEST_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check found; no faults means that nothing was changed since `head` was known."""

    entries: int
    editions: int
    head: str
    faults: tuple[str, ...]


def verify(data: bytes) -> Verdict:
    """Check every link, every opened commitment, every published draft.

    A record that was cut off at its end is whole in itself: compare `head` with one known from
    elsewhere. Raises: BadInput when it is no record at all.
    """
    facts = load(data)
    entries, editions = facts["entries"], facts["editions"]
    faults = (*entry_faults(entries), *edition_faults(editions, entries))
    head = str(entries[-1].get("hash", "")) if entries else FIRST_PREV
    return Verdict(len(entries), len(editions), head, faults)


def load(data: bytes) -> Mapping[str, Any]:
    """Read the file. Raises: BadInput."""
    if len(data) > LARGEST_BYTES:
        raise BadInput(N_("This file is too large to be a record."))
    try:
        facts = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadInput(N_("This file is not a record of Drafting.")) from error
    if not is_record(facts):
        raise BadInput(N_("This file is not a record of Drafting."))
    found: Mapping[str, Any] = facts
    return found


def is_record(facts: object) -> bool:
    """Say whether plain values have the outer form of a record."""
    if not isinstance(facts, dict) or facts.get("format") != FORMAT:
        return False
    return all(
        isinstance(facts.get(name), list) and all(isinstance(one, dict) for one in facts[name])
        for name in ("entries", "editions")
    )


def entry_faults(entries: list[dict[str, Any]]) -> Iterator[str]:
    """Name what is wrong with the chain."""
    prev = FIRST_PREV
    for place, entry in enumerate(entries, start=1):
        if entry.get("seq") != place:
            yield f"Entry {place} is missing, or out of its place."
        if entry.get("prev") != prev:
            yield f"Entry {place} does not follow the one before it."
        if hash_of(entry) != entry.get("hash"):
            yield f"Entry {place} was changed."
        if not opens(entry):
            yield f"What entry {place} keeps private was changed."
        prev = str(entry.get("hash", ""))


def hash_of(entry: Mapping[str, Any]) -> str | None:
    """Return the hash that an entry should have, None when it has no canonical form."""
    try:
        return Link(entry["seq"], entry["prev"], entry["public"], entry["private"]).hash
    except (KeyError, ValueError, RecursionError):
        return None


def opens(entry: Mapping[str, Any]) -> bool:
    """Say whether an opened private part is the one that was committed to."""
    if "opened" not in entry:
        return True
    try:
        return commit(bytes.fromhex(entry["nonce"]), entry["opened"]) == entry.get("private")
    except (KeyError, ValueError, TypeError, RecursionError):
        return False


def edition_faults(editions: list[dict[str, Any]], entries: list[dict[str, Any]]) -> Iterator[str]:
    """Name what is wrong with the published drafts, and with what the chain says of them."""
    told = {
        public.get("edition"): public.get("digest")
        for entry in entries
        if isinstance(public := entry.get("public"), dict) and public.get("kind") == "published"
    }
    for edition in editions:
        name = edition.get("name", "?")
        yield from (f"{name}: {fault}" for fault in paragraph_faults(edition))
        if digest_of(edition) != edition.get("digest"):
            yield f"{name}: its head or the order of its paragraphs was changed."
        if told.pop(edition.get("number"), None) != edition.get("digest"):
            yield f"{name}: the record tells of another text."
    yield from (f"Published draft {number} is missing." for number in sorted(map(str, told)))


def paragraph_faults(edition: Mapping[str, Any]) -> Iterator[str]:
    """Name the paragraphs that do not fit their seal."""
    for place, one in enumerate(edition.get("paragraphs", ()), start=1):
        try:
            fits = salted(bytes.fromhex(one["salt"]), one["markdown"]) == one["digest"]
        except (KeyError, ValueError, TypeError, AttributeError):
            fits = False
        if not fits:
            label = one.get("label") if isinstance(one, dict) else ""
            yield f"paragraph {f'¶{label}' if label else place} was changed."


def digest_of(edition: Mapping[str, Any]) -> str | None:
    """Return the digest that a published draft should have."""
    try:
        head = EditionHead(
            edition["statement"],
            edition["number"],
            edition["name"],
            datetime.fromisoformat(edition["at"]),
        )
        digests = [one["digest"] for one in edition["paragraphs"]]
        canonical(digests)
        return edition_digest(head, digests)
    except (KeyError, ValueError, TypeError):
        return None
