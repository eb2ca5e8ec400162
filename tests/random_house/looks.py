"""Who looks at what after a step: the pages that name what was touched, for two kinds of person."""

from __future__ import annotations

from collections.abc import Iterator

from tests.random_house.house import TEXT, House
from tests.random_house.world import EVERYBODY, MODERATORS, SENDERS

READERS = ("reader", "writer", "sender", "several", "rapporteur", "administrator", "public")
VIEWS = ("", "?view=wishes", "?view=since", "?view=since&since=0")


def look_around(house: House) -> None:
    """Let a moderator or a sender, and somebody else, open the pages that name what was touched."""
    first = house.draw.one((*MODERATORS, *SENDERS))
    second = house.draw.one([one for one in EVERYBODY if one != first])
    for who in (first, second):
        for url in addresses(house):
            house.fetch(who, url)


def addresses(house: House) -> Iterator[str]:
    """Yield the pages that name what was touched, and some that name everything."""
    yield from (f"{TEXT}{one}" for one in in_the_text(house))
    yield from house.touched.addresses[:2]
    if house.draw.once_in(3):
        yield house.draw.one(BESIDE_THE_TEXT)


def in_the_text(house: House) -> Iterator[str]:
    """Yield those of them that are pages of the text, from there on."""
    touched, draw = house.touched, house.draw
    for number in dict.fromkeys(touched.numbers[:2]):
        yield f"/changes/A{number}"
        yield from draw.sample(of_a_change(number), 2)
    for key in dict.fromkeys(touched.paragraphs[:2]):
        yield f"/paragraphs/{key}"
        yield f"/paragraphs/{key}/change"
    for key in dict.fromkeys(touched.sections[:2]):
        yield f"/sections/{key}{draw.one(('', '/compare', '/change', '/drop', '/move'))}"
    yield f"/text{draw.one(VIEWS)}"
    yield from draw.sample(EVERYWHERE, 2)


def of_a_change(number: int) -> list[str]:
    """Return the other pages of one change."""
    pages = ("?view=before-after", "/decide", "/receipt", "/revise", "/reopen", "/reopen?whole=yes")
    return [f"/changes/A{number}{one}" for one in pages]


EVERYWHERE = (
    "/changes", "/changes?state=waiting", "/to-decide", "/to-decide?show=rivals", "/answers",
    "/my-changes", "/my-group", "/record", "/published", "/published/compare", "/publish",
    "/people", "/who", "/sessions",
)  # fmt: skip
"""Pages that name everything, of which some are opened after each step."""
BESIDE_THE_TEXT = ("/", "/me", "/leave", "/sign-in", "/site/people", "/site/messages", "/help")
