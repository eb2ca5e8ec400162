"""Leaving with a way back, and coming in on another phone by a code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from drafting.actions.steps.sign_ins import CODE_SIGNS
from drafting.config import Settings
from drafting.store.models import SignIn, SignInLink
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.clock import StoppedClock
from tests.support.rows import rows

NewClient = Callable[[str], PageClient]


def make_code(client: PageClient) -> str:
    """Make a code on one's own page, and return it as it is shown."""
    page = client.submit(client.get_page("/me").form("/me/device"))
    (shown,) = [element.text or "" for element in page.all("strong") if "-" in (element.text or "")]
    return shown


def type_code(client: PageClient, code: str, status: int = 200) -> str:
    """Type a code at the door and press the button behind it; return the words that follow."""
    page = client.submit(client.get_page("/sign-in").form("/code"), status=status, code=code)
    if status == 200:
        page = client.submit(page.form(button="Come in"), own_device="no")
    return page.text


def test_a_code_signs_in_on_another_phone_and_the_first_stays(
    world: World, client_of: NewClient
) -> None:
    mine, other = client_of("sender"), client_of("public")
    type_code(other, make_code(mine))
    assert "Sender" in other.get_page("/me").text
    assert mine.get_page("/me").text.count("End this one") == 1


@pytest.mark.parametrize("change", [str.lower, lambda code: f" {code.replace('-', ' ')} "])
def test_a_code_is_read_as_people_type_it(
    world: World, client_of: NewClient, change: Callable[[str], str]
) -> None:
    type_code(client_of("public"), change(make_code(client_of("sender"))))


def test_the_square_leads_where_the_code_leads(
    world: World, client_of: NewClient, engine: Engine
) -> None:
    code = make_code(client_of("sender")).replace("-", "")
    assert (len(code), set(code) - set(CODE_SIGNS)) == (12, set())
    assert "Welcome" in client_of("public").get_page(f"/sign-in/{code}").text
    (link,) = rows(engine, SignInLink)
    assert link.made_by_id == link.person_id == world.people["sender"].id
    assert code not in link.token_digest


def test_a_code_opens_once_and_soon_ends(
    world: World, client_of: NewClient, clock: StoppedClock
) -> None:
    mine = client_of("sender")
    first, second = make_code(mine), make_code(mine)
    type_code(client_of("public"), first)
    assert "This code does not open." in type_code(client_of("public"), first, 422)
    clock.forward(minutes=15)
    assert "This code does not open." in type_code(client_of("public"), second, 422)
    for wrong in ("", "AAAA-BBBB-CCCC", "x" * 300, "ß" * 12, "٣" * 12):
        type_code(client_of("public"), wrong, 422)


class TestLimits:
    """A site on which a name may be tried once a minute, a room five times."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return replace(settings, sign_in_limit="1 per minute")

    def test_codes_are_not_to_be_tried_out(self, world: World, client_of: NewClient) -> None:
        for _ in range(5):
            type_code(client_of("public"), "AAAA-BBBB-CCCC", 422)
        code = make_code(client_of("sender"))
        assert "Please wait a little" in type_code(client_of("public"), code, 429)


def test_who_could_not_come_back_is_asked_before_leaving(
    world: World, client_of: NewClient, engine: Engine
) -> None:
    client = client_of("sender")
    asked = client.submit(client.get_page("/me").form("/leave"))
    assert "you need a new link to come back" in asked.text
    assert "Moderator" in asked.text
    assert asked.all("a", href="/me#password-heading")
    assert "You have left." in client.submit(asked.form(button="Leave all the same")).text
    (ended,) = rows(engine, SignIn, person_id=world.people["sender"].id)
    assert ended.ended_at is not None


def leave_with(world: World, client: PageClient, **way: str) -> str:
    """Press Leave as somebody with a password or a mail address; return the words that follow."""
    for name, value in way.items():
        setattr(world.people["sender"], name, value)
    world.session.commit()
    return client.submit(client.get_page("/me").form("/leave")).text


def test_who_has_a_password_leaves_at_once(world: World, client_of: NewClient) -> None:
    words = leave_with(world, client_of("sender"), password_hash="some hash")
    assert "You have left." in words


def test_an_address_is_no_way_back_where_no_mails_go_out(
    world: World, client_of: NewClient
) -> None:
    words = leave_with(world, client_of("sender"), email="lina@example.org")
    assert "You have no password, and no mails go out from here." in words


def test_a_used_link_names_the_moderators(world: World, client_of: NewClient) -> None:
    code = make_code(client_of("sender")).replace("-", "")
    type_code(client_of("public"), code)
    page = client_of("public").get_page(f"/sign-in/{code}", status=410)
    assert "Moderator" in page.text
    assert "by mail" not in page.text


class TestMails:
    """A site from which mails go out."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return replace(settings, smtp_url="smtp://127.0.0.1:1?tls=no", mail_from="a@example.org")

    def test_who_has_an_address_leaves_at_once(self, world: World, client_of: NewClient) -> None:
        words = leave_with(world, client_of("sender"), email="lina@example.org")
        assert "You have left." in words

    def test_a_link_that_no_longer_opens_asks_for_a_new_one(
        self, world: World, client: PageClient
    ) -> None:
        page = client.get_page("/sign-in/" + "x" * 32, status=404)
        for name in ("sender", "nobody"):
            asked = client.submit(page.form(button="Send me a new link"), name=name)
            assert "If this address is known here, a mail goes to it." in asked.text


def test_a_link_that_never_was_names_nobody(world: World, client: PageClient) -> None:
    page = client.get_page("/sign-in/" + "x" * 32, status=404)
    assert "your sender or a moderator." in page.text
    assert "Moderator" not in page.text
