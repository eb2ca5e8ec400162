"""Published drafts on the command line: taking one away as a file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from drafting.actions.export_edition import ENDINGS, ExportEdition, export_edition
from drafting.cli.house import of_a_house
from drafting.config import Settings
from drafting.rules.actors import Actor
from drafting.store.session import make_engine, open_session


@click.command(epilog="Example: drafting export dhaka 2 --format html --against 0 -o rev-2.html")
@click.argument("statement")
@click.argument("number", type=click.IntRange(min=0))
@click.option("--format", "form", type=click.Choice(sorted(ENDINGS)), default="markdown")
@click.option("--against", type=click.IntRange(min=0), help="Mark what changed since this draft.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write here, not to stdout.")
@of_a_house()
def export(
    settings: Settings,
    statement: str,
    number: int,
    form: str,
    against: int | None,
    output: Path | None,
) -> None:
    """Write the published draft NUMBER (0 is the Zero draft) of STATEMENT."""
    engine = make_engine(settings.database_url)
    with open_session(engine, writing=False) as session:
        wanted = ExportEdition(statement, number, form, against)
        made = export_edition(session, Actor(at=settings.clock()), wanted)
    engine.dispose()
    if output is None:
        sys.stdout.buffer.write(made.data)
    else:
        output.write_bytes(made.data)
