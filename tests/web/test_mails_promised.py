"""A page says that a mail goes out only where one does, and else whom to ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from drafting.config import Settings
from drafting.store.models import Message
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.pages import Page
from tests.support.rows import rows
from tests.web.test_people import links, review

Clients = Callable[[str], PageClient]
ON_ITS_WAY = "A mail with this link is on its way."
PROMISES = ("by mail", "on its way", "told by mail", "Mail me")


@pytest.fixture
def posted(world: World) -> World:
    """A world in which two people have a mail address."""
    for name in ("sender", "moderator"):
        world.people[name].email = f"{name}@example.org"
    world.session.commit()
    return world


def invited(client_of: Clients, line: str) -> Page:
    """Invite one person and return the sheet of links."""
    return client_of_links(client_of("administrator"), line)


def client_of_links(client: PageClient, line: str) -> Page:
    """Send the lines after looking at them."""
    return client.submit(review(client, line).form("/people/invite"))


class TestWithMails:
    """A house that sends mails."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return replace(settings, smtp_url="smtp://127.0.0.1:1?tls=no", mail_from="a@example.org")

    @pytest.mark.parametrize("name", ["sender@example.org", "nobody", "writer"])
    def test_everybody_who_asks_for_a_link_reads_the_same(
        self, name: str, posted: World, client: PageClient, engine: Engine
    ) -> None:
        form = client.get_page("/sign-in").form("/sign-in")
        page = client.submit(form, name=name, link="yes")
        assert "If this address is known here, a mail goes to it." in page.text
        sent = rows(engine, Message)
        assert [mail.address for mail in sent] == [name] * name.startswith("sender@")
        for mail in sent:
            path = mail.body.partition("http://localhost")[2].split()[0]
            assert "Come in as delegate of Asia" in client.get_page(path).text

    def test_a_sheet_promises_a_mail_to_an_address_alone(
        self, posted: World, client_of: Clients, engine: Engine
    ) -> None:
        assert ON_ITS_WAY in invited(client_of, "Jo, ASIA, yes, jo@example.org").text
        assert ON_ITS_WAY not in invited(client_of, "Li, ASIA, yes").text
        assert [mail.address for mail in rows(engine, Message)] == ["jo@example.org"]

    def test_somebody_with_an_account_gets_the_link_by_mail_alone(
        self, posted: World, client_of: Clients, engine: Engine
    ) -> None:
        sheet = invited(client_of, "Mod, ASIA, yes, Moderator@example.org")
        assert links(sheet) == []
        assert "The link goes by mail alone." in sheet.text
        assert rows(engine, Message)[0].secret


class TestWithoutMails:
    """A house that names no mail server."""

    def test_no_page_promises_a_mail(self, posted: World, client_of: Clients) -> None:
        pages = [
            client_of("public").get_page("/sign-in"),
            client_of("sender").get_page("/me"),
            invited(client_of, "Jo, ASIA, yes, jo@example.org"),
            invited(client_of, "Mod, ASIA, yes, moderator@example.org"),
        ]
        for page in pages:
            assert not [one for one in PROMISES if one in page.text], page.url
        assert "Ask your sender or a moderator for a new link." in pages[0].text
        assert "Ask the administrator for their link." in pages[3].text

    def test_who_asks_for_a_link_all_the_same_is_told_whom_to_ask(
        self, posted: World, client: PageClient, engine: Engine
    ) -> None:
        form = client.get_page("/sign-in").form("/sign-in")
        page = client.submit(form, status=422, name="sender@example.org", link="yes")
        assert "No mails go out from here. Ask a moderator for a new link." in page.text
        assert rows(engine, Message) == []
