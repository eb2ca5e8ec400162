"""The administrator's list of mails."""

from __future__ import annotations

from collections.abc import Callable

from drafting.actions.steps.messages import Mail, fail_message, queue_message, settle_message
from tests.factories.world import NOON, World
from tests.support.client import PageClient

NewClient = Callable[[str], PageClient]


def test_no_sign_in_link_is_ever_shown(world: World, client_of: NewClient) -> None:
    person = world.people["sender"]
    person.email = "lina@example.org"
    mail = Mail("Words", ("Come in: %(link)s",), {"link": "https://text.example/sign-in/secret"})
    queue_message(world.session, person, mail, NOON, secret=True)
    queue_message(world.session, person, Mail("Open", ("No link here",)), NOON)
    world.session.commit()
    page = client_of("administrator").get_page("/site/messages")
    assert "secret" not in page.source
    assert "Only its reader sees these words." in page.text
    assert "No link here" in page.text
    assert "2 mails wait." in page.text
    assert "No mail server is named" in page.text


def test_the_list_says_what_became_of_each(world: World, client_of: NewClient) -> None:
    person = world.people["sender"]
    person.email = "lina@example.org"
    made = [queue_message(world.session, person, Mail("Words", ("x",)), NOON) for _ in range(2)]
    assert made[0]
    assert made[1]
    settle_message(made[0], NOON)
    fail_message(made[1], "550 no such person", final=True)
    world.session.commit()
    page = client_of("administrator").get_page("/site/messages")
    assert "sent" in page.text
    assert "given up" in page.text
    assert "550 no such person" in page.text


def test_nobody_without_a_mail_address_is_written_to(world: World) -> None:
    mail = Mail("Words", ("x",))
    assert queue_message(world.session, world.people["sender"], mail, NOON) is None


def test_an_empty_outbox_says_so(world: World, client_of: NewClient) -> None:
    assert "No mail was written yet." in client_of("administrator").get_page("/site/messages").text
