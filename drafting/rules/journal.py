"""The chain of the journal: canonical form, commitments, links (RFC 8785, SHA-256)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

Json = None | bool | int | str | Sequence["Json"] | Mapping[str, "Json"]

FIRST_PREV = "0" * 64
NONCE_BYTES = 32
LARGEST = 2**53 - 1
FORM_NOW = 2


class Words(str):
    """A text of which the record keeps the salted digest, and the text itself apart from it."""

    __slots__ = ()


class EventKind(StrEnum):
    """What an entry tells."""

    IMPORTED = "imported"
    ROUND_OPENED = "opened"
    ROUND_CLOSED = "closed"
    SUBMITTED = "submitted"
    REVISED = "revised"
    WITHDRAWN = "withdrawn"
    JOINED = "joined"
    LEFT = "left"
    CONFIRMED = "confirmed"
    ANSWERED = "answered"
    DECIDED = "decided"
    REOPENED = "reopened"
    CORRECTED = "corrected"
    PUBLISHED = "published"
    SECTION_CHANGED = "section changed"
    LINK_RENEWED = "link renewed"
    GROUP_MADE = "group made"
    ROUND_SET = "session set"
    MEETING = "meeting"
    RENEWED = "record renewed"


TIMED = frozenset({EventKind.ROUND_OPENED, EventKind.ROUND_CLOSED, EventKind.PUBLISHED})

OPEN_KINDS = frozenset(
    {
        EventKind.IMPORTED,
        EventKind.ROUND_OPENED,
        EventKind.ROUND_CLOSED,
        EventKind.CORRECTED,
        EventKind.PUBLISHED,
        EventKind.SECTION_CHANGED,
        EventKind.LINK_RENEWED,
        EventKind.RENEWED,
    }
)
"""What is told to everybody, whoever may read what was sent to the meeting."""


@dataclass(frozen=True, slots=True)
class Link:
    """One entry as it is chained; digests are hexadecimal."""

    seq: int
    prev: str
    public: Mapping[str, Json]
    private: str

    @property
    def hash(self) -> str:
        """SHA-256 over the RFC 8785 form of the whole entry."""
        members: dict[str, Json] = {
            "seq": self.seq,
            "prev": self.prev,
            "public": self.public,
            "private": self.private,
        }
        return sha256(canonical(members)).hexdigest()


def canonical(value: Json) -> bytes:
    """Write a value in RFC 8785 form: keys in order, no blanks, UTF-8.

    Keys must be ASCII (so that their order is the same in code units and code points) and numbers
    whole and exact in every reader (below 2^53).

    Raises: ValueError for any other value.
    """
    check(value)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def check(value: Json) -> None:
    """Refuse what has no one canonical form."""
    if isinstance(value, Mapping):
        for key, member in value.items():
            if not key.isascii():
                raise ValueError(f"a key must be ASCII: {key!r}")
            check(member)
    elif isinstance(value, str) or value is None or isinstance(value, bool):
        return
    elif isinstance(value, int):
        if abs(value) > LARGEST:
            raise ValueError(f"a number is too large: {value}")
    elif isinstance(value, Sequence):
        for member in value:
            check(member)
    else:
        raise ValueError(f"no canonical form for {type(value).__name__}")


def commit(nonce: bytes, private: Mapping[str, Json]) -> str:
    """Return the commitment to a private part: SHA-256(nonce ‖ its canonical form)."""
    return sha256(nonce + canonical(private)).hexdigest()


def salted(salt: bytes, words: str) -> str:
    """Return the salted digest of a text: SHA-256(salt ‖ UTF-8)."""
    return sha256(salt + words.encode()).hexdigest()


def hidden(value: Json, salt: bytes, kept: dict[str, str]) -> Json:
    """Put its salted digest in the place of each text, and keep the text under that digest.

    What says nothing has no digest: its emptiness is no secret.
    """
    if isinstance(value, Words):
        if not value:
            return ""
        digest = salted(salt, value)
        kept[digest] = str(value)
        return digest
    if isinstance(value, Mapping):
        return {name: hidden(member, salt, kept) for name, member in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [hidden(member, salt, kept) for member in value]
    return value


def tells_openly(form: int, kind: str, public: Mapping[str, Json]) -> bool:
    """Say whether everybody may read the public part of an entry of a kind that everybody may know.

    In the older form such an entry named also what had been sent to the meeting only.
    """
    return kind in OPEN_KINDS and (form >= FORM_NOW or not public.get("fates"))


def digest_of_hashes(hashes: Sequence[str]) -> str:
    """Name all older entries at once, so that nothing can be put in the place of a closed one."""
    return sha256(canonical(list(hashes))).hexdigest()
