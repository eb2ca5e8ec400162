"""Reading what stands behind the question mark of an address; nonsense counts as nothing."""

from __future__ import annotations

from collections.abc import Mapping

LONGEST = 6


def number_in(wanted: Mapping[str, str], name: str) -> int | None:
    """Return a whole number, not negative; None for anything else."""
    raw = wanted.get(name, "")
    return int(raw) if raw.isascii() and raw.isdecimal() and len(raw) <= LONGEST else None


def numbers_in(wanted: Mapping[str, str], first: str, second: str) -> tuple[int, int]:
    """Return two whole numbers; one that is missing is 0."""
    return number_in(wanted, first) or 0, number_in(wanted, second) or 0
