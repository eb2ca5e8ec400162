"""Addresses: the site's own, and what stands behind a question mark (nonsense is nothing)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import request, url_for

from drafting.web.identity import settings

LONGEST = 6


def site_address() -> str:
    """Return the address of the site without a slash at its end, for mails and paper.

    A real house has `DRAFTING_PUBLIC_URL`, so that nobody's `Host` header gets into a mail.
    """
    return settings().public_url or request.url_root.rstrip("/")


def page_it_stood_on(back: str, usual: str, **values: Any) -> str:
    """Return where an act leads: back to *My group* where it stood there, else as usual."""
    if back == "group":
        return url_for("groups.mine", statement=values["statement"])
    return url_for(usual, **values)


def number_in(wanted: Mapping[str, str], name: str) -> int | None:
    """Return a whole number, not negative; None for anything else."""
    return number_from(wanted.get(name, ""))


def number_from(raw: str) -> int | None:
    """Return a whole number of six digits at most; None for anything else."""
    return int(raw) if raw.isascii() and raw.isdecimal() and len(raw) <= LONGEST else None


def numbers_in(
    wanted: Mapping[str, str], first: str, second: str, *, spare: int
) -> tuple[int, int]:
    """Return two whole numbers, `spare` for one that is missing."""
    one, other = number_in(wanted, first), number_in(wanted, second)
    return spare if one is None else one, spare if other is None else other
