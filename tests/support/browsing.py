"""What browser tests do besides clicking: slow lines, lost answers, and axe."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from tests.house.source import TESTS

AXE = TESTS / "browser" / "vendor" / "axe.min.js"
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

with_and_without_javascript = pytest.mark.parametrize(
    "javascript", [True, False], ids=["javascript", "no-javascript"], indirect=True
)
"""Runs a browser test twice: with scripts, and without."""


@cache
def axe_source() -> str:
    """Return the vendored axe-core."""
    return AXE.read_text(encoding="utf-8")


def axe(page: Page) -> list[str]:
    """Return what axe finds on the page as it stands; needs a page with JavaScript.

    The source is evaluated by the debugger, so that the page's own policy stays as strict as it
    is for people.
    """
    page.evaluate(axe_source())
    found: dict[str, Any] = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", AXE_RULES
    )
    return [
        f"{fault['id']}: {fault['help']}: {node['target']} {node['html'][:120]}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]


@dataclass
class Line:
    """A throttled line, and how many bytes came over it (headers too, compressed as sent)."""

    received: int = 0
    asked: set[str] = field(default_factory=set)

    def note_request(self, event: dict[str, Any]) -> None:
        """Remember a request to the site; the browser's own error page comes over no line."""
        if event["request"]["url"].startswith("http"):
            self.asked.add(event["requestId"])

    def note_answer(self, event: dict[str, Any]) -> None:
        """Add one finished answer."""
        if event["requestId"] in self.asked:
            self.received += int(event["encodedDataLength"])


def throttle(page: Page, *, kilobits: int = 400, latency: int = 400) -> Line:
    """Put the page on a slow line: `kilobits` a second each way, `latency` milliseconds."""
    line = Line()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.requestWillBeSent", line.note_request)
    session.on("Network.loadingFinished", line.note_answer)
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": latency,
            "downloadThroughput": kilobits * 1000 / 8,
            "uploadThroughput": kilobits * 1000 / 8,
        },
    )
    return line


def lose_one_answer(page: Page, address: str) -> None:
    """Let the next POST to the address reach the server, and lose its answer on the way back."""
    lost = False

    def handle(route: Route) -> None:
        nonlocal lost
        if lost or route.request.method != "POST":
            route.continue_()
            return
        lost = True
        route.fetch(max_redirects=0)
        route.abort("connectionreset")

    page.route(address, handle)
