"""A second text in the same house."""

from __future__ import annotations

from tests.random_house.beginning import bring_in
from tests.random_house.house import House
from tests.random_house.registry import act

MADE = "administrator"


@act(weight=1)
def make_a_second_text(house: House) -> None:
    """The administrator makes a text, moderates it, and brings words in; others see none of it."""
    page = house.visit(MADE, "/texts/new").page
    form = house.one_form(page, "/texts/new")
    made = house.press(MADE, form, title=f"Another text, {house.draw.words(2)}")
    assert made.status == 303, f"a text is answered {made.status}"
    text = "/".join(made.page.url.split("?")[0].split("/")[:3])
    people = house.visit(MADE, f"{text}/people").page
    house.press(MADE, house.one_form(people, "/people/moderate"))
    bring_in(house, who=MADE, text=text)
    for url in ("/text", "/changes", "/to-decide", "/record", "/publish", "/people", ""):
        assert house.visit(MADE, f"{text}{url}").status == 200, f"{text}{url} is not there"
        house.fetch("sender", f"{text}{url}")
    assert house.visit("sender", f"{text}/to-decide").status >= 400, "a stranger reads on"
