"""People on the command line: who there is, and a new link for one of them."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass

import click

from drafting.actions.erase_person import ErasePerson, erase_person
from drafting.actions.renew_links import RenewLinks, renew_links
from drafting.actions.steps.mails import link_address
from drafting.cli.house import of_a_house
from drafting.config import Settings
from drafting.errors import N_, Refused
from drafting.rules.actors import Actor
from drafting.store.models import Person
from drafting.store.queries.people import list_people, people_called
from drafting.store.session import Session, make_engine, open_session

LOCAL = "http://127.0.0.1:8000"
"""Where a house is reached that nobody gave an address yet."""


@click.group(epilog="Example: drafting user link lina-haddad")
def user() -> None:
    """People: list them, make a new sign-in link, erase one."""


@user.command("list", epilog="Example: drafting user list --json")
@click.option("--json", "as_json", is_flag=True, help="Print the list for a machine.")
@of_a_house()
def list_(settings: Settings, as_json: bool) -> None:
    """List everybody with what they may do."""
    engine = make_engine(settings.database_url)
    with open_session(engine, writing=False) as session:
        people = [listed(person) for person in list_people(session)]
    engine.dispose()
    if as_json:
        click.echo(json.dumps([asdict(person) for person in people], ensure_ascii=False, indent=2))
        return
    for person in people:
        click.echo(f"{person.handle:<24} {person.name:<28} {'; '.join(person.rights)}")


@dataclass(frozen=True, slots=True)
class Listed:
    """One person, in plain values."""

    handle: str
    name: str
    email: str | None
    rights: tuple[str, ...]


def listed(person: Person) -> Listed:
    """Say who a person is and what they may do."""
    rights = ["administers the site"] if person.administrator else []
    for grant in person.grants:
        if grant.removed_at is None:
            mark = grant.group.mark if grant.group else ""
            rights.append(" ".join(f"{grant.statement.slug} {mark} {grant.right.value}".split()))
    return Listed(person.handle, person.name, person.email, tuple(rights))


@user.command("link", epilog="Example: drafting user link lina-haddad")
@click.argument("name")
@of_a_house()
def link(settings: Settings, name: str) -> None:
    """Make a new sign-in link for NAME (short name, mail or full name); older ones end."""
    engine = make_engine(settings.database_url)
    with open_session(engine, writing=True) as session:
        person = only(session, name)
        actor = Actor(at=settings.clock(), administrator=True)
        (made,) = renew_links(session, actor, RenewLinks((person.id,), on_site=True))
        session.commit()
    engine.dispose()
    if not settings.public_url:
        click.echo("No public address is set: this link works on this machine alone.", err=True)
    click.echo(link_address(settings.public_url or LOCAL, made.token))
    if sys.stderr.isatty():
        click.echo(f"For {person.name} alone; works once, for 14 days.", err=True)


@user.command("erase", epilog="Example: drafting user erase lina-haddad")
@click.argument("name")
@click.confirmation_option(prompt="Erase this person for ever?")
@of_a_house()
def erase(settings: Settings, name: str) -> None:
    """Erase NAME (short name, mail or full name); what the groups wrote stays, without a name."""
    engine = make_engine(settings.database_url)
    with open_session(engine, writing=True) as session:
        person = only(session, name)
        actor = Actor(at=settings.clock(), administrator=True)
        erase_person(session, actor, ErasePerson(person.id, settings.public_url or LOCAL))
        session.commit()
    engine.dispose()
    click.echo("Erased. Backups made before still hold the name.", err=True)


def only(session: Session, name: str) -> Person:
    """Return the one person of this name. Raises: Refused for none, and for several."""
    found = people_called(session, name)
    if not found:
        raise Refused(N_("Nobody here is called %(name)s. See: drafting user list"), name=name)
    if len(found) > 1:
        handles = ", ".join(person.handle for person in found)
        raise Refused(N_("Several people are called so. Take one of: %(names)s"), names=handles)
    return found[0]
