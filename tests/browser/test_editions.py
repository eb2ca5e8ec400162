"""Published drafts in a browser: what stands on the screen stands on paper too."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.factories.amendments import send_change, words_for
from tests.factories.decisions import decide
from tests.factories.editions import publish
from tests.factories.world import World
from tests.support.browsing import axe


def test_who_changed_a_paragraph_and_who_took_one_out_is_read_on_screen_and_paper(
    world: World, page_of: Callable[[str], Page]
) -> None:
    decide(world, send_change(world))
    decide(world, send_change(world, "african", words_for(world, "", block=2, base=2)))
    publish(world)
    world.session.commit()
    page = page_of("public")
    page.goto("/texts/dhaka/published/1")
    assert not axe(page)
    page.emulate_media(media="print")
    expect(page.get_by_text("Changed by: Asia")).to_be_visible()
    expect(page.get_by_text("Taken out here by: Africa")).to_be_visible()
    page.emulate_media(media="screen")
    page.get_by_text("Taken out here by: Africa").click()
    expect(page.locator("del", has_text="They have not done so.")).to_be_visible()
