"""The name that a person types to sign in: ASCII, easy to say and to type on any keyboard."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

LONGEST = 40
SPARE = "guest"


def handle_from(name: str) -> str:
    """Make a handle of a name: `Lina O'Brien` gives `lina-obrien`.

    A name without Latin letters gives `guest`; `first_free` then numbers it.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    return "-".join(words)[:LONGEST].strip("-") or SPARE


def first_free(handle: str, taken: Collection[str]) -> str:
    """Return the handle, or the first of `handle-2`, `handle-3`… that nobody has."""
    number, free = 1, handle
    while free in taken:
        number += 1
        free = f"{handle}-{number}"
    return free
