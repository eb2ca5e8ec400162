"""The files of an SQLite database: the service alone may read what stands in them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from stat import S_IMODE

BESIDE = ("", "-wal", "-shm", "-journal")
"""What SQLite calls the database and its companions; a new companion is as open as the database."""
OTHERS = 0o077


def make_private(path: Path) -> None:
    """Make the file, empty, if it is not there; shut it to others, with all that stands beside it.

    What belongs to another user is for that one to shut.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError, PermissionError):
        path.touch(mode=0o600, exist_ok=False)
    for ending in BESIDE:
        shut(path.with_name(path.name + ending))


def shut(path: Path) -> None:
    """Take from others what they may do with a file."""
    with suppress(FileNotFoundError, PermissionError):
        mode = S_IMODE(path.stat().st_mode)
        if mode & OTHERS:
            path.chmod(mode & ~OTHERS)
