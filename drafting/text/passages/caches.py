"""The caches of the text core, which can be emptied all at once."""

from __future__ import annotations

from collections.abc import Callable

_caches: list[Callable[[], None]] = []


def on_forget(clear: Callable[[], None]) -> Callable[[], None]:
    """Have `clear` called by `forget`."""
    _caches.append(clear)
    return clear


def forget() -> None:
    """Empty all caches of the text core; what was read before stays valid."""
    for clear in _caches:
        clear()
