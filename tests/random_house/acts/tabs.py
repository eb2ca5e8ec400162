"""Forms that were left open while others acted, and forms that come again after *Back*."""

from __future__ import annotations

from tests.random_house.filling import filled_in
from tests.random_house.house import House
from tests.random_house.registry import act


@act(weight=10)
def send_what_was_left_open(house: House) -> None:
    """Somebody sends a form that was fetched before others acted, or sends a used one again."""
    tab = house.draw.one(house.tabs)
    house.tabs.remove(tab)
    before = house.amendments()
    fields = {**tab.fields, **(filled_in(tab.form, house.draw) if house.draw.once_in(3) else {})}
    same = fields == tab.fields
    answered = house.press(tab.who, tab.form, **fields)
    house.touch_numbers(answered.page)
    if tab.used and same and "form_key" in tab.form.fields:
        assert house.amendments() == before, f"{tab.form.action} came twice and made two"
