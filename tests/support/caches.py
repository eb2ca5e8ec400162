"""Forgetting what one application drew, before another begins: rows of both have equal numbers."""

from __future__ import annotations

from drafting.web.presenters.drawings import BLOCKS, BODIES
from drafting.web.presenters.editions_kept import SNAPSHOTS
from drafting.web.presenters.editions_marked import MARKED


def forget_drawings() -> None:
    """Empty the caches that are keyed by rows."""
    for cache in (BODIES, BLOCKS, SNAPSHOTS, MARKED):
        cache.forget()
