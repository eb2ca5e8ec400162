"""The record on the command line: checking an exported one without the site."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from drafting.exchange.readers.record import verify as verify_record


@click.command(epilog="Example: drafting verify dhaka-record.json")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the verdict for a machine.")
def verify(file: Path, as_json: bool) -> None:
    """Check the record in FILE; exit 1 and name what was changed, if anything was."""
    verdict = verify_record(file.read_bytes())
    if as_json:
        click.echo(json.dumps(asdict(verdict)))
    elif not verdict.faults:
        click.echo(
            f"Nothing was changed: {counted(verdict.entries, 'entry', 'entries')}, "
            f"{counted(verdict.editions, 'published draft', 'published drafts')}, "
            f"last entry {verdict.head}."
        )
    for fault in () if as_json else verdict.faults:
        click.echo(fault, err=True)
    raise SystemExit(1 if verdict.faults else 0)


def counted(count: int, one: str, many: str) -> str:
    """Say how many there are."""
    return f"{count} {one if count == 1 else many}"
