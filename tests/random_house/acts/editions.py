"""Drafts published in between, and the Final at the end of a run."""

from __future__ import annotations

from tests.random_house.filling import filled_in
from tests.random_house.house import TEXT, House
from tests.random_house.published import hold_published
from tests.random_house.registry import act
from tests.random_house.world import MODERATORS


@act(weight=3)
def publish_a_draft(house: House) -> None:
    """A moderator publishes the text as shown."""
    who = house.draw.one(MODERATORS)
    opened = house.visit(who, f"{TEXT}/publish")
    plain = [
        one for one in opened.page.forms() if "seen" in one.fields and "final" not in one.fields
    ]
    answered = house.send(who, house.draw.one(plain))
    assert answered.status in {303, 422}, f"a fresh draft is answered {answered.status}"
    if answered.status == 303:
        hold_published(house, answered.page)


@act(weight=3)
def compare_two_drafts(house: House) -> None:
    """Somebody holds two published drafts against each other, and takes one away."""
    who = house.draw.one(("public", "reader", "sender", "moderator"))
    form = house.one_form(house.visit(who, f"{TEXT}/published/compare").page, "/compare")
    chosen = filled_in(form, house.draw)
    compared = house.press(who, form, **chosen)
    assert compared.status == 200, f"{chosen} is answered {compared.status}"
    if chosen["from"] == chosen["to"]:
        assert "read the same" in compared.page.text, "a draft is another than itself"
    shown = house.visit(who, f"{TEXT}/published/{chosen['to']}")
    files = sorted(one for one in shown.page.links if "/download/" in one)
    taken = house.fetch(who, house.draw.one(files))
    assert taken.status_code == 200, f"a file is answered {taken.status_code}"
