"""Inviting people, renewing links and removing rights, without pages."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest
from sqlalchemy import Engine

from drafting.actions.invite_people import Invitation, InvitePeople, invite_people
from drafting.actions.name_administrator import NameAdministrator, name_administrator
from drafting.actions.remove_right import RemoveRight, remove_right
from drafting.actions.renew_links import RenewLinks, renew_links
from drafting.actions.steps.sign_ins import Device, draw_token, make_link
from drafting.actions.use_link import UseLink, use_link
from drafting.errors import BadInput, Forbidden, NotVisible, Refused
from drafting.rules.actors import Actor, Right
from drafting.rules.invitations import Invitee, Role
from drafting.store.models import Grant, Person, SignIn, SignInLink
from drafting.store.queries.groups import group_is_leaderless
from drafting.store.queries.sign_ins import digest_of
from drafting.store.session import open_session
from tests.factories.world import NOON, World
from tests.support.databases import both_databases
from tests.support.rows import rows

SITE = "https://text.example"
JO = Invitee(name="Jo Park", role=Role(Right.SEND, "ASIA"), email="jo@example.org")


def invite(world: World, by: str, *people: Invitee) -> tuple[Invitation, ...]:
    """Invite people to the text of the world."""
    return invite_people(world.session, world.actor(by), InvitePeople("dhaka", people, SITE))


def grant_of(world: World, name: str) -> Grant:
    """Return the one right of a person."""
    return world.session.query(Grant).filter_by(person_id=world.people[name].id).one()


@both_databases
def test_an_invitation_keeps_only_the_digest_of_its_link(world: World) -> None:
    (made,) = invite(world, "moderator", JO)
    link = world.session.query(SignInLink).one()
    assert link.token_digest == digest_of(made.token)
    assert made.token not in repr(vars(link))
    assert made.grant.taken_up_at is None


@both_databases
def test_all_are_invited_or_nobody(world: World) -> None:
    with pytest.raises(BadInput):
        invite(world, "moderator", JO, Invitee(name="", role=Role(Right.READ)))
    assert world.session.query(Person).filter_by(name="Jo Park").count() == 0


@pytest.mark.parametrize("by", ["reader", "writer", "rapporteur"])
def test_only_senders_and_moderators_invite(world: World, by: str) -> None:
    with pytest.raises(Forbidden):
        invite(world, by, JO)


@pytest.mark.parametrize("by", ["public", "former"])
def test_who_does_not_see_the_text_learns_nothing(world: World, by: str) -> None:
    with pytest.raises(NotVisible):
        invite(world, by, JO)


@both_databases
def test_a_removed_right_is_given_anew_by_another_invitation(world: World) -> None:
    former = world.people["former"]
    former.email = "former@example.org"
    world.session.flush()
    (made,) = invite(
        world, "moderator", Invitee("Former", Role(Right.SEND, "ASIA"), "FORMER@example.org")
    )
    assert made.person is former
    assert (made.token, made.grant.id) == ("", grant_of(world, "former").id)
    assert made.grant.removed_at is None


def test_renewing_takes_every_right_that_the_link_would_open(world: World) -> None:
    for by, name in (("sender", "african"), ("moderator", "administrator")):
        with pytest.raises((Forbidden, NotVisible)):
            renew_links(world.session, world.actor(by), RenewLinks((world.people[name].id,)))
    for by, name in (("sender", "writer"), ("moderator", "colleague")):
        renew_links(world.session, world.actor(by), RenewLinks((world.people[name].id,)))


def test_a_former_member_gets_a_link_from_the_administrator_alone(world: World) -> None:
    asked = RenewLinks((world.people["former"].id,))
    with pytest.raises(NotVisible):
        renew_links(world.session, world.actor("moderator"), asked)
    assert renew_links(world.session, world.actor("administrator"), asked)[0].token


@both_databases
def test_a_group_is_leaderless_once_its_last_sender_has_gone(world: World) -> None:
    asia, grant = world.groups["ASIA"].id, grant_of(world, "sender")
    assert not group_is_leaderless(world.session, asia)
    remove_right(world.session, world.actor("moderator"), RemoveRight("dhaka", grant.id, SITE))
    assert group_is_leaderless(world.session, asia)


def test_a_group_that_never_had_a_sender_is_not_leaderless(world: World) -> None:
    assert not group_is_leaderless(world.session, world.groups["MENA"].id)


def test_a_sender_removes_writers_and_no_senders(world: World) -> None:
    sender = world.actor("sender")
    writer = RemoveRight("dhaka", grant_of(world, "writer").id, SITE)
    assert remove_right(world.session, sender, writer).removed_at == sender.at
    with pytest.raises(Forbidden):
        remove_right(
            world.session, sender, RemoveRight("dhaka", grant_of(world, "sender").id, SITE)
        )


def test_a_link_that_opens_nothing_any_more_is_revoked(world: World) -> None:
    (made,) = invite(world, "moderator", JO)
    asked = RemoveRight("dhaka", made.grant.id, SITE)
    remove_right(world.session, world.actor("moderator"), asked)
    with pytest.raises(Refused):
        use_link(world.session, Actor(at=NOON), UseLink(made.token, Device(draw_token())))


@both_databases
def test_a_link_used_on_two_phones_at_once_opens_on_one(world: World, engine: Engine) -> None:
    token = make_link(world.session, world.people["reader"], Actor(at=NOON))
    world.session.commit()
    barrier, answers = Barrier(2), list[str]()

    def press() -> None:
        barrier.wait()
        with open_session(engine, writing=True) as session:
            try:
                use_link(session, Actor(at=NOON), UseLink(token, Device(draw_token())))
                session.commit()
                answers.append("in")
            except Refused:
                answers.append("used")

    threads = [Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == ["in", "used"]
    assert len(rows(engine, SignIn, person_id=world.people["reader"].id)) == 2


def test_an_administrator_is_named_by_administrators(world: World) -> None:
    asked = NameAdministrator("Kim", "kim@example.org")
    with pytest.raises(NotVisible):
        name_administrator(world.session, world.actor("moderator"), asked)
    administrator = world.actor("administrator")
    assert name_administrator(world.session, administrator, asked).person.administrator
    for wrong in (asked, NameAdministrator(""), NameAdministrator("Kim", "kim")):
        with pytest.raises(BadInput):
            name_administrator(world.session, administrator, wrong)
