"""*Back* after sending, with scripts and without: the same words are one change."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import func, select

from drafting.store.models import Amendment
from tests.factories.amendments import WORDS, send_change
from tests.factories.world import World
from tests.support.browsing import axe, with_and_without_javascript
from tests.web.test_groups_mine import fill

OTHER = WORDS.replace("must", "shall")


@pytest.fixture
def page(page_of: Callable[[str], Page], world: World) -> Page:
    """The receipt of A1, which the sender of Asia has just sent."""
    opened = page_of("sender")
    opened.goto(f"/texts/dhaka/paragraphs/{world.key(0, 1)}/change")
    send(opened, WORDS)
    expect(opened.get_by_role("heading", level=1)).to_have_text("A1 is sent")
    return opened


def send(page: Page, words: str) -> None:
    """Type the words, whatever the browser kept of them, and send them."""
    page.get_by_label("The words", exact=True).fill(words)
    page.get_by_role("button", name="Send: everyone in this meeting reads it").click()


def count(world: World) -> int:
    """Count what was sent."""
    number = world.session.scalar(select(func.count()).select_from(Amendment)) or 0
    world.session.commit()
    return number


@with_and_without_javascript
def test_back_and_send_again_is_received_already(page: Page, world: World) -> None:
    page.go_back()
    send(page, WORDS)
    expect(page.get_by_role("heading", level=1)).to_have_text("A1 is sent")
    assert count(world) == 1


@with_and_without_javascript
def test_reloaded_and_sent_again_is_received_already(page: Page, world: World) -> None:
    page.go_back()
    page.reload()
    send(page, WORDS)
    expect(page.get_by_text("Already received as A1.")).to_be_visible()
    assert count(world) == 1


@with_and_without_javascript
def test_other_words_after_back_are_not_lost(page: Page, world: World) -> None:
    page.go_back()
    send(page, OTHER)
    if page.get_by_text("This form was sent already, as A1.").count():
        expect(page.get_by_label("The words", exact=True)).to_have_value(OTHER)
        page.get_by_role("button", name="Send: everyone in this meeting reads it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A2 is sent")
    assert count(world) == 2


def test_two_phones_of_one_person_send_one(
    page: Page, world: World, page_of: Callable[[str], Page]
) -> None:
    other = page_of("sender")
    other.goto(f"/texts/dhaka/paragraphs/{world.key(0, 1)}/change")
    send(other, WORDS)
    expect(other.get_by_text("Already received as A1.")).to_be_visible()
    assert count(world) == 1


def test_the_pages_of_this_are_without_a_fault(page: Page, world: World) -> None:
    page.goto(f"/texts/dhaka/paragraphs/{world.key(0, 1)}/change")
    page.get_by_label("Why?").fill("It binds all.")
    send(page, WORDS)
    expect(page.get_by_text("Already received as A1: the very same")).to_be_visible()
    assert not axe(page)


def test_my_group_and_an_equal_wish_are_without_a_fault(
    page_of: Callable[[str], Page], world: World
) -> None:
    page = page_of("sender")
    fill(world)
    send_change(world, "european", OTHER)
    world.session.commit()
    page.goto("/texts/dhaka/my-group")
    expect(page.get_by_role("heading", level=1)).to_have_text("My group: 3 wait for you")
    assert not axe(page)
    page.goto(f"/texts/dhaka/paragraphs/{world.key(0, 1)}/change")
    send(page, OTHER)
    expect(page.get_by_text("Europe asks the very same")).to_be_visible()
    assert not axe(page)
