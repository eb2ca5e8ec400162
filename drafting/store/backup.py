"""Copies the whole database into one file while the site goes on running."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, make_url

from drafting.errors import N_, Refused

PAGES = 500
"""Pages copied at a time, so that writers get their turn between."""

Progress = Callable[[int, int], None]
"""Told how many pages are done, and of how many."""


def backup(url: str, target: Path, progress: Progress) -> None:
    """Write the copy beside the target, then put it in its place, readable by the owner alone.

    Raises: Refused when there is nothing to copy, or the tool for it is missing.
    """
    address = make_url(url)
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    try:
        if address.get_backend_name() == "sqlite":
            copy_sqlite(Path(address.database or ""), part, progress)
        else:
            dump_postgres(address, part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def copy_sqlite(source: Path, target: Path, progress: Progress) -> None:
    """Copy by SQLite's own online backup, and check the copy."""
    if not source.is_file():
        raise Refused(N_("There is no database at %(path)s."), path=source)
    if source.stat().st_size == 0:
        raise Refused(N_("The database at %(path)s is empty."), path=source)
    address = f"{source.resolve().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(address, uri=True)) as live,
        closing(sqlite3.connect(target)) as copy,
    ):
        live.backup(copy, pages=PAGES, progress=lambda _s, left, all_: progress(all_ - left, all_))
        (verdict,) = copy.execute("PRAGMA quick_check").fetchone()
    if verdict != "ok":
        raise Refused(N_("The copy is damaged: %(verdict)s."), verdict=verdict)


def dump_postgres(address: URL, target: Path) -> None:
    """Have `pg_dump` write its custom format; the password goes by a file, not by the command."""
    tool = shutil.which("pg_dump")
    if tool is None:
        raise Refused(
            N_(
                "pg_dump is missing. Install it (on Debian: apt-get install postgresql-client), or"
                " run where it is: pg_dump --format=custom --file=FILE %(url)s"
            ),
            url=address.set(drivername="postgresql", password=None),
        )
    with TemporaryDirectory() as folder:
        secrets = Path(folder) / "pgpass"
        secrets.touch(mode=0o600)
        secrets.write_text(f"*:*:*:*:{escaped(address.password)}\n", encoding="utf-8")
        plain = address.set(drivername="postgresql", password=None)
        plain = plain.update_query_dict({"passfile": str(secrets)})
        command = [tool, "--format=custom", f"--file={target}", f"--dbname={plain}"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - no shell; our own settings
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["?"])[-1]
        raise Refused(N_("pg_dump failed: %(words)s"), words=last)


def escaped(password: object) -> str:
    """Write a password as a line of a password file wants it."""
    return str(password or "").replace("\\", "\\\\").replace(":", "\\:")
