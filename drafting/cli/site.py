"""The site as a whole: made, brought to the present version, backed up."""

from __future__ import annotations

import secrets
import sys
from pathlib import Path

import click

from drafting.actions.name_administrator import NameAdministrator, name_administrator
from drafting.actions.steps.mails import link_address
from drafting.config import Settings, read_address
from drafting.errors import N_, Refused
from drafting.rules.actors import Actor
from drafting.store.backup import backup as write_backup
from drafting.store.queries.people import has_administrator
from drafting.store.schema import migrate
from drafting.store.session import Engine, make_engine, open_session


@click.command(epilog="Example: drafting init --public-url https://text.example --name Lina")
@click.option("--public-url", help="The address under which people reach the site.")
@click.option("--name", help="The administrator's name.")
@click.option("--email", default="", help="The administrator's mail address, if any.")
@click.option(
    "--env-file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("drafting.env"),
    show_default=True,
    help="Where the settings are written; a file that is there stays as it is.",
)
@click.pass_obj
def init(
    settings: Settings, public_url: str | None, name: str | None, email: str, env_file: Path
) -> None:
    """Make a real house: database, one administrator, settings. Run it again after an update."""
    engine = make_engine(settings.database_url)
    migrate(engine)
    click.echo("The database is of the present version.", err=True)
    with open_session(engine, writing=False) as session:
        made_before = has_administrator(session)
    if made_before:
        click.echo("There is an administrator. For a new link: drafting user link NAME", err=True)
        return
    address = settings.public_url or asked("--public-url", "Public address (https://…)", public_url)
    address = read_address("--public-url", address)
    token = make_administrator(
        engine, settings, asked("--name", "Administrator's name", name), email
    )
    engine.dispose()
    write_settings(settings, address, env_file)
    click.echo("Sign in here, once, within 14 days:", err=True)
    click.echo(link_address(address, token))


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


def write_settings(settings: Settings, address: str, path: Path) -> None:
    """Write the settings that a real house needs, unless they are there."""
    if settings.public_url and settings.secret_key:
        return
    if path.exists():
        click.echo(
            f"{path} is there and stays as it is. It must set DRAFTING_PUBLIC_URL.", err=True
        )
        return
    path.touch(mode=0o600)
    path.write_text(
        f"DRAFTING_PUBLIC_URL={address}\n"
        f"DRAFTING_SECRET_KEY={settings.secret_key or secrets.token_hex(32)}\n"
        f"DRAFTING_DATABASE_URL={settings.database_url}\n",
        encoding="utf-8",
    )
    click.echo(f"Settings are in {path}; keep them secret. Then: drafting serve", err=True)


@click.command(epilog="Example: drafting backup /var/backups/drafting-2026-11-24.sqlite3")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@click.pass_obj
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
