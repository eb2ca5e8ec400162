"""Checking an exported record without the site: does it hang together, and if not, where not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from drafting.errors import N_, BadInput
from drafting.exchange.readers.strict import (
    Form,
    Kind,
    Members,
    misfits,
    oddities,
    read_strictly,
    shown,
)
from drafting.exchange.record import FORMAT
from drafting.rules.digests import EditionHead, edition_digest
from drafting.rules.journal import FIRST_PREV, Link, commit, salted

LARGEST_BYTES = 200_000_000


HEXADECIMAL = re.compile("[0-9a-f]{64}")
TO_THE_SECOND = re.compile("[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}Z")


def written_as(said: str, spelling: re.Pattern[str]) -> Kind:
    """Return the kind of words that are written in this one way."""
    return Kind(said, lambda value: type(value) is str and bool(spelling.fullmatch(value)))


WORDS = Kind("words", lambda value: type(value) is str)
WHOLE = Kind("a whole number", lambda value: type(value) is int)
OBJECT = Kind("an object", lambda value: type(value) is Members)
OBJECTS = Kind(
    "a list of objects",
    lambda value: type(value) is list and all(type(one) is Members for one in value),
)
DIGEST = written_as("64 signs of 0 to 9 and a to f", HEXADECIMAL)
INSTANT = written_as("an instant like 2026-11-24T18:00:00Z", TO_THE_SECOND)

FILE = Form({"format": WORDS, "statement": OBJECT, "entries": OBJECTS, "editions": OBJECTS})
STATEMENT = Form({"slug": WORDS, "title": WORDS})
ENTRY = Form(
    {"seq": WHOLE, "prev": DIGEST, "public": OBJECT, "private": DIGEST, "hash": DIGEST},
    {"nonce": DIGEST, "opened": OBJECT},
)
EDITION = Form(
    {
        "statement": WORDS,
        "number": WHOLE,
        "name": WORDS,
        "at": INSTANT,
        "digest": DIGEST,
        "paragraphs": OBJECTS,
    }
)
PARAGRAPH = Form(
    {"key": WORDS, "label": WORDS, "salt": DIGEST, "digest": DIGEST, "markdown": WORDS}
)


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
    elsewhere, or the file with an older one. Raises: BadInput when it is no record at all.
    """
    return judge(load(data))


def judge(facts: Mapping[str, Any]) -> Verdict:
    """Check a file that was read; one of another form is not looked into any further."""
    entries, editions = facts["entries"], facts["editions"]
    faults = tuple(form_faults(facts)) or (
        *entry_faults(entries),
        *edition_faults(editions, entries, facts["statement"]["slug"]),
    )
    head = str(entries[-1].get("hash", "")) if entries else FIRST_PREV
    return Verdict(len(entries), len(editions), head, faults)


def load(data: bytes) -> Mapping[str, Any]:
    """Read the file. Raises: BadInput."""
    if len(data) > LARGEST_BYTES:
        raise BadInput(N_("This file is too large to be a record."))
    try:
        facts = read_strictly(data)
    except (ValueError, RecursionError) as error:
        raise BadInput(N_("This file is not a record of Drafting.")) from error
    if not is_record(facts):
        raise BadInput(N_("This file is not a record of Drafting."))
    found: Mapping[str, Any] = facts  # type: ignore[assignment]  # is_record has looked
    return found


def is_record(facts: object) -> bool:
    """Say whether plain values have the outer form of a record."""
    if not isinstance(facts, Members) or facts.get("format") != FORMAT:
        return False
    return all(OBJECTS.fits(facts.get(name)) for name in ("entries", "editions"))


def form_faults(facts: Mapping[str, Any]) -> Iterator[str]:
    """Name every member that is not as the form has it."""
    outer = {**facts, "entries": [], "editions": []}
    yield from (f"The file: {fault}" for fault in misfits(facts, FILE))
    yield from (f"The file: the member {shown(name)} stands twice." for name in twice(facts))
    yield from (f"The file: {fault}" for fault in oddities(Members(outer)))
    if isinstance(facts.get("statement"), Members):
        yield from (f"The file: {fault}" for fault in misfits(facts["statement"], STATEMENT))
    for place, entry in enumerate(facts["entries"], start=1):
        yield from (f"Entry {place}: {fault}" for fault in misfits_of_entry(entry))
    for place, edition in enumerate(facts["editions"], start=1):
        yield from (f"Published draft {place}: {fault}" for fault in misfits_of_edition(edition))


def twice(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names that stand twice in an object."""
    return facts.twice if isinstance(facts, Members) else ()


def misfits_of_entry(entry: Members) -> Iterator[str]:
    """Name what is not as an entry has it; what is opened comes with its random bytes."""
    yield from misfits(entry, ENTRY)
    yield from oddities(entry)
    if ("nonce" in entry) != ("opened" in entry):
        yield 'the members "nonce" and "opened" come together or not at all.'


def misfits_of_edition(edition: Members) -> Iterator[str]:
    """Name what is not as a published draft has it."""
    yield from misfits(edition, EDITION)
    yield from oddities(edition)
    paragraphs = edition.get("paragraphs")
    for place, one in enumerate(paragraphs if isinstance(paragraphs, list) else (), start=1):
        if isinstance(one, Members):
            yield from (f"paragraph {place}: {fault}" for fault in misfits(one, PARAGRAPH))


def entry_faults(entries: list[dict[str, Any]]) -> Iterator[str]:
    """Name what is wrong with the chain."""
    prev = FIRST_PREV
    for place, entry in enumerate(entries, start=1):
        if entry["seq"] != place:
            yield f"Entry {place} is missing, or out of its place."
        if entry["prev"] != prev:
            yield f"Entry {place} does not follow the one before it."
        link = Link(entry["seq"], entry["prev"], entry["public"], entry["private"])
        if link.hash != entry["hash"]:
            yield f"Entry {place} was changed."
        if "opened" in entry and not opens(entry):
            yield f"What entry {place} keeps private was changed."
        prev = entry["hash"]


def opens(entry: Mapping[str, Any]) -> bool:
    """Say whether an opened private part is the one that was committed to."""
    committed: str = entry["private"]
    return commit(bytes.fromhex(entry["nonce"]), entry["opened"]) == committed


def edition_faults(
    editions: list[dict[str, Any]], entries: list[dict[str, Any]], slug: str
) -> Iterator[str]:
    """Name what is wrong with the published drafts, and with what the chain says of them."""
    told = {
        str(entry["public"].get("edition")): entry["public"].get("digest")
        for entry in entries
        if entry["public"].get("kind") == "published"
    }
    for edition in editions:
        name = named(edition)
        yield from (f"{name}: {fault}" for fault in paragraph_faults(edition))
        if edition["statement"] != slug:
            yield f"{name}: it is of another text than the file says."
        if digest_of(edition) != edition["digest"]:
            yield f"{name}: its head or the order of its paragraphs was changed."
        if told.pop(str(edition["number"]), None) != edition["digest"]:
            yield f"{name}: the record tells of another text."
    yield from (f"Published draft {number} is missing." for number in sorted(told))


def named(edition: Mapping[str, Any]) -> str:
    """Name a published draft, so that a terminal obeys nothing in its name."""
    name: str = edition["name"]
    return name if name.isprintable() else ascii(name)


def paragraph_faults(edition: Mapping[str, Any]) -> Iterator[str]:
    """Name the paragraphs that do not fit their seal."""
    for place, one in enumerate(edition["paragraphs"], start=1):
        if salted(bytes.fromhex(one["salt"]), one["markdown"]) != one["digest"]:
            label = one["label"]
            called = f"¶{label}" if label and label.isprintable() else str(place)
            yield f"paragraph {called} was changed."


def digest_of(edition: Mapping[str, Any]) -> str | None:
    """Return the digest that a published draft should have, None on a day that never was."""
    try:
        at = datetime.fromisoformat(edition["at"])
    except ValueError:
        return None
    head = EditionHead(edition["statement"], edition["number"], edition["name"], at)
    return edition_digest(head, [one["digest"] for one in edition["paragraphs"]])
