"""Photographs each page of the access table: phone and desktop, light and dark, right to left.

python -m tests.browser.screenshots FOLDER [WORD]  (only pages whose endpoint has the word)
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from flask import Flask
from playwright.sync_api import Browser, sync_playwright

from drafting.app import create_app
from drafting.config import Settings
from drafting.store.session import make_engine, open_session
from tests.factories.world import NOON, World, make_world
from tests.support.chromium import LAUNCH_OPTIONS, find_chromium
from tests.support.databases import make_sqlite_template
from tests.support.server import cookie_for, serve
from tests.web.access_table import ROWS, Row, address_of

WIDTHS = {"phone": (360, 640), "desktop": (1280, 800)}
MOST_TELLING = (
    "moderator", "sender", "administrator", "writer", "rapporteur", "african", "reader", "former",
    "public",
)  # fmt: skip
"""Whose page shows most, first."""


@dataclass(frozen=True)
class Look:
    """One way to look at a page."""

    name: str
    size: tuple[int, int]
    scheme: str
    language: str = "en"


LOOKS = (
    *(
        Look(f"{width}-{scheme}", size, scheme)
        for width, size in WIDTHS.items()
        for scheme in ("light", "dark")
    ),
    Look("phone-rtl", WIDTHS["phone"], "light", "qps-rtl"),
)


def main(folder: Path, word: str = "") -> None:
    """Photograph every page whose endpoint has the word in it."""
    folder.mkdir(parents=True, exist_ok=True)
    with site() as (app, world), serve(app) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(playwright), args=list(LAUNCH_OPTIONS)
        )
        for row in ROWS:
            kinds = [kind for kind in MOST_TELLING if row.answers[kind] == 200]
            if row.method == "GET" and kinds and word in row.endpoint:
                address = base + address_of(row, app, world)
                photograph(browser, app, address, world.tokens.get(kinds[0]), folder, row)
        browser.close()


@contextmanager
def site() -> Iterator[tuple[Flask, World]]:
    """Make a site with the tests' world in it."""
    with TemporaryDirectory() as place:
        url = f"sqlite:///{make_sqlite_template(Path(place))}"
        engine = make_engine(url)
        with open_session(engine, writing=True) as session:
            world = make_world(session)
            session.commit()
            yield create_app(Settings(url, "a secret", testing=True, clock=lambda: NOON)), world
        engine.dispose()


def photograph(
    browser: Browser, app: Flask, address: str, token: str | None, folder: Path, row: Row
) -> None:
    """Take the page's picture in every look; a file that is sent for download has none."""
    for look in LOOKS:
        size = {"width": look.size[0], "height": look.size[1]}
        options: dict[str, Any] = {"viewport": size, "color_scheme": look.scheme}
        with browser.new_context(**options) as context:
            if token:
                context.add_cookies([cookie_for(app, token, address)])
            page = context.new_page()
            answer = context.request.get(address)
            if "content-disposition" in answer.headers:
                return
            page.goto(f"{address}{'&' if '?' in address else '?'}lang={look.language}")
            page.screenshot(path=folder / f"{row.endpoint}-{look.name}.png", full_page=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
