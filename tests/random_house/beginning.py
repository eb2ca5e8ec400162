"""How a house begins: a moderator brings the text in, splits it a little, and saves it."""

from __future__ import annotations

from io import BytesIO

from tests.random_house.house import TEXT, House
from tests.random_house.world import FILE, TITLED

FRAME = len(TITLED) - 1


def bring_in(house: House, who: str = "moderator", text: str = TEXT) -> None:
    """Bring the text in through the pages, so that the record tells of it from its first entry."""
    page = house.visit(who, f"{text}/bring-in").page
    file = (BytesIO(FILE.encode()), "paper.md")
    split = house.press(who, house.one_form(page, "/bring-in"), file=file).page
    for _ in range(house.draw.randrange(3)):
        steps = [one for one in split.buttons("do") if not one.startswith(("save", "out"))]
        split = house.press(who, house.one_form(split, "/split"), do=house.draw.one(steps)).page
    form = house.one_form(split, "/split")
    last = {name: "frame" for name in form.fields if name == f"kind-{FRAME}"}
    saved = house.press(who, form, do="save", **last)
    assert saved.status == 303, f"the text is not saved: {saved.status}"
