"""What an answer was shown to do, and that it does so."""

from __future__ import annotations

from tests.random_house.house import House
from tests.random_house.pages import bare, named_region, standing
from tests.support.pages import Page, text_of


def hold_result(house: House, page: Page, before: dict[str, str]) -> None:
    """Hold that the text now reads as the page showed it, and words that stay do stay."""
    after = house.text_now()
    region = named_region(page, "result")
    assert region is not None, f"{page.url} shows no result"
    if "stay as they are" in text_of(region):
        both = before.keys() & after.keys()
        changed = [before[key] for key in both if before[key] != after[key]]
        assert not changed, f"the words were to stay as they are: {changed}"
        return
    if "Just as it is asked" in text_of(region):
        region = named_region(page, "asked")
    there = bare(" ".join(after.values()))
    for place in [] if region is None else region.iter("div"):
        if "tracked" in (place.get("class") or ""):
            assert bare(standing(place)) in there, f"the text was to read {standing(place)!r}"
