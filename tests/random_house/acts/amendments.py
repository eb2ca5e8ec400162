"""Changes: written at any place, looked at, sent, revised, taken back."""

from __future__ import annotations

from drafting.store.models.sections import SectionKind
from tests.random_house.desk import write
from tests.random_house.house import TEXT, House
from tests.random_house.registry import act


@act(weight=30)
def change_a_paragraph(house: House) -> None:
    """Somebody opens *Change this* at any block, edits its words, looks, and sends or keeps."""
    version = house.draw.one(house.versions(SectionKind.TEXT))
    key = house.draw.one(version.keys)
    house.touched.paragraphs.append(key)
    write(house, f"{TEXT}/paragraphs/{key}/change", at=key)


@act(weight=12)
def change_a_section(house: House) -> None:
    """Somebody edits a whole section, with formatting, and now and then its title."""
    section = house.draw.one(house.versions(SectionKind.TEXT)).section.key
    house.touched.sections.append(section)
    write(house, f"{TEXT}/sections/{section}/change")


@act(weight=4)
def add_a_section(house: House) -> None:
    """Somebody writes a section more."""
    write(house, f"{TEXT}/sections/new")


@act(weight=2)
def drop_a_section(house: House) -> None:
    """Somebody asks to take a section out."""
    section = house.draw.one(house.versions()).section.key
    house.touched.sections.append(section)
    write(house, f"{TEXT}/sections/{section}/drop")


@act(weight=3)
def move_a_section(house: House) -> None:
    """Somebody asks to put a section elsewhere."""
    section = house.draw.one(house.versions()).section.key
    house.touched.sections.append(section)
    write(house, f"{TEXT}/sections/{section}/move")


@act(weight=8)
def revise(house: House) -> None:
    """A sender puts other words into what waits."""
    number = house.draw.one(house.pending())
    house.touched.numbers.append(number)
    write(house, f"{TEXT}/changes/A{number}/revise", house.author_of(number))


@act(weight=3)
def withdraw(house: House) -> None:
    """A sender takes back what the own group sent."""
    number = house.draw.one(house.pending())
    who = house.author_of(number)
    house.touched.numbers.append(number)
    page = house.visit(who, f"{TEXT}/changes/A{number}").page
    house.send(who, house.one_form(page, "/withdraw"))


@act(weight=6)
def go_on_with_a_draft(house: House) -> None:
    """Somebody of the group opens a draft, edits it, and sends or keeps it."""
    who = house.draw.one(("writer", "sender", "african", "european", "several"))
    mine = house.visit(who, f"{TEXT}/my-changes").page
    drafts = [link.get("href") or "" for link in mine.all("a", class_="label")]
    write(house, house.draw.one([link for link in drafts if "/drafts/" in link]), who)


@act(weight=4)
def send_a_draft_from_the_list(house: House) -> None:
    """A sender sends a draft as it stands, from the list."""
    who = house.draw.one(("sender", "african", "european", "several"))
    mine = house.visit(who, f"{TEXT}/my-changes").page
    house.send(who, house.one_form(mine, "/send"), act="send")


@act(weight=1)
def throw_a_draft_away(house: House) -> None:
    """A writer throws a draft away."""
    mine = house.visit("writer", f"{TEXT}/my-changes").page
    drafts = [link.get("href") or "" for link in mine.all("a", class_="label")]
    draft = house.draw.one([link for link in drafts if "/drafts/" in link])
    page = house.visit("writer", draft).page
    house.send("writer", house.one_form(page, "/discard"))
