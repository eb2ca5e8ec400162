"""Leaving and coming back, passwords, another phone, and choices of one's own."""

from __future__ import annotations

from tests.random_house.acts.people import come_back_all
from tests.random_house.doors import LINK, come_in, hold_signed_in, hold_signed_out
from tests.random_house.filling import filled_in
from tests.random_house.house import TEXT, House
from tests.random_house.registry import act
from tests.random_house.world import MODERATORS, WRITERS
from tests.support.pages import text_of

PEOPLE = (*WRITERS, *MODERATORS, "reader")
WORDS = "four words you like"


@act(weight=2)
def leave_and_come_back_by_a_link(house: House) -> None:
    """Somebody leaves; the administrator makes a new link, and it opens."""
    who = house.draw.one(PEOPLE)
    leave(house, who)
    site = house.visit("administrator", "/site/people").page
    form = house.one_form(site, f"/people/{house.world.people[who].id}/link")
    come_back_all(house, house.press("administrator", form).page)
    hold_signed_in(house, who)


@act(weight=1)
def leave_and_come_back_by_a_password(house: House) -> None:
    """Somebody who has no password sets one, leaves, and signs in with it."""
    who = house.draw.one([one for one in PEOPLE if one not in house.passwords])
    house.passwords.add(who)
    page = house.visit(who, "/me").page
    answered = house.press(who, house.one_form(page, "/me/password"), password=WORDS)
    assert answered.status == 303, f"a new password is answered {answered.status}"
    leave(house, who)
    form = house.visit(who, "/sign-in").page.form("/sign-in", button="Sign in")
    handle = house.world.people[who].handle
    answered = house.press(who, form, name=handle, password=WORDS, own_device="yes")
    assert answered.status == 303, f"{who} signs in and is answered {answered.status}"
    hold_signed_in(house, who)


def leave(house: House, who: str) -> None:
    """End a session: from any page, where who could not come back is asked once more."""
    page = house.visit(who, house.draw.one(("/me", "/leave", f"{TEXT}/text"))).page
    answered = house.press(who, house.one_form(page, "/leave"))
    if "/leave" in answered.page.url:
        form = next(one for one in answered.page.forms() if "sure" in one.fields)
        answered = house.press(who, form)
    assert answered.status == 303, f"leaving is answered {answered.status}"
    hold_signed_out(house, who)


@act(weight=1)
def come_in_on_another_phone(house: House) -> None:
    """Somebody makes a code, types it on another phone, and is there too."""
    who = house.draw.one(PEOPLE)
    page = house.visit(who, "/me").page
    shown = house.press(who, house.one_form(page, "/me/device")).page
    code = [text_of(one) for one in shown.all("strong")][-1]
    house.clients["phone"] = house.browser()
    form = house.one_form(house.visit("phone", "/sign-in").page, "/sign-in/code")
    led = house.press("phone", form, code=code)
    assert led.status == 303, f"the code {code!r} is answered {led.status}"
    link = LINK.search(led.page.url)
    assert link is not None, f"the code leads to {led.page.url}"
    assert come_in(house, "phone", link[0]), "the code does not open"
    hold_signed_in(house, who)


@act(weight=2)
def choose_for_oneself(house: House) -> None:
    """Somebody chooses a language, or whether news come by mail."""
    who = house.draw.one(PEOPLE)
    page = house.visit(who, "/me").page
    form = house.one_form(page, house.draw.one(("/me/language", "/me/news")))
    answered = house.send(who, form, **filled_in(form, house.draw))
    assert answered.status == 303, f"a choice is answered {answered.status}"
