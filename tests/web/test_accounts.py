"""Everybody on the site, and the language of one's own pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from drafting.config import Settings
from tests.factories.world import World
from tests.support.client import PageClient

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
