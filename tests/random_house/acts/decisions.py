"""Answers of moderators: in every way, to one or several, and taken back."""

from __future__ import annotations

from drafting.rules.lifecycle import Outcome
from tests.random_house.filling import filled_in
from tests.random_house.house import TEXT, House
from tests.random_house.registry import act
from tests.random_house.results import hold_result
from tests.random_house.world import MODERATORS
from tests.support.pages import Page

ANSWERS = [one.value for one in Outcome if one is not Outcome.REOPENED]
OFTEN = ["accepted"] * 6 + ["accepted in part"] * 2 + ["accepted as modified"] * 2


@act(weight=26)
def answer_a_change(house: House) -> None:
    """A moderator answers a change in any way, with words, letters, boxes, a reason."""
    number = house.draw.one(house.pending())
    who = house.draw.one(MODERATORS)
    house.touched.numbers.append(number)
    outcome = house.draw.one(OFTEN + ANSWERS)
    formatted = "&formatted=yes" if house.draw.once_in(3) else ""
    url = f"{TEXT}/changes/A{number}/decide?outcome={outcome}{formatted}"
    opened = house.visit(who, url)
    form = house.one_form(opened.page, "/decide")
    looked = house.press(who, form, **filled_in(form, house.draw), act="preview")
    confirm(house, who, looked.page, "/decide")


@act(weight=5)
def answer_several(house: House) -> None:
    """A moderator gives one answer to several changes of the queue."""
    who = house.draw.one(MODERATORS)
    queue = house.visit(who, f"{TEXT}/to-decide").page
    form = house.one_form(queue, "/batch")
    ticked = [
        one.get("value") or "" for one in form.element.iter("input") if one.get("name") == "pick"
    ]
    picked = house.draw.sample(ticked, min(len(ticked), house.draw.randint(1, 4)))
    batch = house.send(who, form, pick=picked, outcome=house.draw.one(ANSWERS)).page
    form = house.one_form(batch, "/batch")
    house.touched.numbers += [int(one.split(":")[0]) for one in picked]
    looked = house.press(who, form, **filled_in(form, house.draw), act="preview")
    confirm(house, who, looked.page, "/batch")


def confirm(house: House, who: str, page: Page, action: str) -> None:
    """Press the last button of a page that shows what an answer does, and hold that it did."""
    form = house.one_form(page, action)
    act = house.draw.one([one for one in page.buttons("act") if one != "preview"])
    before = house.text_now()
    answered = house.send(who, form, act=act)
    assert answered.status in {303, 422}, f"a fresh answer is answered {answered.status}"
    if answered.status == 303:
        hold_result(house, page, before)


@act(weight=7)
def take_an_answer_back(house: House) -> None:
    """A moderator reopens an answer, whole or for one change."""
    number = house.draw.one(house.decided())
    who = house.draw.one(MODERATORS)
    house.touched.numbers.append(number)
    whole = "?whole=yes" if house.draw.once_in(2) else ""
    opened = house.visit(who, f"{TEXT}/changes/A{number}/reopen{whole}")
    form = house.one_form(opened.page, "/reopen")
    before = house.text_now()
    answered = house.send(who, form, reason=house.draw.reason())
    assert answered.status in {303, 422}, f"a fresh reopening is answered {answered.status}"
    if answered.status == 303:
        hold_result(house, opened.page, before)
