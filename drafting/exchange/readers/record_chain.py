"""Checking the chain of a record: each link, each opened part, and what may be closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from drafting.exchange.readers.record_forms import is_closed
from drafting.rules.journal import (
    FIRST_PREV,
    FORM_NOW,
    EventKind,
    Link,
    commit,
    digest_of_hashes,
    salted,
)

Entries = Sequence[Mapping[str, Any]]
HEADS = frozenset({"v", "kind", "at"})


def chain_faults(entries: Entries) -> Iterator[str]:
    """Name what is wrong with the chain."""
    prev = FIRST_PREV
    for place, entry in enumerate(entries, start=1):
        if entry["seq"] != place:
            yield f"Entry {place} is missing, or out of its place."
        if not is_closed(entry):
            yield from link_faults(place, entry, prev)
        prev = entry["hash"]
    yield from form_faults(entries)


def link_faults(place: int, entry: Mapping[str, Any], prev: str) -> Iterator[str]:
    """Name what is wrong with one entry that is not closed."""
    if entry["prev"] != prev:
        yield f"Entry {place} does not follow the one before it."
    link = Link(entry["seq"], entry["prev"], entry["public"], entry["private"])
    if link.hash != entry["hash"]:
        yield f"Entry {place} was changed."
    if "opened" not in entry:
        return
    if commit(bytes.fromhex(entry["nonce"]), entry["opened"]) != entry["private"]:
        yield f"What entry {place} keeps private was changed."
    elif not tells_the_same(entry["public"], entry["opened"]):
        yield f"Entry {place} tells everybody something else than it keeps."
    if strangers(entry):
        yield f"The words of entry {place} were changed."


def tells_the_same(public: Mapping[str, Any], opened: Mapping[str, Any]) -> bool:
    """Say whether what is told to everybody is what members read."""
    if public.get("v") is None or public.get("kind") == EventKind.MEETING:
        return True
    told = {name: value for name, value in public.items() if name not in HEADS}
    return opened.get("act") == public.get("kind") and all(
        opened.get(name) == value for name, value in told.items()
    )


def strangers(entry: Mapping[str, Any]) -> list[str]:
    """Return the digests under which other words stand than were told, or none were told."""
    words = entry.get("words", {})
    salt = entry["opened"].get("salt")
    if not words:
        return []
    if type(salt) is not str or len(salt) % 2:
        return list(words)
    told = set(leaves(entry["opened"]))
    return [
        digest
        for digest, text in words.items()
        if digest not in told or salted(salt_bytes(salt), text) != digest
    ]


def salt_bytes(salt: str) -> bytes:
    """Return the salt of an entry; what is none makes no digest come out right."""
    try:
        return bytes.fromhex(salt)
    except ValueError:
        return b""


def leaves(value: object) -> Iterator[str]:
    """Yield each string that stands in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for member in value.values():
            yield from leaves(member)
    elif isinstance(value, list):
        for member in value:
            yield from leaves(member)


def form_faults(entries: Entries) -> Iterator[str]:
    """Name entries that are not of the form that their place asks for.

    Closed ones and those of the older form stand before the entry that renewed the record.
    """
    renewed = 0
    for place, entry in enumerate(entries, start=1):
        form = 1 if is_closed(entry) else entry["public"].get("v", 1)
        if form == 1:
            if renewed:
                yield f"Entry {place} is closed or of the older form: here none may be."
            continue
        if form != FORM_NOW:
            yield f"Entry {place} is of a form that is not known here."
        if not renewed:
            renewed = place
            yield from faults_of_renewal(entries[:place], place)
        elif entry["public"].get("kind") == EventKind.RENEWED:
            yield f"Entry {place} renews the record a second time."
        if entry["public"].get("kind") == EventKind.MEETING and set(entry["public"]) != HEADS:
            yield f"Entry {place} tells everybody more than the day."


def faults_of_renewal(entries: Entries, place: int) -> Iterator[str]:
    """Name what is wrong with the first entry of the present form, where older ones precede it."""
    public = entries[-1]["public"]
    if place == 1 and public.get("kind") != EventKind.RENEWED:
        return
    if public.get("kind") != EventKind.RENEWED or public.get("closed_before") != place:
        yield f"Entry {place} does not say that the older entries before it may be closed."
    elif public.get("closed") != digest_of_hashes([one["hash"] for one in entries[:-1]]):
        yield f"Entries before {place} are not those that it closed."
