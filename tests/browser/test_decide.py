"""A moderator with many changes and one night, at a keyboard."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.factories.amendments import send_change, words_for
from tests.factories.world import World
from tests.support.browsing import with_and_without_javascript

Pages = Callable[[str], Page]


def heard(page: Page) -> list[str]:
    """Return the names of all that a screen reader meets, as the browser works them out."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    return [said for node in tree["nodes"] if (said := node.get("name", {}).get("value"))]


@with_and_without_javascript
def test_one_tab_and_enter_take_a_change_and_open_the_next(
    world: World, page_of: Pages, javascript: bool
) -> None:
    send_change(world)
    send_change(world, words=words_for(world, "They have not.", block=2))
    world.session.commit()
    page = page_of("moderator")
    page.goto("/texts/dhaka/to-decide")
    page.get_by_role("link", name="Begin with A1").press("Enter")
    for label, words in [("A1", "A1: Take, and go to the next"), ("A2", "A2: Take")]:
        expect(page.get_by_role("heading", name=f"Answer {label}")).to_be_in_viewport()
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=words, exact=True).first).to_be_focused()
        page.keyboard.press("Enter")
    expect(page.get_by_text("A2 is answered. Its groups see it under Answers.")).to_be_visible()


@with_and_without_javascript
def test_the_answer_to_several_stays_in_sight_and_counts_what_is_ticked(
    world: World, page_of: Pages, javascript: bool
) -> None:
    for number in range(12):
        send_change(world, words=words_for(world, f"They have not {number}.", block=2))
    world.session.commit()
    page = page_of("moderator")
    page.goto("/texts/dhaka/to-decide")
    boxes = page.get_by_role("checkbox")
    boxes.first.press("Space")
    boxes.nth(3).check()
    expect(page.get_by_role("button", name="Don't take")).to_be_in_viewport()
    said = heard(page)
    assert said[said.index("See one answer to all that are ticked: ") + 1] == "2"
    page.get_by_role("link", name="Answer all that are ticked").first.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Take", exact=True)).to_be_focused()
    page.get_by_role("button", name="Don't take").press("Enter")
    for answer in ("No longer fits", "Don't take"):
        page.get_by_role("button", name=answer, exact=True).press("Enter")
        expect(page.get_by_role("button", name=f"{answer}: 2 changes")).to_be_visible()
        expect(page.get_by_role("heading", name=answer)).to_be_visible()


@with_and_without_javascript
def test_another_answer_is_read_on_from_its_name(
    world: World, page_of: Pages, javascript: bool
) -> None:
    send_change(world)
    world.session.commit()
    page = page_of("moderator")
    page.goto("/texts/dhaka/changes/A1/decide")
    page.get_by_role("link", name="Don't take").press("Enter")
    expect(page.get_by_role("heading", name="Your answer")).to_be_focused()
    page.get_by_role("button", name="This goes beyond what the meeting discussed.").press("Enter")
    expect(page.get_by_label("Why?")).to_be_focused()
    page.get_by_role("link", name="Other words").press("Enter")
    expect(page.get_by_role("heading", name="Your answer")).to_be_focused()
    page.get_by_label("Your words for").fill("Other words.")
    page.get_by_role("button", name="Look at what it does").last.press("Enter")
    expect(page.locator("#looked")).to_be_focused()
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
