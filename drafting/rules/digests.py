"""The digest of a published draft: over its head, and the salted digests of its paragraphs."""

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


def edition_digest(head: EditionHead, paragraphs: Sequence[str]) -> str:
    """Return hexadecimal SHA-256 over the RFC 8785 form of head and paragraph digests, in order."""
    members: dict[str, Json] = {
        "statement": head.statement,
        "number": head.number,
        "name": head.name,
        "at": head.instant,
        "paragraphs": list(paragraphs),
    }
    return sha256(canonical(members)).hexdigest()
