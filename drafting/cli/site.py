"""The site as a whole: made, brought to the present version, backed up."""

from __future__ import annotations

import re
import secrets
import sys
from pathlib import Path

import click

from drafting.actions.name_administrator import NameAdministrator, name_administrator
from drafting.actions.steps.mails import link_address
from drafting.cli.house import name_house, of_a_house
from drafting.config import FILE_NAME, STATE, Settings, find_settings, read_address
from drafting.errors import N_, Refused
from drafting.rules.actors import Actor
from drafting.store.backup import backup as write_backup
from drafting.store.queries.people import has_administrator
from drafting.store.schema import is_empty, migrate
from drafting.store.session import Engine, file_of, make_engine, open_session

IS_SET = re.compile(r"^\s*(?:export\s+)?(DRAFTING_\w+)\s*=", re.MULTILINE)
"""A line of a settings file, and the variable that it sets."""


@click.command(epilog="Example: drafting init --public-url https://text.example --name Lina")
@click.option("--public-url", help="The address under which people reach the site.")
@click.option("--name", help="The administrator's name.")
@click.option("--email", default="", help="The administrator's mail address, if any.")
@click.option(
    "--env-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where the settings are read from; they are written there if it is not there yet."
    " If not given: the house's own, or drafting.env beside the program.",
)
@click.pass_obj
def init(
    given: Path | None, public_url: str | None, name: str | None, email: str, env_file: Path | None
) -> None:
    """Make a real house: database, one administrator, settings. Run it again after an update."""
    settings, file = find_settings(env_file or given, new=True)
    name_house(settings, file)
    if is_made(settings):
        click.echo("The database is of the present version.", err=True)
        click.echo("There is an administrator. For a new link: drafting user link NAME", err=True)
        return
    settings = real(settings, public_url)
    name = asked("--name", "Administrator's name", name)
    engine = make_engine(settings.database_url)
    migrate(engine)
    token = make_administrator(engine, settings, name, email)
    engine.dispose()
    write_settings(settings, file or env_file or given or STATE / FILE_NAME)
    click.echo("Sign in here, once, within 14 days:", err=True)
    click.echo(link_address(settings.public_url, token))


def is_made(settings: Settings) -> bool:
    """Bring what is there to the present version, and say whether it has its administrator."""
    path = file_of(settings.database_url)
    if path is not None and not path.is_file():
        return False
    engine = make_engine(settings.database_url)
    if is_empty(engine):
        return False
    migrate(engine)
    with open_session(engine, writing=False) as session:
        return has_administrator(session)


def real(settings: Settings, public_url: str | None) -> Settings:
    """Return the settings of a real house, checked, with a secret made for it if it has none.

    Raises: UsageError, before anything is made.
    """
    address = settings.public_url or asked("--public-url", "Public address (https://…)", public_url)
    try:
        address = read_address(address)
    except ValueError as error:
        raise click.UsageError(f"--public-url {error}.") from error
    if public_url and read_address(public_url) != address:
        raise click.UsageError(f"The settings say {address}: change them, or leave --public-url.")
    secret = settings.secret_key or secrets.token_hex(32)
    return settings.changed(public_url=address, secret_key=secret)


def asked(option: str, words: str, given: str | None) -> str:
    """Return what was given, or ask for it at a terminal. Raises: UsageError elsewhere."""
    if given:
        return given.strip()
    if not sys.stdin.isatty():
        raise click.UsageError(f"Give {option}: nobody is here to be asked.")
    answer: str = click.prompt(words, err=True)
    return answer.strip()


def make_administrator(engine: Engine, settings: Settings, name: str, email: str) -> str:
    """Add the first administrator and return the secret of the link."""
    actor = Actor(at=settings.clock(), administrator=True)
    with open_session(engine, writing=True) as session:
        token = name_administrator(session, actor, NameAdministrator(name, email)).token
        session.commit()
    return token


def write_settings(settings: Settings, path: Path) -> None:
    """Add the settings that a real house needs to its file; what stands in it stays."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.touch(mode=0o600)
    with path.open("a", encoding="utf-8") as file:
        file.write("" if before.endswith("\n") or not before else "\n")
        for name in ("public_url", "secret_key", "database_url"):
            variable = f"DRAFTING_{name.upper()}"
            if variable not in IS_SET.findall(before):
                file.write(f"{variable}={quoted(getattr(settings, name))}\n")
    click.echo(f"Settings are in {path}; keep them secret. Then: drafting serve", err=True)


def quoted(value: str) -> str:
    """Write a value as both systemd and this program read it from a file."""
    if re.fullmatch(r"[\w./:@%+,=?&~-]*", value):
        return value
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


@click.command(epilog="Example: drafting backup /var/backups/drafting-2026-11-24.sqlite3")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@of_a_house(any_version=True)
def backup(settings: Settings, file: Path, force: bool) -> None:
    """Copy the whole database into FILE while the site goes on running."""
    if file.exists() and not force:
        raise click.UsageError(f"{file} is there. Take another name, or --force.")
    if not file.parent.is_dir():
        raise Refused(N_("There is no folder %(path)s."), path=file.parent)
    with click.progressbar(
        length=1, label="Copying", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:

        def show(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        write_backup(settings.database_url, file, show)
    click.echo(f"{file} ({file.stat().st_size:,} bytes)")
