"""The house that a command speaks to: found, named before anything is done, not made unasked."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from drafting.config import Settings, find_settings
from drafting.store.schema import is_current
from drafting.store.session import file_of, make_engine

Command = Callable[..., None]

env_file_option = click.option(
    "--env-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The settings file of the house. If not given: DRAFTING_ENV_FILE, drafting.env here,"
    " drafting.env beside the program.",
)


def of_a_house(*, new: bool = False, any_version: bool = False) -> Callable[[Command], Command]:
    """Hand a command the settings of its house as first argument.

    Its database must be there, of this version, unless it may be `new` or of `any_version`.
    """

    def decorate(function: Command) -> Command:
        @env_file_option
        @wraps(function)
        def run(env_file: Path | None, **options: Any) -> None:
            given: Path | None = click.get_current_context().obj
            settings, file = find_settings(env_file or given)
            name_house(settings, file)
            if not new:
                find_database(settings, any_version=any_version)
            function(settings, **options)

        return run

    return decorate


def name_house(settings: Settings, file: Path | None) -> None:
    """Say which house is spoken to, on standard error: its output may be read by a machine."""
    source = f" (settings: {file})" if file else ""
    click.echo(f"House: {settings.shown}{source}", err=True)


def find_database(settings: Settings, *, any_version: bool = False) -> None:
    """See that the database is there, without making one. Raises: UsageError."""
    path = file_of(settings.database_url)
    if path is not None and not path.is_file():
        raise click.UsageError(f"There is no database at {path}. Run: drafting init")
    if any_version:
        return
    engine = make_engine(settings.database_url)
    try:
        if not is_current(engine):
            raise click.UsageError("The database is not of this version. Run: drafting init")
    finally:
        engine.dispose()
