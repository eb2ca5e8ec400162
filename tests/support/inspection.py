"""What every page must be: whole, named, labelled, safe, and without links into nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree.ElementTree import Element

from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect

from tests.support.pages import BLANK_INPUTS, Page, doubled_ids, kind, same_site, text_of

REFERRING = ("aria-describedby", "aria-labelledby", "aria-controls", "aria-owns", "list", "for")


def inspect(page: Page, app: Flask) -> list[str]:
    """Return all that is wrong with the page, in plain words."""
    faults = list(page.errors)
    for check in CHECKS:
        faults += check(page)
    return faults + list(dead_links(page, app))


def frame(page: Page) -> Iterator[str]:
    """A page has a language, a title and one first heading."""
    if not page.root.get("lang"):
        yield "the page has no lang"
    if not page.title:
        yield "the title is empty"
    headings = page.all("h1")
    if len(headings) != 1:
        yield f"{len(headings)} first headings instead of one"
    if any(not text_of(heading) for heading in headings):
        yield "the first heading is empty"


def names(page: Page) -> Iterator[str]:
    """An id stands once, and what refers to an id finds it."""
    yield from (f"the id {name!r} stands more than once" for name in doubled_ids(page))
    ids = {element.get("id") for element in page.root.iter()}
    for element in page.root.iter():
        for attribute in REFERRING:
            for name in (element.get(attribute) or "").split():
                if name not in ids:
                    yield f"{attribute}={name!r} refers to nothing"


def labels(page: Page) -> Iterator[str]:
    """Each control has its words, each picture its description."""
    labelled = {label.get("for") for label in page.all("label") if text_of(label)}
    for element in page.root.iter():
        if is_control(element) and not (element.get("id") in labelled or named(element, page)):
            yield f"the {element.tag} {element.get('name')!r} has no label"
        if element.tag in {"button", "a"} and not (text_of(element) or named(element, page)):
            yield f"a {element.tag} has no words: {dict(element.attrib)}"
        if element.tag == "img" and element.get("alt") is None:
            yield f"the picture {element.get('src')!r} has no alt"


def is_control(element: Element) -> bool:
    """Whether a person fills this in."""
    if element.tag == "input":
        return kind(element) not in BLANK_INPUTS
    return element.tag in {"select", "textarea"}


def named(element: Element, page: Page) -> bool:
    """Whether the element has a name of its own, or stands inside its label."""
    if element.get("aria-label") or element.get("aria-labelledby"):
        return True
    if any(picture.get("alt") for picture in element.iter("img")):
        return True
    above = page.parents.get(element)
    while above is not None:
        if above.tag == "label":
            return bool(text_of(above))
        above = page.parents.get(above)
    return False


def forms(page: Page) -> Iterator[str]:
    """What is posted carries a token against forgery; what is asked for by GET does not."""
    for form in page.forms():
        token = form.fields.get("csrf_token", [""])[0]
        if form.method == "POST" and not token:
            yield f"the form to {form.action} has no csrf_token"
        if form.method == "GET" and "csrf_token" in form.fields:
            yield f"the form to {form.action} shows its csrf_token in the address"


def inline(page: Page) -> Iterator[str]:
    """Nothing that a strict Content-Security-Policy forbids, and nothing from another host."""
    for element in page.root.iter():
        if element.tag == "style" or (element.tag == "script" and not element.get("src")):
            yield f"an inline {element.tag}"
        for attribute, value in element.attrib.items():
            if attribute == "style" or attribute.startswith("on"):
                yield f"the attribute {attribute} on {element.tag}"
            if value.strip().lower().startswith("javascript:"):
                yield f"a javascript: address on {element.tag}"
        if element.tag in {"script", "img", "link", "iframe"}:
            source = element.get("src") or element.get("href") or ""
            if not same_site(source) and not source.startswith("data:"):
                yield f"{element.tag} comes from another host: {source}"


def dead_links(page: Page, app: Flask) -> Iterator[str]:
    """Each link, form and file leads to an endpoint that is there; each #place is on the page."""
    ids = {element.get("id") for element in page.root.iter()} | {"", "top"}
    for element, attribute, method in addresses(page):
        address = element.get(attribute) or ""
        if not same_site(address) or address.startswith("data:"):
            continue
        target, place = urldefrag(urljoin(page.url, address))
        if address.startswith("#"):
            if place not in ids:
                yield f"the link to #{place} leads to no place on the page"
        elif not leads_somewhere(app, unquote(urlsplit(target).path), method):
            yield f"{method} {address} leads to no endpoint"


def addresses(page: Page) -> Iterator[tuple[Element, str, str]]:
    """Yield each element with an address, the attribute that has it, and the method it uses."""
    for element in page.root.iter():
        if element.tag in {"a", "link"} and element.get("href"):
            yield element, "href", "GET"
        elif element.tag in {"img", "script"} and element.get("src"):
            yield element, "src", "GET"
        elif element.tag == "form" and element.get("action"):
            yield element, "action", (element.get("method") or "get").upper()
        elif element.get("formaction"):
            yield element, "formaction", "POST"


def leads_somewhere(app: Flask, path: str, method: str) -> bool:
    """Whether the map of addresses knows this path for this method."""
    try:
        app.url_map.bind("localhost").match(path, method=method)
    except RequestRedirect:
        return True
    except HTTPException:
        return False
    return True


CHECKS: tuple[Callable[[Page], Iterator[str]], ...] = (frame, names, labels, forms, inline)
