"""Starting the server: for a real house, and for trying."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import click
from werkzeug.utils import import_string

from drafting.cli.edge import Edge, listen
from drafting.cli.house import find_database, of_a_house
from drafting.cli.messages import start_outbox
from drafting.cli.sample import load_sample
from drafting.config import STATE, Settings
from drafting.store.schema import migrate
from drafting.store.session import Engine, make_engine, open_session

LOOPBACK = "127.0.0.1"
APPLICATION = "drafting.app:create_app"
"""The application by its name, as every server is told it: the command line knows no pages."""


@click.command(epilog="Example: drafting serve --port 8000")
@click.option("--host", default=LOOPBACK, show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@of_a_house(new=True)
def serve(settings: Settings, host: str, port: int) -> None:
    """Serve the site, behind a server that speaks https."""
    if not settings.public_url:
        raise click.UsageError("Set DRAFTING_PUBLIC_URL first. To try things out: make run")
    find_database(settings)
    server = bind(settings, host, port)
    with opened(settings) as engine:
        start_outbox(engine, settings)
        click.echo(f"Serving {settings.public_url} on {host}:{port}")
        server.run()


@click.command(epilog="Example: drafting demo --port 8000")
@click.option("--port", default=8000, show_default=True, help="Port to listen on.")
@of_a_house(new=True)
def demo(settings: Settings, port: int) -> None:
    """Try it on this machine alone: sample text, and links to sign in as anyone."""
    if settings.public_url:
        raise click.UsageError(
            "DRAFTING_PUBLIC_URL is set, so this is a real house. Use: drafting serve"
        )
    settings = settings.changed(demo=True, secret_key=settings.secret_key or kept_secret())
    server = bind(settings, LOOPBACK, port)
    with opened(settings) as engine:
        migrate(engine)
        links = load_sample(partial(open_session, engine, writing=True), settings)
    for label, path in links:
        click.echo(f"  {label:<28} http://{LOOPBACK}:{port}{path}")
    click.echo(f"Open http://{LOOPBACK}:{port}, or a link above: each signs in once. Ctrl+C ends.")
    server.run()


@contextmanager
def opened(settings: Settings) -> Iterator[Engine]:
    """Open the database of the site for a moment."""
    engine = make_engine(settings.database_url)
    try:
        yield engine
    finally:
        engine.dispose()


def bind(settings: Settings, host: str, port: int) -> Edge:
    """Make the application and a server that has its port already but answers nobody yet."""
    create_app: Callable[[Settings], Any] = import_string(APPLICATION)
    try:
        return listen(
            create_app(settings), host, port, threads=settings.threads, largest=settings.largest
        )
    except OSError as error:
        raise click.ClickException(
            f"Port {port} is taken ({error.strerror}). Try another: PORT={port + 1} make run"
        ) from error


def kept_secret() -> str:
    """Return the secret of the trial house, made at the first run: sign-ins outlive a restart."""
    path = STATE / "instance" / "secret"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32))
    return path.read_text()
