"""The record on the command line: checking an exported one without the site, or a living text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from drafting.actions.check_record import CheckRecord, check_record
from drafting.cli.house import env_file_option, of_a_house
from drafting.config import Settings
from drafting.exchange.readers.growth import compare
from drafting.exchange.readers.record import Verdict, place_of_head
from drafting.exchange.readers.record import verify as verify_record
from drafting.rules.actors import Actor
from drafting.rules.labels import spoken_head
from drafting.store.session import make_engine, open_session

RECORD = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(epilog="Example: drafting verify dhaka-record.json --since last-week.json")
@click.argument("file", type=RECORD, required=False)
@click.option(
    "--since", type=RECORD, metavar="OLD", help="Check that FILE only adds to this older record."
)
@click.option("--head", metavar="CODE", help="Check that FILE still holds the entry of this code.")
@click.option(
    "--live", metavar="TEXT", help="Check the text of this name in the house, row by row, no file."
)
@click.option("--json", "as_json", is_flag=True, help="Print the verdict for a machine.")
@env_file_option
@click.pass_context
def verify(
    context: click.Context,
    file: Path | None,
    since: Path | None,
    head: str | None,
    live: str | None,
    as_json: bool,
    env_file: Path | None,
) -> None:
    """Check the record in FILE, or a living text against its record.

    Exit 1 and name what was changed, if anything was.
    """
    if (file is None) == (live is None) or (file is None and (since or head)):
        raise click.UsageError("Give a FILE, perhaps with --since or --head, or --live TEXT.")
    if file is not None:
        verify_file(file, since, head, as_json=as_json)
    else:
        context.invoke(verify_live, env_file=env_file, text=live, as_json=as_json)


@of_a_house()
def verify_live(settings: Settings, text: str, as_json: bool) -> None:
    """Check a living text."""
    engine = make_engine(settings.database_url)
    actor = Actor(at=settings.clock(), administrator=True)
    with open_session(engine, writing=False) as session:
        faults = check_record(session, actor, CheckRecord(text))
    engine.dispose()
    if as_json:
        click.echo(json.dumps({"faults": faults}))
    elif not faults:
        click.echo(f"Everything that pages show of {text} is as its record tells it.")
    end_with(faults, as_json=as_json)


def verify_file(file: Path, since: Path | None, head: str | None, *, as_json: bool) -> None:
    """Check an exported record."""
    data = file.read_bytes()
    growth = compare(data, since.read_bytes()) if since else None
    verdict = growth.newer if growth else verify_record(data)
    faults = growth.faults if growth else verdict.faults
    if head is not None and place_of_head(data, head) is None:
        faults = (*faults, "No entry has this code: the record was made anew, or is another one.")
    added = {"added": growth.added} if growth else {}
    if as_json:
        click.echo(json.dumps({**asdict(verdict), "faults": faults, **added}))
    elif not faults:
        click.echo(sound(verdict))
        for count in added.values():
            click.echo(
                f"The older record is whole in it; {counted(count, 'entry', 'entries')} new."
            )
    end_with(faults, as_json=as_json)


def end_with(faults: Sequence[str], *, as_json: bool) -> None:
    """Name each fault, and end the command with 1 where there is one."""
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
        f"last entry {verdict.head} ({spoken_head(verdict.head)}).{proved if closed else ''}"
    )


def counted(count: int, one: str, many: str) -> str:
    """Say how many there are."""
    return f"{count} {one if count == 1 else many}"
