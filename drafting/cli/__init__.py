"""The command line `drafting`: finds each command in the module of its noun, when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from drafting.errors import BadSettings, DraftingError, Unavailable

COMMANDS: Mapping[str, str] = {
    "backup": "site:backup",
    "demo": "serve:demo",
    "diff": "diff:diff",
    "export": "editions:export",
    "import": "intakes:import_",
    "init": "site:init",
    "merge": "merge:merge",
    "outbox": "messages:outbox",
    "serve": "serve:serve",
    "user": "people:user",
    "verify": "journal:verify",
}
"""Each command's name, and where it is: module in this package, then attribute."""


class Commands(click.Group):
    """A group that imports a command only when it is asked for, and says errors in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, in order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of this name, or return None."""
        if (place := COMMANDS.get(cmd_name)) is None:
            return None
        module, attribute = place.split(":")
        command = getattr(import_module(f"{__name__}.{module}"), attribute)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; misuse ends with status 2, what was refused with 1."""
        try:
            return super().invoke(ctx)
        except BadSettings as error:
            raise click.UsageError(str(error)) from error
        except Unavailable as error:
            raise click.ClickException(f"{error} ({error.__cause__})") from error
        except DraftingError as error:
            raise click.ClickException(str(error)) from error


@click.command(cls=Commands, epilog="Example: drafting serve --port 8000")
@click.option(
    "--env-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The settings file of the house, before or after the command.",
)
@click.pass_context
def main(ctx: click.Context, env_file: Path | None) -> None:
    """Write one statement together: sections, changes, answers, the agreed text.

    Settings are read from drafting.env and from the variables DRAFTING_…; README lists them.
    """
    ctx.obj = env_file
