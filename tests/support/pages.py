"""A page as tests see it: parsed strictly, inspected, with its forms ready to be filled in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Comment, Element

import html5lib

COMMENT: object = Comment
"""ElementTree marks a comment by putting this function where the tag would be."""

BLANK_INPUTS = {"hidden", "submit", "button", "reset", "image"}


@dataclass(frozen=True)
class Form:
    """One form: where it goes, how, and what it would send as it stands."""

    element: Element
    method: str
    action: str
    fields: dict[str, list[str]]


@dataclass
class Page:
    """One HTML answer; `faults` lists in plain words what is wrong with it."""

    url: str
    source: str
    root: Element = field(init=False)
    parents: dict[Element, Element] = field(init=False)
    errors: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.root, self.errors = parsed(self.source)
        self.parents = {child: parent for parent in self.root.iter() for child in parent}

    @property
    def title(self) -> str:
        """The words in the browser's tab."""
        return " ".join(text_of(element) for element in self.all("title")[:1])

    @property
    def text(self) -> str:
        """The words of the whole page, blanks run together, without scripts."""
        body = self.root.find("body")
        return "" if body is None else text_of(body)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Return the elements of this kind with these attributes (`class_` for `class`)."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.root.iter(tag)
            if all(element.get(name) == value for name, value in wanted.items())
        ]

    @property
    def links(self) -> set[str]:
        """The addresses that the page leads to, as written."""
        return {element.get("href") or "" for element in self.all("a")}

    def buttons(self, name: str, prefix: str = "") -> list[str]:
        """Return the values of the buttons of this name that begin so, in order."""
        values = [element.get("value") or "" for element in self.all("button", name=name)]
        return [value for value in values if value.startswith(prefix)]

    def forms(self) -> list[Form]:
        """Return every form of the page, in order."""
        return [self._form(element) for element in self.all("form")]

    def form(self, action: str = "", *, button: str = "") -> Form:
        """Return the one form whose action ends so, or that has the button with these words."""
        found = [
            form
            for form in self.forms()
            if form.action.endswith(action) and (not button or has_button(form, button))
        ]
        assert len(found) == 1, f"{len(found)} forms for {action or button!r} on {self.url}"
        return found[0]

    def _form(self, element: Element) -> Form:
        fields: dict[str, list[str]] = {}
        for name, value in filled_in(element):
            fields.setdefault(name, []).append(value)
        action = urljoin(self.url, element.get("action") or self.url)
        return Form(element, (element.get("method") or "get").upper(), action, fields)


@lru_cache(maxsize=2)
def parsed(source: str) -> tuple[Element, list[str]]:
    """Return the root of a page and what is wrong in its HTML; a page is often asked for twice."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(source)
    return root, [f"HTML: {code} {data} at {place}" for place, code, data in parser.errors]


def text_of(element: Element) -> str:
    """Return the words inside, with blanks run together."""
    return " ".join("".join(pieces(element)).split())


def pieces(element: Element) -> Iterator[str]:
    """Yield the text inside, piece by piece, without scripts and styles."""
    if element.tag in {COMMENT, "script", "style", "template"}:
        return
    yield element.text or ""
    for child in element:
        yield from pieces(child)
        yield child.tail or ""


def kind(element: Element) -> str:
    """Return the type of an input, in small letters."""
    return (element.get("type") or "text").lower()


def has_button(form: Form, words: str) -> bool:
    """Whether the form has a button with these words."""
    buttons = form.element.iter("button")
    return any(words in text_of(button) for button in buttons)


def filled_in(form: Element) -> Iterator[tuple[str, str]]:
    """Yield name and value of each field as a browser would send them, without any button."""
    for item in form.iter():
        name = item.get("name")
        if not name or item.get("disabled") is not None:
            continue
        if item.tag == "input" and kind(item) not in {"submit", "button", "image", "file", "reset"}:
            if kind(item) not in {"checkbox", "radio"} or item.get("checked") is not None:
                yield name, item.get("value") or ("on" if kind(item) == "checkbox" else "")
        elif item.tag == "textarea":
            yield name, "".join(item.itertext()).removeprefix("\n")
        elif item.tag == "select":
            yield from ((name, value) for value in chosen(item))


def chosen(select: Element) -> list[str]:
    """Return the values a browser would send for a list as it stands."""
    options = [(o.get("value", text_of(o)), o.get("selected")) for o in select.iter("option")]
    marked = [value for value, selected in options if selected is not None]
    if marked or select.get("multiple") is not None:
        return marked
    return [options[0][0]] if options else []


def doubled_ids(page: Page) -> list[str]:
    """Return the ids that stand more than once on the page."""
    counts = Counter(element.get("id") for element in page.root.iter() if element.get("id"))
    return [str(name) for name, count in counts.items() if count > 1]


def same_site(address: str) -> bool:
    """Whether an address stays on this site."""
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc
