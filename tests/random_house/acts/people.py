"""People and their links: invited, come in, made senders, removed; and new groups."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from drafting.store.models import Grant, Person
from tests.random_house.doors import come_in, keep_links, sign_in_again
from tests.random_house.draw import Draw
from tests.random_house.filling import filled_in
from tests.random_house.house import TEXT, House
from tests.random_house.pages import bare
from tests.random_house.registry import act
from tests.random_house.world import EVERYBODY, MODERATORS
from tests.support.pages import Page

GUEST = "Guest"
ROLES = ("{}, ASIA, yes", "{}; EUR; no", "{}\tAfrica\tsends\tg@example.org", "{}, reader")
STRANGE = ("{}, Oceania, yes", "{}, rapporteur, ASIA", "{}", "3. {}, reader, no", "{}, writes")


def lines(draw: Draw, first: int) -> list[str]:
    """Return what somebody pastes: one person a line, most of them plainly said."""
    choices = ROLES if draw.once_in(2) else ROLES + STRANGE
    return [
        draw.one(choices).format(f"{GUEST} {number}")
        for number in range(first, first + draw.randint(1, 3))
    ]


@act(weight=4)
def invite_people(house: House) -> None:
    """A moderator pastes names, looks at them, and hands out links."""
    who = house.draw.one(MODERATORS)
    page = house.visit(who, f"{TEXT}/people").page
    pasted = lines(house.draw, house.named)
    house.named += len(pasted)
    form = house.one_form(page, "/people/review")
    review = house.press(who, form, lines="\n".join(pasted))
    assert review.status == 200, f"{pasted} are answered {review.status}"
    form = house.one_form(review.page, "/people/invite")
    chosen = filled_in(form, house.draw) if house.draw.once_in(3) else {}
    answered = house.send(who, form, **chosen)
    assert answered.status in {200, 422}, f"a fresh invitation is answered {answered.status}"
    keep_links(house, answered.page)
    house.touched.addresses += [f"{TEXT}/people", f"{TEXT}/who"]


@act(weight=4)
def take_a_link_up(house: House) -> None:
    """Somebody comes in by a link, which then opens for nobody else."""
    name = house.draw.one(sorted(house.links))
    link = house.links.pop(name)
    who = name.lower()
    if come_in(house, who, link):
        assert house.visit("public", link).status == 410, "a used link opens again"
        house.touched.addresses += [f"{TEXT}/text", f"{TEXT}/my-changes"]
        for url in ("/text", "/my-changes", "/answers", "/my-group", "/changes"):
            house.fetch(who, f"{TEXT}{url}")


@act(weight=1)
def a_guest_is_made_a_sender(house: House) -> None:
    """A moderator lets a guest who writes send."""
    press_for_a_guest(house, "sender")


@act(weight=2)
def a_guest_is_removed(house: House) -> None:
    """A moderator removes a guest, who then sees nothing of the meeting's any more."""
    grant = press_for_a_guest(house, "remove")
    who = grant.person.name.lower()
    others = [one for one in grants_of_guests(house) if one.person_id == grant.person_id]
    if who in house.clients and not others:
        status = house.visit(who, f"{TEXT}/my-changes").status
        assert status >= 400, f"who was removed reads on: {status}"


def press_for_a_guest(house: House, ending: str) -> Grant:
    """Press a button for some guest's right, and return the right."""
    grant = house.draw.one(grants_of_guests(house))
    who = house.draw.one(MODERATORS)
    page = house.visit(who, f"{TEXT}/people").page
    answered = house.send(who, house.one_form(page, f"/people/{grant.id}/{ending}"))
    assert answered.status == 303, f"a fresh button is answered {answered.status}"
    house.touched.addresses += [f"{TEXT}/people", f"{TEXT}/who"]
    return grant


def grants_of_guests(house: House) -> Sequence[Grant]:
    """Return the rights that guests hold."""
    query = select(Grant).join(Grant.person).where(Person.name.startswith(GUEST))
    with house.reading() as session:
        found = session.scalars(query.where(Grant.removed_at.is_(None)).order_by(Grant.id)).all()
        for one in found:
            session.refresh(one, ["person"])
        return found


@act(weight=2)
def make_a_new_link(house: House) -> None:
    """A moderator makes a new link for one person, or a sheet for all who have not come in."""
    who = house.draw.one(MODERATORS)
    page = house.visit(who, f"{TEXT}/people").page
    ending = house.draw.one(("/link", "/link", "/sheet", "/revoke"))
    forms = [one for one in page.forms() if "/people/" in one.action]
    form = house.draw.one([one for one in forms if one.action.endswith(ending)])
    come_back_all(house, house.press(who, form).page)


def come_back_all(house: House, page: Page) -> None:
    """Keep the links of a sheet; who lives here and was signed out by it comes in at once."""
    for name in keep_links(house, page):
        if name.lower() in EVERYBODY:
            sign_in_again(house, name.lower(), house.links.pop(name))


@act(weight=1)
def make_a_group(house: House) -> None:
    """A moderator makes a group, whose name then stands among the people."""
    who = house.draw.one((*MODERATORS, "administrator"))
    page = house.visit(who, f"{TEXT}/people").page
    form = house.one_form(page, "/groups")
    mark = house.draw.one(("NEW", "ASIA", "x", "too long a mark", "আ", f"G{house.named}"))
    house.named += 1
    name = f"{house.draw.words(2)} {house.named}"
    fields = {**filled_in(form, house.draw), "mark": mark, "name": name}
    answered = house.send(who, form, **fields)
    assert answered.status in {303, 422}, f"a fresh group is answered {answered.status}"
    if answered.status == 303:
        assert bare(name) in bare(answered.page.text), f"the group {name!r} is not shown"
