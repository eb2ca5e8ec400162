"""Words not sent wait in an own phone's browser, and come back onto the text as it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import update

from drafting.actions.correct_section import CorrectSection, correct_section
from drafting.store.models import SignIn
from tests.factories.amendments import WORDS
from tests.factories.world import World
from tests.support.server import cookie_for

Pages = Callable[[str], Page]
WHY = "Because it must."


@pytest.fixture
def address(world: World) -> str:
    """Where the second paragraph is changed."""
    return f"/texts/dhaka/paragraphs/{world.key(0, 1)}/change"


def write(page: Page, address: str, words: str = WORDS) -> None:
    """Type words and why, and send nothing."""
    page.goto(address)
    page.get_by_label("The words").fill(words)
    page.get_by_label("Why?").fill(WHY)


def come_back(page: Page, address: str) -> None:
    """Come back, as if the phone had been switched off."""
    page.goto("/texts/dhaka/text")
    page.goto(address)


def test_words_not_sent_are_offered_and_put_back(page_of: Pages, address: str) -> None:
    page = page_of("sender")
    write(page, address)
    come_back(page, address)
    expect(page.locator(".notice-title")).to_contain_text("Your words of ")
    expect(page.get_by_label("The words")).not_to_have_value(WORDS)
    page.get_by_role("button", name="Put them back").click()
    expect(page.get_by_text("Your words are back.")).to_be_visible()
    expect(page.get_by_label("The words")).to_have_value(WORDS)
    expect(page.get_by_label("Why?")).to_have_value(WHY)


def test_words_thrown_away_are_gone(page_of: Pages, address: str) -> None:
    page = page_of("sender")
    write(page, address)
    come_back(page, address)
    page.get_by_role("button", name="Throw them away").click()
    come_back(page, address)
    expect(page.get_by_role("button", name="Put them back")).to_have_count(0)


def correct(world: World, before: str, after: str) -> None:
    """Put other words into the first section, as moderators may."""
    version = world.versions[0]
    words = version.markdown.replace(before, after)
    asked = CorrectSection(
        "dhaka", "sec0xy", 1, version.title, words, formatted=True, reason="Slip."
    )
    correct_section(world.session, world.actor("moderator"), asked)
    world.session.commit()


def test_what_others_won_meanwhile_is_not_undone(
    world: World, page_of: Pages, address: str
) -> None:
    page = page_of("sender")
    write(page, address)
    correct(world, "mean that people", "mean that all people")
    come_back(page, address)
    page.get_by_role("button", name="Put them back").click()
    expect(page.get_by_text("Your words are back, on the text as it is now.")).to_be_visible()
    both = WORDS.replace("mean that people", "mean that all people")
    expect(page.get_by_label("The words")).to_have_value(both)
    page.get_by_role("button", name="Send: everyone in this meeting reads it").click()
    expect(page.locator("h1")).to_have_text("A1 is sent")
    expect(page.get_by_text("Your words fit the text.")).to_be_visible()


def test_after_sending_nothing_waits_any_more(page_of: Pages, address: str) -> None:
    page = page_of("sender")
    write(page, address)
    page.get_by_role("button", name="See my change").click()
    page.get_by_role("button", name="Send: everyone in this meeting reads it").click()
    expect(page.locator("h1")).to_have_text("A1 is sent")
    assert kept(page) == []


def test_they_are_offered_among_my_changes_too(page_of: Pages, address: str) -> None:
    page = page_of("sender")
    write(page, address)
    page.goto("/texts/dhaka/my-changes")
    page.get_by_role("button", name="Put them back").click()
    expect(page.get_by_label("The words")).to_have_value(WORDS)


def test_new_words_do_not_take_the_place_of_those_that_wait(page_of: Pages, address: str) -> None:
    page = page_of("sender")
    write(page, address)
    come_back(page, address)
    page.get_by_label("The words").fill("Quite other words.")
    come_back(page, address)
    expect(page.get_by_role("button", name="Put them back")).to_have_count(2)


def test_words_that_were_not_changed_are_not_kept(page_of: Pages, address: str) -> None:
    page = page_of("sender")
    page.goto(address)
    words = page.get_by_label("The words")
    before = words.input_value()
    words.fill("Other words.")
    words.fill(before)
    assert kept(page) == []


def test_nothing_is_kept_on_a_phone_that_others_use(
    world: World, page_of: Pages, address: str
) -> None:
    world.session.execute(update(SignIn).values(own_device=False))
    world.session.commit()
    page = page_of("sender")
    write(page, address)
    assert kept(page) == []


def test_somebody_else_in_the_same_browser_never_sees_them(
    world: World, page_of: Pages, address: str, app: Flask, base_address: str
) -> None:
    page = page_of("sender")
    write(page, address)
    other = cookie_for(app, world.tokens["african"], base_address)
    page.context.add_cookies([other])
    for place in (address, "/texts/dhaka/my-changes"):
        page.goto(place)
        expect(page.get_by_role("button", name="Put them back")).to_have_count(0)


def test_leaving_clears_them(page_of: Pages, address: str) -> None:
    page = page_of("sender")
    write(page, address)
    assert kept(page)
    page.get_by_role("button", name="Leave").click()
    expect(page.get_by_text("Your browser is asked to forget all words")).to_be_visible()
    assert kept(page), "nothing goes before the person is sure"
    page.get_by_role("button", name="Leave all the same").click()
    expect(page.get_by_text("You have left.")).to_be_visible()
    assert kept(page) == []


def kept(page: Page) -> list[str]:
    """Return the names under which the browser keeps anything of this site."""
    names: list[str] = page.evaluate("Object.keys(localStorage)")
    return names
