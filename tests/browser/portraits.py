"""The three pictures in the documents: the sample's text, a change being written, an answer.

python -m tests.browser.portraits FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from playwright.sync_api import Page, sync_playwright

from drafting.app import create_app
from drafting.cli.sample import load_sample
from drafting.config import Settings
from drafting.store.session import make_engine, open_session
from tests.factories.world import NOON
from tests.support.chromium import LAUNCH_OPTIONS, find_chromium
from tests.support.databases import make_sqlite_template
from tests.support.server import serve

TEXT = "/texts/who-governs-movement"


@dataclass(frozen=True)
class Portrait:
    """One picture: whose page, how large, and the way to it."""

    name: str
    person: str
    size: tuple[int, int]
    path: str
    scroll_to: str = ""
    follow: str = ""


PORTRAITS = (
    Portrait("text", "Sender ASIA", (1280, 800), f"{TEXT}/text?view=wishes", "Women and children"),
    Portrait("change", "Writer AFR", (360, 740), f"{TEXT}/text", follow="Change this"),
    Portrait("answer", "Moderator", (1280, 800), f"{TEXT}/changes/A9/decide?outcome=accepted"),
)


def main(folder: Path) -> None:
    """Take the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with site() as (app, links), serve(app) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(playwright), args=list(LAUNCH_OPTIONS)
        )
        for one in PORTRAITS:
            width, height = one.size
            with browser.new_context(viewport={"width": width, "height": height}) as context:
                page = context.new_page()
                come_in(page, base + link_of(links, one.person))
                take(page, base, one, folder)
        browser.close()


@contextmanager
def site() -> Iterator[tuple[Flask, list[tuple[str, str]]]]:
    """Make a site with the sample in it, and a link for each person."""
    with TemporaryDirectory() as place:
        settings = Settings(
            f"sqlite:///{make_sqlite_template(Path(place))}", "a secret", clock=lambda: NOON
        )
        engine = make_engine(settings.database_url)
        links = load_sample(partial(open_session, engine, writing=True), settings)
        yield create_app(settings), links
        engine.dispose()


def link_of(links: list[tuple[str, str]], person: str) -> str:
    """Return the link of the person whose label begins so."""
    return next(path for label, path in links if label.startswith(person))


def come_in(page: Page, link: str) -> None:
    """Use a link."""
    page.goto(link)
    page.get_by_label("Yes, it is mine").check()
    page.get_by_role("button", name="Come in").click()


def take(page: Page, base: str, one: Portrait, folder: Path) -> None:
    """Go to the page and photograph what a person would see of it."""
    page.goto(base + one.path)
    if one.follow:
        page.get_by_role("link", name=one.follow).nth(1).click()
    if one.scroll_to:
        page.get_by_role("heading", name=one.scroll_to).evaluate("e => e.scrollIntoView()")
    page.screenshot(path=folder / f"{one.name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
