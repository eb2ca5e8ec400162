"""A delegate's first change on a slow phone without scripts, from invitation to receipt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

import pytest
from playwright.sync_api import BrowserContext, Frame, Locator, Page, expect
from sqlalchemy import func, select

from drafting.actions.invite_people import InvitePeople, invite_people
from drafting.rules.actors import Right
from drafting.rules.invitations import Invitee, Role
from drafting.store.models import Amendment
from tests.factories.world import World
from tests.support.browsing import Line, lose_one_answer, throttle

MOST_TAPS = 9
MOST_BYTES = 120_000
MOST_WAITING = 20.0
OLD, NEW = "States promised in 2015", "All States promised in 2015"


@dataclass
class Thumb:
    """One thumb on a phone: counts taps, and the seconds spent waiting for pages."""

    page: Page
    taps: int = 0
    waited: float = 0.0

    def open(self, link: str) -> None:
        """Tap a link in a message."""
        self.wait(lambda: self.page.goto(link))

    def tap(self, what: Locator) -> None:
        """Tap something on the page, and wait for what it brings."""
        self.wait(what.click)

    def reload(self) -> None:
        """Tap *Reload* on the browser's error page: it sends the form again."""
        self.page.wait_for_load_state("load")
        self.wait(self.page.reload)

    def wait(self, act: Callable[[], object]) -> None:
        """Count the tap and the time until the page stands."""
        self.taps += 1
        start = monotonic()
        act()
        self.page.wait_for_load_state("load")
        self.waited += monotonic() - start


@pytest.fixture
def javascript() -> bool:
    """Opera Mini is a full member."""
    return False


@pytest.fixture
def invitation(world: World, base_address: str) -> str:
    """The link of a new sender of Asia."""
    invitee = Invitee(name="Nadia Rahman", role=Role(Right.SEND, "ASIA"))
    request = InvitePeople("dhaka", (invitee,), base_address)
    made = invite_people(world.session, world.actor("moderator"), request)
    world.session.commit()
    return f"{base_address}/sign-in/{made[0].token}"


@pytest.fixture
def phone(new_context: Callable[..., BrowserContext], invitation: str) -> tuple[Thumb, Line]:
    """A slow phone, after a robot of the messenger has opened the link."""
    new_context().request.get(invitation)
    page = new_context().new_page()
    return Thumb(page), throttle(page, kilobits=400, latency=400)


def write_change(thumb: Thumb, invitation: str) -> None:
    """Come in, go to ¶3, and type other words and why."""
    page = thumb.page
    thumb.open(invitation)
    thumb.tap(page.get_by_label("Yes, it is mine"))
    thumb.tap(page.get_by_role("button", name="Come in as delegate of Asia"))
    row = page.locator(".para").filter(has=page.locator(".mark", has_text="¶3"))
    thumb.tap(row.get_by_role("link", name="Change this"))
    words = page.get_by_label("The words")
    thumb.tap(words)
    words.fill(words.input_value().replace(OLD, NEW))
    thumb.tap(page.get_by_label("Why?"))
    page.get_by_label("Why?").fill("It was all of them.")


def send_button(page: Page) -> Locator:
    """Return the button that sends to the meeting."""
    return page.get_by_role("button", name="Send: everyone in this meeting reads it")


def is_error_page(frame: Frame) -> bool:
    """Say whether the browser shows that it got no answer."""
    return frame.url.startswith("chrome-error:")


def test_a_first_change_takes_few_taps_few_bytes_and_little_waiting(
    phone: tuple[Thumb, Line], invitation: str
) -> None:
    thumb, line = phone
    write_change(thumb, invitation)
    thumb.tap(send_button(thumb.page))
    expect(thumb.page.locator("h1")).to_have_text("A1 is sent")
    expect(thumb.page.locator(".notice-title")).to_contain_text("Received: A1")
    assert thumb.taps <= MOST_TAPS
    assert line.received <= MOST_BYTES
    assert thumb.waited <= MOST_WAITING


def test_a_change_whose_answer_was_lost_arrives_once(
    phone: tuple[Thumb, Line], invitation: str, world: World
) -> None:
    thumb, _line = phone  # what loses the answer switches the browser's cache off too
    write_change(thumb, invitation)
    lose_one_answer(thumb.page, "**/change")
    with thumb.page.expect_event("framenavigated", is_error_page):
        send_button(thumb.page).click()
    thumb.reload()
    expect(thumb.page.locator("h1")).to_have_text("A1 is sent")
    world.session.rollback()
    assert world.session.scalar(select(func.count()).select_from(Amendment)) == 1
    assert thumb.taps + 1 <= MOST_TAPS
    assert thumb.waited <= MOST_WAITING


def test_a_kept_draft_says_so_where_the_page_opens(
    world: World, page_of: Callable[[str], Page]
) -> None:
    page = page_of("writer")
    page.goto("/texts/dhaka/text")
    page.get_by_role("link", name="Change this").nth(1).click()
    page.get_by_label("The words").fill("Other words.")
    page.get_by_role("button", name="Save as draft").click()
    expect(page.get_by_text("Your words are kept as a draft.")).to_be_in_viewport()
