"""Joining what others ask, asking the own senders to join, and leaving again."""

from __future__ import annotations

from tests.random_house.house import TEXT, House
from tests.random_house.registry import act
from tests.random_house.world import WRITERS


@act(weight=10)
def join_or_leave(house: House) -> None:
    """Somebody presses a button under a change: join, ask to join, leave."""
    number = house.draw.one(house.pending())
    who = house.draw.one(WRITERS)
    house.touched.numbers.append(number)
    page = house.visit(who, f"{TEXT}/changes/A{number}").page
    endings = [f"/A{number}/{one}" for one in ("join", "leave", "ask-to-join")]
    forms = [one for one in page.forms() if one.action.endswith(tuple(endings))]
    house.send(who, house.draw.one(forms))


@act(weight=5)
def join_from_the_desk(house: House) -> None:
    """Somebody who has begun to write sees what others ask there, and joins instead."""
    version = house.draw.one(house.versions())
    who = house.draw.one(WRITERS)
    opened = house.visit(who, f"{TEXT}/paragraphs/{house.draw.one(version.keys)}/change")
    buttons = [one for one in opened.page.all("button", name="read") if one.get("formaction")]
    button = house.draw.one(buttons)
    form = house.one_form(opened.page, "#my-change")
    fields = {**form.fields, "read": [button.get("value") or ""]}
    moved = type(form)(form.element, "POST", button.get("formaction") or "", fields)
    house.send(who, moved)
