"""Two changed texts put into one on the command line, also as git's merge driver."""

from __future__ import annotations

import click

from drafting.cli.textfiles import STDIN, read_files, write_file
from drafting.exchange.alternatives import alternatives
from drafting.exchange.writers.merged import Sources, describe, write_merged
from drafting.text import read


@click.command(epilog="Example: drafting merge agreed.md ours.md theirs.md -o together.md")
@click.argument("base")
@click.argument("ours")
@click.argument("theirs")
@click.option(
    "-o", "--output", default=STDIN, help="Write here (it may be one of the three files)."
)
def merge(base: str, ours: str, theirs: str, output: str) -> None:
    """Put the changes that OURS and THEIRS made to BASE into one text, word by word.

    Exits 0; 1 when somebody must choose: those paragraphs stand twice, between <<<<<<< and
    >>>>>>>, and are listed on standard error; 2 when a file cannot be used. A single - is standard
    input. Lines keep the form that they have in OURS or THEIRS where they can.
    """
    old, one, other = read_files(base, ours, theirs)
    merged = alternatives(read(old.text), read(one.text), read(other.text))
    text = write_merged(merged, Sources(one.text, other.text))
    write_file(output, one.encoded(text))
    for number, conflict in enumerate(merged.conflicts, start=1):
        click.echo(f"conflict {number}: {describe(conflict)}", err=True)
    raise SystemExit(1 if merged.conflicts else 0)
