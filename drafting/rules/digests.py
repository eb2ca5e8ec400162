"""The digest of a published draft: over its head, and the salted digests of its paragraphs.

Form 1 held the head and the digests alone; form 2 also titles, numbers and keys of paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from drafting.rules.journal import Json, canonical


@dataclass(frozen=True, slots=True)
class EditionHead:
    """What names a published draft; `at` is aware, and counts to the second."""

    statement: str
    number: int
    name: str
    at: datetime

    @property
    def instant(self) -> str:
        """The instant of publishing in UTC, to the second."""
        return self.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class SealedParagraph:
    """What lies under the seal of one paragraph: its key, its number, its salted digest."""

    key: str
    label: str
    digest: str


@dataclass(frozen=True, slots=True)
class SealedSection:
    """What lies under the seal of one section."""

    key: str
    title: str
    kind: str
    paragraphs: Sequence[SealedParagraph]


def full_digest(head: EditionHead, title: str, sections: Sequence[SealedSection]) -> str:
    """Return hexadecimal SHA-256 over the RFC 8785 form of all that a draft shows, in order."""
    members: dict[str, Json] = {
        "form": 2,
        "statement": head.statement,
        "title": title,
        "number": head.number,
        "name": head.name,
        "at": head.instant,
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "kind": section.kind,
                "paragraphs": [[one.key, one.label, one.digest] for one in section.paragraphs],
            }
            for section in sections
        ],
    }
    return sha256(canonical(members)).hexdigest()


def edition_digest(head: EditionHead, paragraphs: Sequence[str]) -> str:
    """Return the digest of form 1, over head and paragraph digests in order."""
    members: dict[str, Json] = {
        "statement": head.statement,
        "number": head.number,
        "name": head.name,
        "at": head.instant,
        "paragraphs": list(paragraphs),
    }
    return sha256(canonical(members)).hexdigest()
