"""The text reads the same for everybody in the meeting, and shows who asks for what where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafting.rules.edits import SectionEdit
from drafting.store.queries.sections import head_of
from tests.factories.amendments import send_change, words_for
from tests.factories.decisions import decide
from tests.factories.editions import publish
from tests.factories.world import World
from tests.support.client import PageClient

Clients = Callable[[str], PageClient]


def test_the_text_shows_every_section_and_the_number_of_each_paragraph(
    world: World, client_of: Clients
) -> None:
    words = client_of("reader").get_page("/texts/dhaka/text").text
    for part in ("Introduction", "Calls for action", "Guiding questions", "¶1", "¶5.1"):
        assert part in words


def test_a_reader_sees_no_way_to_change_and_a_writer_sees_one_at_each_paragraph(
    world: World, client_of: Clients
) -> None:
    change = f"/texts/dhaka/paragraphs/{world.key(0, 1)}/change"
    assert change not in client_of("reader").get_page("/texts/dhaka/text").links
    assert change in client_of("writer").get_page("/texts/dhaka/text").links


def test_a_frame_section_has_no_way_to_change_it(world: World, client_of: Clients) -> None:
    page = client_of("writer").get_page("/texts/dhaka/text")
    assert f"/texts/dhaka/paragraphs/{world.key(2, 0)}/change" not in page.links


@pytest.mark.parametrize("view", ["clean", "wishes", "since", "nonsense"])
def test_every_view_of_the_text_is_a_sound_page(
    world: World, client_of: Clients, view: str
) -> None:
    page = client_of("sender").get_page(f"/texts/dhaka/text?view={view}&since=0")
    assert "Governments pay more attention" in page.text


def test_paragraphs_taken_out_at_equal_places_of_two_sections_have_names_of_their_own(
    world: World, client_of: Clients
) -> None:
    for section in (0, 1):
        decide(world, send_change(world, words=words_for(world, "", section=section)))
    world.session.commit()
    page = client_of("reader").get_page("/texts/dhaka/text?view=since&since=0")
    assert "End the detention" in page.text


def test_the_public_is_led_to_the_newest_published_draft(world: World, client: PageClient) -> None:
    response = client.get("/texts/dhaka")
    assert response.status_code == 303
    assert response.location.endswith("/texts/dhaka/published/0")


def test_a_paragraph_has_a_lasting_address(world: World, client_of: Clients) -> None:
    page = client_of("reader").get_page(f"/texts/dhaka/paragraphs/{world.key(0, 2)}")
    assert "States promised in 2015" in page.text


def test_versions_of_a_section_are_listed(world: World, client_of: Clients) -> None:
    page = client_of("reader").get_page(f"/texts/dhaka/sections/{world.sections[0].key}")
    assert "Version 1" in page.text


def test_the_home_page_leads_a_member_to_the_one_text(world: World, client_of: Clients) -> None:
    page = client_of("writer").get_page("/")
    assert page.url.startswith("/texts/dhaka/text")


def test_an_administrator_makes_a_text(world: World, client_of: Clients) -> None:
    client = client_of("administrator")
    form = client.get_page("/texts/new").form(button="Make the text")
    page = client.submit(form, title="A second text", zone="Asia/Dhaka")
    assert "A second text" in page.text


def test_a_time_zone_that_does_not_exist_is_refused_with_the_words_kept(
    world: World, client_of: Clients
) -> None:
    client = client_of("administrator")
    form = client.get_page("/texts/new").form(button="Make the text")
    page = client.submit(form, status=422, title="A second text", zone="Nowhere/Town")
    assert "Choose the time zone" in page.text
    assert page.form(button="Make the text").fields["title"] == ["A second text"]


def test_a_paragraph_says_where_it_went_by_its_number(world: World, client_of: Clients) -> None:
    publish(world)
    version = head_of(world.session, world.sections[0])
    first, second, *rest = version.markdown.split("\n\n")
    words = "\n\n".join([f"{first} {second}", *rest])
    decide(world, send_change(world, words=SectionEdit(version.section.key, 1, words)))
    world.session.commit()
    text = client_of("reader").get_page("/texts/dhaka/text").text
    assert "¶2 (now part of ¶1)" in text
    assert "taken out" not in text
