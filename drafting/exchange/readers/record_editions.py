"""Checking the published drafts of a record: each seal, and what the chain says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from drafting.rules.digests import (
    EditionHead,
    SealedParagraph,
    SealedSection,
    edition_digest,
    full_digest,
)
from drafting.rules.journal import salted


def edition_faults(facts: Mapping[str, Any]) -> Iterator[str]:
    """Name what is wrong with the published drafts, and with what the chain says of them."""
    told = {
        str(entry["public"].get("edition")): entry["public"].get("digest")
        for entry in facts["entries"]
        if entry.get("public", {}).get("kind") == "published"
    }
    for edition in facts["editions"]:
        name = named(edition)
        yield from (f"{name}: {fault}" for fault in paragraph_faults(edition))
        if edition["statement"] != facts["statement"]["slug"]:
            yield f"{name}: it is of another text than the file says."
        if edition.get("title", facts["statement"]["title"]) != facts["statement"]["title"]:
            yield f"{name}: its text has another title than the file says."
        if digest_of(edition) != edition["digest"]:
            yield f"{name}: its head or the order of its paragraphs was changed."
        if told.pop(str(edition["number"]), None) != edition["digest"]:
            yield f"{name}: the record tells of another text."
    yield from (f"Published draft {number} is missing." for number in sorted(told))


def named(edition: Mapping[str, Any]) -> str:
    """Name a published draft, so that a terminal obeys nothing in its name."""
    name: str = edition["name"]
    return name if name.isprintable() else ascii(name)


def paragraphs_of(edition: Mapping[str, Any]) -> Sequence[Mapping[str, str]]:
    """Return all paragraphs of a published draft of either form, in order."""
    if "form" not in edition:
        found: Sequence[Mapping[str, str]] = edition["paragraphs"]
        return found
    return [one for section in edition["sections"] for one in section["paragraphs"]]


def paragraph_faults(edition: Mapping[str, Any]) -> Iterator[str]:
    """Name the paragraphs that do not fit their seal."""
    for place, one in enumerate(paragraphs_of(edition), start=1):
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
    if "form" not in edition:
        return edition_digest(head, [one["digest"] for one in edition["paragraphs"]])
    return full_digest(head, edition["title"], [sealed(one) for one in edition["sections"]])


def sealed(section: Mapping[str, Any]) -> SealedSection:
    """Return what lies under the seal of a section."""
    paragraphs = [
        SealedParagraph(one["key"], one["label"], one["digest"]) for one in section["paragraphs"]
    ]
    return SealedSection(section["key"], section["title"], section["kind"], paragraphs)
