"""Finding few steps that still bring a fault about, by leaving out halves, quarters and so on."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def shrunk(steps: Sequence[int], breaks: Callable[[Sequence[int]], bool]) -> list[int]:
    """Return a small part of the steps that still breaks, in order; the last one always stays."""
    kept, size = list(steps), len(steps) // 2
    while size:
        at = 0
        while at < len(kept) - 1:
            fewer = kept[:at] + kept[min(at + size, len(kept) - 1) :]
            if len(fewer) < len(kept) and breaks(fewer):
                kept = fewer
            else:
                at += size
        size //= 2
    return kept
