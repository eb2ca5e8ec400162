"""Drafts published in between, and the Final at the end of a run."""

from __future__ import annotations

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
