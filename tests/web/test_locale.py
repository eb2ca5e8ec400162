"""Which language a page is in, seen on the page for nothing, which everybody may see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from drafting.app import create_app
from drafting.config import Settings
from tests.factories.world import World
from tests.support.client import PageClient, page_of
from tests.support.escaped import escaped
from tests.support.pages import Page

NOWHERE = "/there-is-nothing-here"


def page(client: PageClient, query: str = "", accept: str = "") -> Page:
    """Fetch the page for nothing."""
    return page_of(client.get(NOWHERE + query, headers={"Accept-Language": accept}))


def test_a_page_is_in_the_first_language_of_the_site(client: PageClient) -> None:
    found = page(client)
    assert (found.root.get("lang"), found.root.get("dir")) == ("en", "ltr")


def test_a_language_that_the_site_does_not_have_is_not_chosen(client: PageClient) -> None:
    assert page(client, "?lang=tlh", accept="tlh").root.get("lang") == "en"


def test_what_the_browser_accepts_is_chosen_when_nobody_chose(client: PageClient) -> None:
    assert page(client, accept="fr, qps-rtl;q=0.5").root.get("dir") == "rtl"


def test_the_chosen_language_stays_on_the_next_page(client: PageClient) -> None:
    page(client, "?lang=qps-rtl")
    assert page(client, accept="en").root.get("dir") == "rtl"


def test_a_persons_own_language_comes_before_the_browsers(
    world: World, client_of: Callable[[str], PageClient]
) -> None:
    world.people["sender"].language = "qps-rtl"
    world.session.commit()
    assert page(client_of("sender"), accept="en").root.get("dir") == "rtl"


def test_no_word_of_the_page_for_nothing_escaped_gettext(client: PageClient) -> None:
    assert not escaped(page(client, "?lang=qps"))


def test_a_real_house_has_no_invented_language(settings: Settings) -> None:
    app: Flask = create_app(replace(settings, testing=False))
    assert app.config["LANGUAGES"] == ("en",)
    app.extensions["drafting.engine"].dispose()


@pytest.mark.parametrize("language", ["en", "qps", "qps-rtl"])
def test_the_page_for_nothing_is_whole_in_each_language(client: PageClient, language: str) -> None:
    assert client.get(f"{NOWHERE}?lang={language}").status_code == 404


def test_a_catalogue_is_read_once_and_not_for_each_page(client: PageClient) -> None:
    languages = client.application.extensions["babel"].instance
    page(client)
    read = list(languages.domain_instance.cache.values())
    page(client)
    assert read
    assert list(languages.domain_instance.cache.values()) == read
