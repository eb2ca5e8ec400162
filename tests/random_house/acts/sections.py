"""Sections corrected by moderators, and what a section is."""

from __future__ import annotations

from tests.random_house.filling import filled_in
from tests.random_house.house import TEXT, House
from tests.random_house.registry import act
from tests.random_house.world import MODERATORS
from tests.random_house.writing_sections import edited_section


@act(weight=5)
def correct_a_section(house: House) -> None:
    """A moderator corrects any block of a section, in plain words or with formatting."""
    who = house.draw.one(MODERATORS)
    section = house.draw.one(house.versions()).section.key
    formatted = "?formatted=yes" if house.draw.once_in(2) else ""
    house.touched.sections.append(section)
    opened = house.visit(who, f"{TEXT}/sections/{section}/correct{formatted}")
    form = house.one_form(opened.page, "/correct")
    answered = house.send(who, form, **filled_in(form, house.draw, words=edited_section))
    assert answered.status in {303, 422}, f"a fresh correction is answered {answered.status}"


@act(weight=1)
def say_what_a_section_is(house: House) -> None:
    """A moderator locks a section, opens it, or makes it a frame."""
    who = house.draw.one(MODERATORS)
    section = house.draw.one(house.versions()).section.key
    house.touched.sections.append(section)
    opened = house.visit(who, f"{TEXT}/sections/{section}/correct")
    form = house.one_form(opened.page, "/kind")
    house.send(who, form, kind=house.draw.one(("text", "text", "text", "locked", "frame")))
