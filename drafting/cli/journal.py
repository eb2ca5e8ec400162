"""The record on the command line: checking an exported one without the site."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from drafting.exchange.readers.growth import compare
from drafting.exchange.readers.record import Verdict
from drafting.exchange.readers.record import verify as verify_record

RECORD = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(epilog="Example: drafting verify dhaka-record.json --since last-week.json")
@click.argument("file", type=RECORD)
@click.option(
    "--since", type=RECORD, metavar="OLD", help="Check that FILE only adds to this older record."
)
@click.option("--json", "as_json", is_flag=True, help="Print the verdict for a machine.")
def verify(file: Path, since: Path | None, as_json: bool) -> None:
    """Check the record in FILE; exit 1 and name what was changed, if anything was."""
    data = file.read_bytes()
    growth = compare(data, since.read_bytes()) if since else None
    verdict = growth.newer if growth else verify_record(data)
    faults = growth.faults if growth else verdict.faults
    added = {"added": growth.added} if growth else {}
    if as_json:
        click.echo(json.dumps({**asdict(verdict), "faults": faults, **added}))
    elif not faults:
        click.echo(sound(verdict))
        for count in added.values():
            click.echo(
                f"The older record is whole in it; {counted(count, 'entry', 'entries')} new."
            )
    for fault in () if as_json else faults:
        click.echo(fault, err=True)
    raise SystemExit(1 if faults else 0)


def sound(verdict: Verdict) -> str:
    """Say that nothing is wrong, with how much there is."""
    closed = f", {verdict.closed} closed" if verdict.closed else ""
    proved = " Of closed entries their place is proved, not their content."
    return (
        f"Nothing was changed: {counted(verdict.entries, 'entry', 'entries')}{closed}, "
        f"{counted(verdict.editions, 'published draft', 'published drafts')}, "
        f"last entry {verdict.head}.{proved if closed else ''}"
    )


def counted(count: int, one: str, many: str) -> str:
    """Say how many there are."""
    return f"{count} {one if count == 1 else many}"
