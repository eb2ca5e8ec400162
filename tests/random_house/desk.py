"""At a page for writing: its form filled in, looked at, sent; and what must be true of it then."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from tests.random_house.filling import filled_in
from tests.random_house.house import TEXT, House
from tests.random_house.pages import added_words, bare, labels_in, named_region, standing
from tests.random_house.world import EVERYBODY, SENDERS, WRITERS
from tests.support.pages import Form, Page, text_of

DESK = "#my-change"
NUMBER = re.compile(r"\bA(\d+)\b")


@dataclass(frozen=True, slots=True)
class Writing:
    """What somebody wrote: on which page, at which block, from which words to which."""

    label: str
    key: str
    before: str
    after: str

    @property
    def in_one_block(self) -> bool:
        """Whether it is plainly other words for one block: no line, block or form comes or goes."""
        return bool(self.key and self.after.strip()) and "\n" not in self.after.strip()

    @property
    def added(self) -> list[str]:
        """The words that it brings in."""
        return added_words(self.before, self.after)


def write(house: House, url: str, who: str = "", at: str = "") -> None:
    """Open a page for writing, fill it in, look at it or not, and press one of its buttons."""
    who = who or house.draw.one(EVERYBODY if house.draw.once_in(12) else WRITERS)
    opened = house.visit(who, url)
    forms = [form for form in opened.page.forms() if form.action.endswith(DESK)]
    if opened.status != 200 or not forms:
        assert who not in SENDERS or opened.status != 404, f"{url} is not there for {who}"
        return
    fields = filled_in(forms[0], house.draw)
    writing = writing_of(opened.page, forms[0], fields, at)
    page, form = opened.page, forms[0]
    if not house.draw.once_in(4):
        looked = house.press(who, form, **fields, act="see")
        assert looked.again, f"a fresh look is answered {looked.status}"
        page = looked.page
        hold_place(writing, named_region(page, "my-change-heading"))
        form, fields = house.one_form(page, DESK), {}
    act = house.draw.one([one for one in page.buttons("act") if one != "see"])
    answered = house.send(who, form, **fields, act=act)
    assert answered.status in {303, 422}, f"a fresh form is answered {answered.status}"
    if not answered.again:
        follow(house, who, answered.page, writing)


def writing_of(page: Page, form: Form, fields: dict[str, Any], key: str) -> Writing:
    """Return what was filled in, and the number of the block at which the page is."""
    name = next(
        (one for one in ("words", "markdown", "words-0", "markdown-0") if one in fields), ""
    )
    label = re.search(r"¶(.+?)(?: ·|$)", " ".join(map(text_of, page.all("h1"))))
    before = form.fields[name][0] if name else ""
    return Writing(label[1] if label else "", key, before, str(fields.get(name, "")))


def hold_place(writing: Writing, region: Element | None) -> None:
    """Hold that a change is shown at the block that was edited."""
    if region is None or not writing.in_one_block:
        return
    labels = labels_in(region)
    assert set(labels) <= {writing.label}, f"¶{writing.label} was edited, and ¶{labels} is shown"


def follow(house: House, who: str, page: Page, writing: Writing) -> None:
    """Go on to where the act led, and hold that the words are there."""
    house.touched.addresses.append(page.url)
    found = NUMBER.search(" ".join(map(text_of, page.all("h1"))))
    if "/drafts/" in page.url:
        fields = " ".join("".join(one.itertext()) for one in page.all("textarea"))
        missing = [word for word in writing.added if bare(word) not in bare(fields)]
        assert not missing, f"the draft has lost the words {missing}"
    if found is None:
        return
    number = int(found[1])
    house.touched.numbers.append(number)
    house.sent[number] = who
    house.places.pop(number, None)
    shown = house.visit(who, f"{TEXT}/changes/A{number}").page
    hold_words(number, writing, shown)
    if writing.in_one_block:
        hold_place(writing, named_region(shown, "asked"))
        if writing.label:  # the queue puts what has no number, as a row of heads, under its section
            house.places[number] = writing.key


def hold_words(number: int, writing: Writing, page: Page) -> None:
    """Hold that all words that came in stand on the change's own page, or as its links."""
    region = named_region(page, "asked")
    assert region is not None, f"A{number} does not say what is asked"
    links = " ".join(one.get("href") or "" for one in region.iter("a"))
    there = bare(f"{standing(region)} {links}")
    missing = [word for word in writing.added if bare(word) not in there]
    assert not missing, f"A{number} has lost the words {missing}"
