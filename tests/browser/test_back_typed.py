"""*Back* and *Forward* among pages that answered a form: always a form with the words typed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.factories.amendments import WORDS, send_change
from tests.factories.world import World
from tests.support.browsing import axe, with_and_without_javascript

SEND = "Send: everyone in this meeting reads it"
OTHER = WORDS.replace("must", "shall")


@pytest.fixture
def page(page_of: Callable[[str], Page], world: World) -> Page:
    """The change of the second paragraph, typed and looked at."""
    opened = page_of("sender")
    opened.goto("/texts/dhaka/text")
    opened.goto(f"/texts/dhaka/paragraphs/{world.key(0, 1)}/change")
    look(opened, WORDS)
    return opened


def look(page: Page, words: str) -> None:
    """Type words, and look at the change."""
    page.get_by_label("The words", exact=True).fill(words)
    page.get_by_role("button", name="See my change").click()
    expect(page).to_have_url(re.compile("[?]form="))  # words may have been looked at before
    expect(page.get_by_role("heading", name="My change, as all will see it")).to_be_visible()


def has(page: Page, words: str) -> None:
    """See that the form stands there with these words."""
    expect(page.get_by_label("The words", exact=True)).to_have_value(words)


@with_and_without_javascript
def test_back_from_a_page_further_on(page: Page) -> None:
    page.goto("/help")
    page.go_back()
    has(page, WORDS)
    page.go_forward()
    page.go_back()
    has(page, WORDS)


@with_and_without_javascript
def test_back_from_the_receipt_and_further_back(page: Page) -> None:
    page.get_by_role("button", name=SEND).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A1 is sent")
    page.go_back()
    has(page, WORDS)
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text("A1 is sent")


@with_and_without_javascript
def test_back_from_the_look_to_the_first_form(page: Page, world: World) -> None:
    page.goto(f"/texts/dhaka/paragraphs/{world.key(0, 1)}/change")
    has(page, WORDS)
    look(page, OTHER)
    page.go_back()
    if page.get_by_label("The words", exact=True).count():
        has(page, OTHER)


@with_and_without_javascript
def test_reloading_asks_for_nothing_to_be_sent_again(page: Page) -> None:
    page.reload()
    has(page, WORDS)
    expect(page.get_by_role("heading", name="My change, as all will see it")).to_be_visible()


@with_and_without_javascript
def test_back_after_a_refusal(page: Page, world: World, javascript: bool) -> None:
    send_change(world, "european")
    world.session.commit()
    page.get_by_role("button", name=SEND).click()
    expect(page.get_by_text("Not sent yet. Joining makes one wish stronger")).to_be_visible()
    page.get_by_role("link", name="See A1").last.click()
    page.go_back()
    expect(page.get_by_text("Not sent yet. Joining makes one wish stronger")).to_be_visible()
    has(page, WORDS)
    assert not javascript or not axe(page)  # without scripts axe waits for ever
