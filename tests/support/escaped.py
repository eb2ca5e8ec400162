"""Finds words on a pseudo-locale page that never went through gettext.

Words that are nobody's to translate are marked as HTML has it: `lang` on foreign passages (the
text, what people wrote), `bdi` around names, `translate="no"` on the rest (numbers such as
*10 bis*, the name of the product), `time` around instants; a `textarea` holds what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from drafting.web.pseudo import CLOSING, OPENING
from tests.support.pages import COMMENT, Page

OWN_WORDS = {"bdi", "time", "textarea", "code", "script", "style", "template"}
SPOKEN = ("aria-label", "alt", "title", "placeholder")
WORD = re.compile(r"[^\W\d_]{2,}")
NAMES = {"Drafting"}
TRANSLATED = re.compile(rf"{OPENING}[^{OPENING}{CLOSING}]*{CLOSING}")


def escaped(page: Page) -> list[str]:
    """Return the words that no translator would ever see, in order."""
    body = page.root.find("body")
    pieces = "".join(translatable(body)) if body is not None else ""
    found = words_outside(pieces)
    for element in page.root.iter():
        for attribute in SPOKEN:
            if not is_own(element, page):
                found += words_outside(element.get(attribute) or "")
    if OPENING not in page.title and not NAMES & set(page.title.split()):
        found.append(page.title)
    return found


def translatable(element: Element) -> Iterator[str]:
    """Yield the text in document order, without what is nobody's to translate."""
    if element.tag is COMMENT or element.tag in OWN_WORDS or marked(element):
        return
    yield element.text or ""
    for child in element:
        yield from translatable(child)
        yield " " if child.tag in {"p", "div", "li", "td", "br"} else ""
        yield child.tail or ""


def marked(element: Element) -> bool:
    """Whether the element says itself that its words are not ours."""
    if element.tag == "html":
        return False
    return element.get("lang") is not None or element.get("translate") == "no"


def is_own(element: Element, page: Page) -> bool:
    """Whether the element lies in something that is nobody's to translate."""
    here: Element | None = element
    while here is not None:
        if marked(here):
            return True
        here = page.parents.get(here)
    return False


def words_outside(text: str) -> list[str]:
    """Return the words that stand outside of every pair of brackets."""
    while (shorter := TRANSLATED.sub(" ", text)) != text:
        text = shorter
    return [word for word in WORD.findall(text) if word not in NAMES]
