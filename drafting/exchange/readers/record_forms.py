"""The form of a record's file, member by member: what does not fit is named with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from drafting.exchange.readers.strict import Form, Kind, Members, misfits, oddities, shown
from drafting.exchange.record import OLD_FORMAT

HEXADECIMAL = re.compile("[0-9a-f]{64}")
TO_THE_SECOND = re.compile("[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}Z")


def written_as(said: str, spelling: re.Pattern[str]) -> Kind:
    """Return the kind of words that are written in this one way."""
    return Kind(said, lambda value: type(value) is str and bool(spelling.fullmatch(value)))


WORDS = Kind("words", lambda value: type(value) is str)
WHOLE = Kind("a whole number", lambda value: type(value) is int)
TWO = Kind("the number 2", lambda value: type(value) is int and value == 2)
OBJECT = Kind("an object", lambda value: type(value) is Members)
OBJECTS = Kind(
    "a list of objects",
    lambda value: type(value) is list and all(type(one) is Members for one in value),
)
TEXTS = Kind(
    "an object of words",
    lambda value: type(value) is Members and all(type(one) is str for one in value.values()),
)
DIGEST = written_as("64 signs of 0 to 9 and a to f", HEXADECIMAL)
INSTANT = written_as("an instant like 2026-11-24T18:00:00Z", TO_THE_SECOND)

FILE = Form({"format": WORDS, "statement": OBJECT, "entries": OBJECTS, "editions": OBJECTS})
STATEMENT = Form({"slug": WORDS, "title": WORDS})
ENTRY = Form(
    {"seq": WHOLE, "prev": DIGEST, "public": OBJECT, "private": DIGEST, "hash": DIGEST},
    {"nonce": DIGEST, "opened": OBJECT, "words": TEXTS},
)
OLD_ENTRY = Form(ENTRY.needed, {"nonce": DIGEST, "opened": OBJECT})
CLOSED = Form({"seq": WHOLE, "hash": DIGEST})
HEAD = {"statement": WORDS, "number": WHOLE, "name": WORDS, "at": INSTANT, "digest": DIGEST}
OLD_EDITION = Form({**HEAD, "paragraphs": OBJECTS})
EDITION = Form({**HEAD, "form": TWO, "title": WORDS, "sections": OBJECTS})
SECTION = Form({"key": WORDS, "title": WORDS, "kind": WORDS, "paragraphs": OBJECTS})
PARAGRAPH = Form(
    {"key": WORDS, "label": WORDS, "salt": DIGEST, "digest": DIGEST, "markdown": WORDS}
)


def form_faults(facts: Mapping[str, Any]) -> Iterator[str]:
    """Name every member that is not as the form has it."""
    outer = {**facts, "entries": [], "editions": []}
    yield from (f"The file: {fault}" for fault in misfits(facts, FILE))
    yield from (f"The file: the member {shown(name)} stands twice." for name in twice(facts))
    yield from (f"The file: {fault}" for fault in oddities(Members(outer)))
    if isinstance(facts.get("statement"), Members):
        yield from (f"The file: {fault}" for fault in misfits(facts["statement"], STATEMENT))
    old = facts["format"] == OLD_FORMAT
    for place, entry in enumerate(facts["entries"], start=1):
        yield from (f"Entry {place}: {fault}" for fault in misfits_of_entry(entry, old=old))
    for place, edition in enumerate(facts["editions"], start=1):
        faults = misfits_of_edition(edition, old=old or "form" not in edition)
        yield from (f"Published draft {place}: {fault}" for fault in faults)


def twice(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names that stand twice in an object."""
    return facts.twice if isinstance(facts, Members) else ()


def is_closed(entry: Mapping[str, Any]) -> bool:
    """Say whether an entry tells its place alone."""
    return set(entry) == {"seq", "hash"}


def misfits_of_entry(entry: Members, *, old: bool) -> Iterator[str]:
    """Name what is not as an entry has it; what is opened comes with its random bytes."""
    if old or "v" not in told_by(entry):
        form = CLOSED if is_closed(entry) and not old else OLD_ENTRY
    else:
        form = ENTRY
    if old and "v" in told_by(entry):
        yield "it is of a newer form than the file."
    yield from misfits(entry, form)
    yield from oddities(entry)
    if ("nonce" in entry) != ("opened" in entry):
        yield 'the members "nonce" and "opened" come together or not at all.'
    if form is ENTRY and ("words" in entry) != ("opened" in entry):
        yield 'the members "words" and "opened" come together or not at all.'


def told_by(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the public part of an entry, if it has one."""
    public = entry.get("public")
    return public if isinstance(public, Members) else {}


def misfits_of_edition(edition: Members, *, old: bool) -> Iterator[str]:
    """Name what is not as a published draft has it."""
    yield from misfits(edition, OLD_EDITION if old else EDITION)
    yield from oddities(edition)
    if old:
        yield from misfits_of_paragraphs(edition)
        return
    sections = edition.get("sections")
    for place, one in enumerate(sections if isinstance(sections, list) else (), start=1):
        if isinstance(one, Members):
            faults = (*misfits(one, SECTION), *misfits_of_paragraphs(one))
            yield from (f"section {place}: {fault}" for fault in faults)


def misfits_of_paragraphs(holder: Members) -> Iterator[str]:
    """Name what is not as a sealed paragraph has it."""
    paragraphs = holder.get("paragraphs")
    for place, one in enumerate(paragraphs if isinstance(paragraphs, list) else (), start=1):
        if isinstance(one, Members):
            yield from (f"paragraph {place}: {fault}" for fault in misfits(one, PARAGRAPH))
