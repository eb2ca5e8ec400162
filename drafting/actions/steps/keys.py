"""Drawing fresh keys: short, unambiguous to read aloud, never given twice in a statement."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

from sqlalchemy.orm import Session

from drafting.store.queries.sections import key_is_taken

SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 6


def random_key(length: int = LENGTH) -> str:
    """Draw a key; thirty-one signs, so that six give nearly nine hundred million."""
    return "".join(secrets.choice(SIGNS) for _ in range(length))


def fresh_keys(session: Session, statement_id: int) -> Iterator[str]:
    """Draw keys that no paragraph or section of the statement ever had."""
    drawn: set[str] = set()
    while True:
        key = random_key()
        if key not in drawn and not key_is_taken(session, statement_id, key):
            drawn.add(key)
            yield key
