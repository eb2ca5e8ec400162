"""What an answer was shown to do, and that it does so."""

from __future__ import annotations

from tests.random_house.house import House
from tests.random_house.pages import bare, named_region, standing
from tests.support.pages import Page, text_of


def hold_result(house: House, page: Page, before: str) -> None:
    """Hold that the text now reads as the page showed it, and nothing else of it moved."""
    after = house.text_now()
    region = named_region(page, "result")
    assert region is not None, f"{page.url} shows no result"
    if "stay as they are" in text_of(region):
        assert after == before, "the text was to stay as it is, and does not"
        return
    if "Just as it is asked" in text_of(region):
        region = named_region(page, "asked")
    there = bare(after)
    for place in [] if region is None else region.iter("div"):
        if "tracked" in (place.get("class") or ""):
            assert bare(standing(place)) in there, f"the text was to read {standing(place)!r}"
