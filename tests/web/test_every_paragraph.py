"""Every paragraph of the sample, edited at its edges, through every page up to the answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from drafting.cli.sample import load_sample
from drafting.config import Settings
from drafting.store.session import open_session
from tests.support.client import page_of
from tests.support.pages import Form, Page, text_of

TEXTS = "/texts/who-governs-movement"
EDITS: dict[str, Callable[[str], str]] = {
    "append": lambda words: f"{words} Nobody is left behind.",
    "prepend": lambda words: f"Beyond doubt, {words}",
    "replace": lambda _words: "All of this is said anew.",
    "blank": lambda _words: "",
}


class Visitor:
    """A browser that is not inspected: hundreds of pages are fetched here."""

    def __init__(self, app: Flask, link: str) -> None:
        self.client = FlaskClient(app, app.response_class)
        page = self.get(link)
        self.post(page.form(link), own_device="no")

    def get(self, url: str) -> Page:
        """Fetch a page that answers 200."""
        response = self.client.get(url, follow_redirects=True)
        assert response.status_code == 200, f"{url} answers {response.status}"
        return page_of(response)

    def post(self, form: Form, **fields: str) -> Page:
        """Send a form; what follows answers 200."""
        data = {**form.fields, **fields}
        response = self.client.post(form.action, data=data, follow_redirects=True)
        assert response.status_code == 200, f"{form.action} answers {response.status}"
        return page_of(response)


@pytest.fixture
def visitors(engine: Engine, settings: Settings, app: Flask) -> dict[str, Visitor]:
    """Two senders and the moderator of the sample."""
    links = load_sample(partial(open_session, engine, writing=True), settings)
    names = {"sender": "Sender ASIA", "other": "Sender AFR", "moderator": "Moderator"}
    return {
        name: Visitor(app, link)
        for name, who in names.items()
        for label, link in links
        if label.startswith(f"{who} (")
    }


def editable(page: Page) -> dict[str, str]:
    """Return the address of *Change this* at each numbered paragraph, by its number."""
    found = {}
    for link in page.all("a"):
        address, words = link.get("href") or "", text_of(link)
        if "/paragraphs/" in address and address.endswith("/change") and "¶" in words:
            found[words.partition("¶")[2]] = address
    return found


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_of_any_paragraph_goes_through_all_pages(
    visitors: dict[str, Visitor], edit: str
) -> None:
    places = editable(visitors["sender"].get(f"{TEXTS}/text"))
    assert len(places) > 20
    if edit != "append":
        places = dict(list(places.items())[::3])
    sent = {}
    for label, url in places.items():
        sent[label] = send(visitors["sender"], url, label, EDITS[edit])
    queue = queued(visitors["moderator"].get(f"{TEXTS}/to-decide"))
    for label, number in sent.items():
        assert queue[number] == f"¶{label}"
        assert f"{TEXTS}/changes/{number}" in visitors["other"].get(places[label]).links
    for at, (label, number) in enumerate(sent.items()):
        if edit == "append" or at % 3 == 0:
            check_answer(visitors, label, number)
    for page in ("answers", "changes", "my-changes", "text", "my-group"):
        visitors["sender"].get(f"{TEXTS}/{page}")


def send(sender: Visitor, url: str, label: str, edit: Callable[[str], str]) -> str:
    """Send an edit of a paragraph after a look at it, and return its number."""
    form = sender.get(url).form("#my-change")
    typed = {"words": edit(form.fields["words"][0]), "reason": "It is better."}
    seen = sender.post(form, act="see", **typed)
    assert at_paragraph(label, section_of(seen, "my-change-heading"))
    received = sender.post(seen.form("#my-change"), act="send", **typed)
    found = re.search(r"Received: (A\d+)", received.text)
    assert found
    return found[1]


def check_answer(visitors: dict[str, Visitor], label: str, number: str) -> None:
    """Look at a change, answer it, and look at the answer."""
    url = f"{TEXTS}/changes/{number}"
    assert at_paragraph(label, visitors["sender"].get(url).title)
    moderator = visitors["moderator"]
    answered = moderator.post(moderator.get(f"{url}/decide").form("decide"), act="decide")
    assert f"{number} is answered" in answered.text
    visitors["sender"].get(url)


def queued(page: Page) -> dict[str, str]:
    """Return the number under which each change stands among what waits."""
    found, place = {}, ""
    for element in page.root.iter():
        if element.tag == "h3":
            place = text_of(element)
        if element.get("class") == "pick":
            found[text_of(element).removeprefix("Pick ")] = place
    return found


def section_of(page: Page, heading: str) -> str:
    """Return the words of the section that this heading names."""
    return text_of(page.all("section", aria_labelledby=heading)[0])


def at_paragraph(label: str, words: str) -> bool:
    """Whether words name this paragraph."""
    return re.search(rf"¶{re.escape(label)}(?![\w.])", words) is not None
