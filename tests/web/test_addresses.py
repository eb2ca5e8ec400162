"""A text is found at an address in its own script; in mails and files the address is escaped."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest

from tests.factories.amendments import keep_draft, send_change, words_for
from tests.factories.decisions import decide
from tests.factories.world import World
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]
BAYAN = "بيان-دكا"
ADDRESS = f"/texts/{quote(BAYAN)}"


def test_an_arabic_title_makes_an_arabic_address(client_of: Clients) -> None:
    client = client_of("administrator")
    form = client.get_page("/texts/new").form(button="Make the text")
    client.submit(form, title="بيان دكا", language="ar", zone="Asia/Dhaka")
    assert "بيان دكا" in client.get_page(f"{ADDRESS}/people").text


def test_a_title_that_is_an_address_already_gets_a_number(client_of: Clients) -> None:
    client = client_of("administrator")
    form = client.get_page("/texts/new").form(button="Make the text")
    assert client.submit(form, title="New", zone="Asia/Dhaka").url == "/texts/new-2/people"


@pytest.fixture
def bayan(world: World) -> World:
    """The world under an Arabic short name, with a draft that is ready, and an answer."""
    world.statement.slug = BAYAN
    world.session.flush()
    keep_draft(world, ready=True)
    decide(world, send_change(world, words=words_for(world, "They have not.", block=2)))
    world.session.commit()
    return world


@pytest.mark.parametrize("place", ["", "/text", "/who", "/published/0", "/my-group", "/answers"])
def test_its_pages_open(bayan: World, client_of: Clients, place: str) -> None:
    client_of("sender").get_page(f"{ADDRESS}{place}")


def test_what_leads_to_it_can_be_followed(bayan: World, client_of: Clients) -> None:
    client = client_of("sender")
    group = client.get_page(f"{ADDRESS}/my-group")
    draft = next(link for link in group.links if "/drafts/" in link)
    assert draft.startswith(ADDRESS)
    client.get_page(draft)
    assert client.get(ADDRESS).location == f"{ADDRESS}/text"


def test_its_files_carry_its_name(bayan: World, client_of: Clients) -> None:
    response = client_of("public").get(f"{ADDRESS}/published/0/download/markdown")
    assert response.status_code == 200
    disposition = response.headers["Content-Disposition"]
    assert 'filename="text.md"' in disposition
    assert f"filename*=UTF-8''{quote(BAYAN)}" in disposition


def test_an_address_typed_otherwise_finds_it(world: World, client_of: Clients) -> None:
    world.statement.slug = "évian"
    world.session.commit()
    client = client_of("reader")
    client.get_page("/texts/E%CC%81vian/text")
    client.get_page("/texts/%C3%A9vian/text")


@pytest.mark.parametrize("name", ["a%00b", "a..b", "%2e%2e", "a%20b", "-", "%F0%9F%98%80"])
def test_what_is_no_short_name_is_no_address(client_of: Clients, name: str) -> None:
    client_of("reader").get_page(f"/texts/{name}/text", status=404)
