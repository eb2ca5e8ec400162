"""Erasing a person: no row names them any more, and the record still verifies."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import MetaData, select

from drafting.actions.erase_person import ErasePerson, erase_person
from drafting.actions.export_record import ExportRecord, export_record
from drafting.errors import NotVisible, Refused
from drafting.exchange.readers.record import Verdict, verify
from drafting.rules.actors import Actor, Right
from drafting.store.models import Grant, Hand, Message, Person, SignIn
from drafting.store.queries.amendments import load_whole
from drafting.store.queries.groups import group_is_leaderless
from tests.factories.amendments import keep_draft, send_change
from tests.factories.decisions import decide
from tests.factories.world import NOON, World, add_grant
from tests.support.databases import both_databases

SITE = "https://text.example"


def erase(world: World, who: str, by: str = "administrator") -> Person:
    """Erase a person, as the administrator does."""
    actor = world.actor(by, NOON + timedelta(days=1))
    person = erase_person(world.session, actor, ErasePerson(world.people[who].id, SITE))
    world.session.expire_all()
    return person


def checked(world: World) -> Verdict:
    """Check the record as the public gets it."""
    public = Actor(at=NOON)
    return verify(export_record(world.session, public, ExportRecord(world.statement.slug)))


@both_databases
def test_no_row_names_an_erased_person(world: World) -> None:
    sender = world.people["sender"]
    sender.name, sender.handle, sender.email = "Zulaikha Q", "zulaikha-q", "zq@example.org"
    grant = world.session.scalars(select(Grant).where(Grant.person_id == sender.id)).one()
    grant.organisation, grant.printed = "Zulaikha's union", True
    keep_draft(world, "sender")
    sent = send_change(world)
    erase(world, "sender")
    tables = MetaData()
    tables.reflect(world.session.connection())
    rows = [
        str(row) for table in tables.sorted_tables for row in world.session.execute(select(table))
    ]
    assert not [row for row in rows if "zulaikha" in row.lower() or "zq@" in row]
    assert load_whole(world.session, sent.id).number == 1


def test_the_record_verifies_when_a_person_was_erased(world: World) -> None:
    decide(world, send_change(world), by="colleague")
    before = checked(world)
    erase(world, "colleague")
    erase(world, "sender")
    assert not world.session.scalars(select(Hand).where(Hand.person_id.is_not(None))).all()
    assert checked(world) == before
    assert before.entries == 3
    assert not [fault for fault in before.faults if "entry" in fault.lower()]


def test_an_erased_person_is_signed_out_and_holds_no_right(world: World) -> None:
    add_grant(world, world.people["sender"], Right.READ, None)
    world.session.flush()
    sender = erase(world, "sender")
    assert (sender.name, sender.email, sender.password_hash) == ("(erased)", None, None)
    sessions = select(SignIn).where(SignIn.person_id == sender.id)
    assert not world.session.scalars(sessions).all()
    assert not world.actor("sender").holdings


def test_moderators_hear_when_the_last_sender_is_erased(world: World) -> None:
    world.people["moderator"].email = "moderator@example.org"
    erase(world, "sender")
    assert group_is_leaderless(world.session, world.groups["ASIA"].id)
    assert "has no sender now" in world.session.scalars(select(Message)).one().subject


def test_the_last_moderator_is_not_erased(world: World) -> None:
    erase(world, "colleague")
    with pytest.raises(Refused):
        erase(world, "moderator")


def test_the_last_administrator_is_not_erased(world: World) -> None:
    with pytest.raises(Refused):
        erase(world, "administrator")


@pytest.mark.parametrize("by", ["moderator", "sender", "public"])
def test_only_administrators_erase(world: World, by: str) -> None:
    with pytest.raises(NotVisible):
        erase(world, "writer", by)
