"""A change stands on every page under the numbers of the paragraphs whose words it edits."""

from __future__ import annotations

from collections.abc import Callable

from drafting.rules.edits import SectionEdit
from tests.factories.amendments import send_change
from tests.factories.world import CALLS, INTRODUCTION, World
from tests.support.client import PageClient
from tests.support.pages import Page, text_of

Clients = Callable[[str], PageClient]
CHANGE = "/texts/dhaka/changes/A1"


def numbers_on(page: Page) -> list[str]:
    """Return the ¶ numbers on a page, in order."""
    return [text_of(span) for span in page.all("span", class_="number")]


def edited(world: World, section: int, markdown: str) -> SectionEdit:
    """Return the edit of a whole section."""
    return SectionEdit(world.sections[section].key, 1, markdown)


def test_a_moved_paragraph_keeps_its_number_while_it_waits(
    world: World, client_of: Clients
) -> None:
    one, two, three = INTRODUCTION.split("\n\n")
    send_change(world, "sender", edited(world, 0, f"{three}\n\n{one}\n\n{two}"))
    world.session.commit()
    page = client_of("sender").get_page(CHANGE)
    assert "¶3 moved before ¶1" in page.title
    assert numbers_on(page) == ["¶3", "¶1", "¶2"]
    decide = client_of("moderator").get_page(f"{CHANGE}/decide")
    assert numbers_on(decide) == ["¶3", "¶1", "¶2"]
    assert "“”" not in page.text + decide.text


def test_a_new_item_stands_in_its_list_with_its_number(world: World, client_of: Clients) -> None:
    lines = CALLS.replace("3. Respect", "3. Regularise all;\n4. Respect")
    send_change(world, "sender", edited(world, 1, lines))
    world.session.commit()
    page = client_of("sender").get_page(CHANGE)
    assert "New after ¶5.2: “Regularise all;”" in page.title
    items = [text_of(item) for item in page.all("li", class_="item")]
    assert [item.split(".")[0] for item in items] == ["2", "3"]
