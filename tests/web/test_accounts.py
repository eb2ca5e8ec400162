"""Everybody on the site, and the language of one's own pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from drafting.config import Settings
from drafting.store.models import Person
from tests.factories.world import World
from tests.support.client import PageClient
from tests.support.rows import rows

NewClient = Callable[[str], PageClient]


def test_the_administrator_sees_everybody_with_their_rights(
    world: World, client_of: NewClient
) -> None:
    page = client_of("administrator").get_page("/site/people")
    assert "Rapporteur" in page.text
    assert "Asia, sends" in page.text


def test_the_administrator_makes_anybody_s_link(world: World, client_of: NewClient) -> None:
    client = client_of("administrator")
    number = world.people["former"].id
    sheet = client.submit(client.get_page("/site/people").form(f"/people/{number}/link"))
    assert "http://localhost/sign-in/" in sheet.source
    assert "Former" in sheet.text


class TestWithMails:
    """A house that sends mails."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return replace(settings, smtp_url="smtp://127.0.0.1:1?tls=no", mail_from="a@example.org")

    def test_a_person_switches_news_by_mail_off_and_on(
        self, world: World, engine: Engine, client_of: NewClient
    ) -> None:
        world.people["sender"].email = "lina@example.org"
        world.session.commit()
        client = client_of("sender")
        for wanted in ("", "yes"):
            page = client.submit(client.get_page("/me").form("/me/news"), by_mail=wanted)
            assert "Your choice is kept." in page.text
            assert rows(engine, Person, handle="sender")[0].news_by_mail is bool(wanted)


def test_who_has_no_mail_address_is_offered_no_switch(client_of: NewClient) -> None:
    assert "News by mail" not in client_of("sender").get_page("/me").text


def test_the_account_leads_to_the_text(client_of: NewClient) -> None:
    client = client_of("sender")
    assert "/texts/dhaka" in client.get_page("/me").links
    assert client.get_page("/texts/dhaka").url == "/texts/dhaka/text"


class TestTwoLanguages:
    """A site in English and French."""

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return replace(settings, languages=("en", "fr"))

    def test_a_person_chooses_a_language(self, world: World, client_of: NewClient) -> None:
        client = client_of("sender")
        form = client.get_page("/me").form("/me/language")
        page = client.submit(form, language="fr")
        assert page.root.get("lang") == "fr"
        client.submit(form, status=422, language="tlh")
