"""Bringing a text in on the command line."""

from __future__ import annotations

from pathlib import Path

import click

from drafting.actions.bring_in_text import BringInText, bring_in_text
from drafting.actions.save_intake import SaveIntake, save_intake
from drafting.actions.steps.intakes import split_of
from drafting.cli.house import of_a_house
from drafting.config import Settings
from drafting.exchange.intake import Split
from drafting.exchange.intake.arrange import Arrangement
from drafting.rules.actors import Actor, Holding, Right
from drafting.store.queries.statements import get_statement
from drafting.store.session import make_engine, open_session


@click.command("import", epilog="Example: drafting import paper.docx --statement dhaka --save")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--statement", required=True, help="The short name of the text it becomes.")
@click.option("--save", is_flag=True, help="Save it as the Zero draft, split as proposed.")
@of_a_house()
def import_(settings: Settings, file: Path, statement: str, save: bool) -> None:
    """Read FILE (Word, Markdown, plain text) and show how it splits into sections.

    A moderator can change the split on the page; with --save it stands as proposed.
    """
    engine = make_engine(settings.database_url)
    with open_session(engine, writing=True) as session:
        row = get_statement(session, statement)
        operator = Actor(at=settings.clock(), holdings=frozenset({Holding(Right.DECIDE, row.id)}))
        wanted = BringInText(statement, file.name, file.read_bytes(), settings.upload_megabytes)
        intake = bring_in_text(session, operator, wanted)
        show(split_of(intake))
        if save:
            save_intake(session, operator, SaveIntake(statement, intake.cursor, Arrangement()))
        session.commit()
    engine.dispose()
    click.echo("Saved as the Zero draft." if save else "Look at it on the page, then save it.")


def show(split: Split) -> None:
    """Print one line a section."""
    for place, section in enumerate(split.kept, start=1):
        click.echo(f"{place:>3}  {section.kind:<7} {len(section.pieces):>4} lines  {section.title}")
