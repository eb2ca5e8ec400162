"""The doors of the house: links that were handed out, and coming in by them."""

from __future__ import annotations

import re

from tests.random_house.house import House
from tests.random_house.world import EVERYBODY
from tests.support.pages import Page, text_of

LINK = re.compile(r"/sign-in/[\w-]+")


def keep_links(house: House, page: Page) -> list[str]:
    """Keep the links of a sheet, each for its person, and return whose they are."""
    names = []
    for card in page.all("li", class_="card"):
        link = LINK.search(text_of(card))
        name = next((text_of(one) for one in card.iter("bdi")), "")
        if link:
            house.links[name] = link[0]
            names.append(name)
    return names


def come_in(house: House, who: str, link: str) -> bool:
    """Let somebody come in by a link in a new browser; return whether it still opened.

    Who lives in this house says that the browser is their own, and so stays for many days.
    """
    house.clients[who] = house.browser()
    opened = house.visit(who, link)
    assert opened.status in {200, 410}, f"a link is answered {opened.status}"
    if opened.status == 410:
        return False
    form = house.one_form(opened.page, link)
    own = "yes" if who in EVERYBODY else house.draw.one(("yes", "no"))
    answered = house.press(who, form, own_device=own)
    assert answered.status == 303, f"a link that opens is answered {answered.status}"
    hold_signed_in(house, who)
    return True


def sign_in_again(house: House, who: str, link: str) -> None:
    """Let somebody of the house come back by a link, after all sessions were ended."""
    hold_signed_out(house, who)
    assert come_in(house, who, link), f"the new link of {who} does not open"


def hold_signed_in(house: House, who: str) -> None:
    """Hold that this browser is somebody's."""
    status = house.visit(who, "/me").status
    assert status == 200, f"{who} has come in, and /me answers {status}"


def hold_signed_out(house: House, who: str) -> None:
    """Hold that this browser is nobody's any more."""
    status = house.visit(who, "/me").status
    assert status >= 400, f"{who} has left, and /me answers {status}"
