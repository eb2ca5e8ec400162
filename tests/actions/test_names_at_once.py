"""Names that are drawn at once, in texts that do not wait for each other, never clash."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Engine, func, select

from drafting.actions.create_statement import NewStatement, create_statement
from drafting.actions.invite_people import InvitePeople, invite_people
from drafting.rules.actors import Right
from drafting.rules.invitations import Invitee, Role
from drafting.store.models import Person, Statement
from drafting.store.session import open_session
from tests.factories.world import NOON, World
from tests.support.databases import both_databases

TIMES = 6


@both_databases
def test_texts_made_at_once_get_a_short_name_each(world: World, engine: Engine) -> None:
    actor = world.actor("administrator")
    world.session.commit()

    def make(_time: int) -> str:
        """Make one more text of the same title."""
        with open_session(engine, writing=True) as session:
            slug = create_statement(session, actor, NewStatement("One title", "en", "UTC")).slug
            session.commit()
        return slug

    with ThreadPoolExecutor(TIMES) as pool:
        assert len(set(pool.map(make, range(TIMES)))) == TIMES


@both_databases
def test_one_person_invited_to_many_texts_at_once_has_one_account(
    world: World, engine: Engine
) -> None:
    actor = world.actor("administrator")
    slugs = [f"text-{number}" for number in range(TIMES)]
    world.session.add_all(Statement(slug=slug, title=slug, made_at=NOON) for slug in slugs)
    world.session.commit()

    def invite(slug: str) -> None:
        """Invite the same person to one more text, and a namesake."""
        people = (
            Invitee("Lina Haddad", Role(Right.READ), "lina@example.org"),
            Invitee("Lina Haddad", Role(Right.DECIDE)),
        )
        with open_session(engine, writing=True) as session:
            invite_people(session, actor, InvitePeople(slug, people, "https://text.example"))
            session.commit()

    with ThreadPoolExecutor(TIMES) as pool:
        list(pool.map(invite, slugs))
    lina = select(func.count()).where(Person.email == "lina@example.org")
    assert world.session.scalar(lina) == 1
