"""How a house ends: all that still waits is answered, and the final text is published."""

from __future__ import annotations

from tests.random_house.filling import filled_in
from tests.random_house.house import TEXT, House
from tests.random_house.looks import EVERYWHERE
from tests.random_house.published import hold_published
from tests.random_house.registry import NothingToDo

PATIENCE = 5
LAST = ("rejected", "open point")


def publish_the_final(house: House) -> None:
    """Answer what waits in batches, publish the Final, and look at every page that tells of it."""
    for _ in range(PATIENCE):
        if house.pending():
            answer_all(house)
    assert not house.pending(), f"{house.pending()} cannot be answered"
    page = house.visit("moderator", f"{TEXT}/publish").page
    forms = [one for one in page.forms() if "final" in one.fields]
    if not forms:
        raise NothingToDo
    fields = {**filled_in(forms[0], house.draw), "by_consensus": "yes"}
    published = house.press("moderator", forms[0], **fields)
    assert published.status == 303, f"the Final is answered {published.status}"
    hold_published(house, published.page, final=True)
    for who in ("public", "sender", "moderator"):
        for url in ("/text", *EVERYWHERE):
            house.fetch(who, f"{TEXT}{url}")


def answer_all(house: House) -> None:
    """Give all that waits one answer, without waiting for the word of any group."""
    queue = house.visit("moderator", f"{TEXT}/to-decide").page
    form = house.one_form(queue, "/batch")
    boxes = [one for one in form.element.iter("input") if one.get("name") == "pick"]
    picked = [one.get("value") or "" for one in boxes]
    answer = house.draw.one(LAST)
    batch = house.press("moderator", form, pick=picked, outcome=answer).page
    form = house.one_form(batch, "/batch")
    said = {"reason": "The meeting ends.", "without_waiting": "yes"}
    answered = house.press("moderator", form, **said, act="decide")
    assert answered.status == 303, f"{len(picked)} answered together are answered {answered.status}"
