"""Without network or answer the page says so, keeps the words, and sends them when asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect
from sqlalchemy import func, select

from drafting.store.models import Amendment
from tests.factories.amendments import WORDS
from tests.factories.world import World
from tests.support.browsing import axe, lose_one_answer

Pages = Callable[[str], Page]
WHY = "Because it must."


@pytest.fixture
def page(world: World, page_of: Pages) -> Page:
    """The page of a sender who typed words and why."""
    page = page_of("sender")
    page.goto(f"/texts/dhaka/paragraphs/{world.key(0, 1)}/change")
    page.get_by_label("The words").fill(WORDS)
    page.get_by_label("Why?").fill(WHY)
    return page


def send(page: Page) -> None:
    """Press the button."""
    page.get_by_role("button", name="Send: everyone in this meeting reads it").click()


def check_says(page: Page, words: str) -> None:
    """The page says what happened, to screen readers too, and still holds the words."""
    said = page.get_by_role("status").filter(has_text=words)
    expect(said).to_contain_text("Your words are kept on this page. It cannot arrive twice.")
    expect(said).to_be_in_viewport()
    expect(page.get_by_label("The words")).to_have_value(WORDS)
    assert axe(page) == []


def check_arrives_once(page: Page, world: World) -> None:
    """Sent again by hand, the words make one change."""
    page.get_by_role("button", name="Send again").click()
    expect(page.locator("h1")).to_have_text("A1 is sent")
    expect(page.locator(".notice-title")).to_contain_text("Received: A1")
    world.session.rollback()
    assert world.session.scalar(select(func.count()).select_from(Amendment)) == 1


def test_without_network_the_words_wait_on_the_page(page: Page, world: World) -> None:
    page.context.set_offline(True)
    send(page)
    check_says(page, "There is no network now.")
    page.context.set_offline(False)
    check_arrives_once(page, world)


def test_an_answer_that_was_lost_is_asked_for_again(page: Page, world: World) -> None:
    lose_one_answer(page, "**/change")
    send(page)
    check_says(page, "No answer came.")
    check_arrives_once(page, world)


def hold(_route: Route) -> None:
    """Keep a request on its way for ever."""


def test_an_answer_that_takes_too_long_is_not_waited_for(page: Page, world: World) -> None:
    page.route("**/change", hold, times=1)
    page.evaluate("document.querySelector('form[data-sends]').dataset.patience = '300'")
    send(page)
    check_says(page, "No answer came.")
    page.evaluate("delete document.querySelector('form[data-sends]').dataset.patience")
    check_arrives_once(page, world)


def test_a_server_that_is_away_behind_its_gate_is_no_answer(page: Page, world: World) -> None:
    page.route("**/change", lambda route: route.fulfill(status=502, body="Bad Gateway"), times=1)
    send(page)
    check_says(page, "No answer came.")
    check_arrives_once(page, world)


def test_two_taps_send_once(page: Page, world: World) -> None:
    button = page.get_by_role("button", name="Send: everyone in this meeting reads it")
    button.dblclick()
    expect(page.locator("h1")).to_have_text("A1 is sent")
    world.session.rollback()
    assert world.session.scalar(select(func.count()).select_from(Amendment)) == 1


def test_the_change_is_seen_without_loading_anew(page: Page) -> None:
    page.get_by_role("button", name="See my change").click()
    expect(page.get_by_role("heading", name="My change, as all will see it")).to_be_in_viewport()
    expect(page.get_by_label("The words")).to_have_value(WORDS)
    page.get_by_label("The words").fill(WORDS.replace("must", "shall"))
    expect(page.locator(".change-line .ins-words").first).to_contain_text("shall")
    assert axe(page) == []


def test_what_is_missing_is_shown_as_ever(page: Page) -> None:
    page.get_by_label("The words").fill("x" * 60_001)
    send(page)
    expect(page.get_by_role("alert").first).to_be_in_viewport()
    page.get_by_label("The words").fill(WORDS)
    send(page)
    expect(page.locator("h1")).to_have_text("A1 is sent")


def test_a_kept_draft_is_said_where_its_page_opens_again(page: Page) -> None:
    for words in ("Other words.", "And others."):
        page.get_by_label("The words").fill(words)
        page.get_by_role("button", name="Save as draft").click()
        expect(page.get_by_text("Your words are kept as a draft.")).to_be_in_viewport()
        expect(page.get_by_label("The words")).to_have_value(words)
