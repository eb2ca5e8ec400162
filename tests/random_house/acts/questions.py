"""What groups are asked, and every kind of answer."""

from __future__ import annotations

from tests.random_house.house import TEXT, House
from tests.random_house.registry import act
from tests.random_house.world import SENDERS


@act(weight=14)
def answer_a_question(house: House) -> None:
    """A sender answers one question of the inbox by any of its buttons."""
    who = house.draw.one(tuple(SENDERS))
    page = house.visit(who, f"{TEXT}/answers").page
    form = house.one_form(page, "/questions/", inside=True)
    answers = [
        one.get("value") for one in form.element.iter("button") if one.get("name") == "answer"
    ]
    answered = house.send(who, form, answer=house.draw.one(answers))
    house.touch_numbers(answered.page)


@act(weight=2)
def read_the_answers(house: House) -> None:
    """Somebody says that the answers were read."""
    who = house.draw.one(("writer", *SENDERS))
    page = house.visit(who, f"{TEXT}/answers").page
    house.send(who, house.one_form(page, "/answers/read"))
