"""What the random house reads off a page: labels, texts without what is taken out, typed words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from tests.support.pages import COMMENT, Form, Page, kind, text_of

MARK = re.compile(r"^\s*(?:[•*#>|-]|\d+[.)])+\s*", re.MULTILINE)
"""What makes a form of a line, and is no word of it."""
BESIDE = {"heard", "change-note", "item-number", "number", "tag", "again", "touches"}
"""What stands beside the words of a text: for the ear, as a note, as a number that was made."""
LETTERS = re.compile(r"[\W_]+")


def bare(words: str) -> str:
    """Return only the letters and digits of words, so that two ways to draw them are equal."""
    return LETTERS.sub("", words)


def added_words(before: str, after: str) -> list[str]:
    """Return the pieces of words that stand in a text more often than in another."""
    old, new = (Counter(re.findall(r"[^\W_]+", MARK.sub("", one))) for one in (before, after))
    return list(new - old)


def standing(element: Element) -> str:
    """Return the words inside as they would read: without what is taken out."""
    return " ".join("".join(standing_pieces(element)).split())


def standing_pieces(element: Element) -> Iterator[str]:
    """Yield the text inside piece by piece, without what is marked as taken out."""
    if element.tag is COMMENT or element.tag in {"script", "style", "del"}:
        return
    if BESIDE & set((element.get("class") or "").split()):
        return
    yield element.text or ""
    for child in element:
        yield from standing_pieces(child)
        yield child.tail or ""


def labels_in(element: Element) -> list[str]:
    """Return the ¶ numbers that stand above the places in a part of a page, each once."""
    found = [text_of(one) for one in element.iter() if is_label(one)]
    return list(dict.fromkeys(words.removeprefix("¶") for words in found))


def is_label(element: Element) -> bool:
    """Whether an element is nothing but a ¶ number."""
    classes = element.get("class") or ""
    lone = element.tag == "p" and classes == "small soft" and not len(element)
    return (classes == "number" or lone) and text_of(element).startswith("¶")


def named_region(page: Page, name: str) -> Element | None:
    """Return the section of a page that a heading with this id names, if it is there."""
    return next(iter(page.all("section", aria_labelledby=name)), None)


def typed_by_hand(form: Form) -> set[str]:
    """Return the names of the fields in which a person writes."""
    areas = {one.get("name") or "" for one in form.element.iter("textarea")}
    lines = {one.get("name") or "" for one in form.element.iter("input") if kind(one) == "text"}
    return areas | lines


def lost_words(page: Page, form: Form, fields: Mapping[str, object]) -> str:
    """Return what somebody typed into a form and does not find on the page that answers it."""
    there = [bare("".join(one.itertext())) for one in page.all("textarea")]
    there += [bare(one.get("value") or "") for one in page.all("input")]
    there += [bare(page.text)]
    for name in typed_by_hand(form) & set(fields):
        words = fields[name]
        for line in lines_of(name, words) if isinstance(words, str) else []:
            if not any(bare(line) in place for place in there):
                return line
    return ""


def lines_of(name: str, words: str) -> list[str]:
    """Return what must be found together; of people pasted one a line, each line by itself."""
    return words.splitlines() if name == "lines" else [words]


def says_something(page: Page) -> bool:
    """Whether a page says a sentence, not only its title."""
    return any(len(text_of(one)) > 15 for main in page.all("main") for one in main.iter("p"))
