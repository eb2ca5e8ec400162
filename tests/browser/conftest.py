"""Browser fixtures: a real Chromium, the served application, JavaScript on or off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, Playwright

from tests.factories.world import World
from tests.support.chromium import LAUNCH_OPTIONS, find_chromium, is_required
from tests.support.server import cookie_for, serve

PHONE = {"width": 360, "height": 640}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies here, so that `-m "not browser"` leaves it out."""
    for item in items:
        if item.path.is_relative_to(__file__.rpartition("/")[0]):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(playwright: Playwright) -> dict[str, Any]:
    """Start the Chromium that was found; without one skip by name, or fail where required."""
    path = find_chromium(playwright)
    if path is None:
        give_up = pytest.fail if is_required() else pytest.skip
        give_up("no Chromium: set DRAFTING_TEST_CHROMIUM, or install the package chromium")
    return {"executable_path": path, "args": list(LAUNCH_OPTIONS)}


@pytest.fixture
def javascript(request: pytest.FixtureRequest) -> bool:
    """Whether the page may run scripts; on, or as `with_and_without_javascript` asks."""
    return bool(getattr(request, "param", True))


@pytest.fixture
def browser_context_args(base_address: str, javascript: bool) -> dict[str, Any]:
    """A phone of 360 × 640, at the served application."""
    return {"base_url": base_address, "viewport": PHONE, "java_script_enabled": javascript}


@pytest.fixture
def base_address(app: Flask) -> Iterator[str]:
    """The address of the real application behind the real server."""
    with serve(app) as address:
        yield address


@pytest.fixture
def page_of(
    new_context: Callable[..., BrowserContext], world: World, base_address: str, app: Flask
) -> Callable[[str], Page]:
    """Opens a page signed in as a person of the world: `page_of("sender")`."""

    def open_page(name: str) -> Page:
        context = new_context()
        if token := world.tokens.get(name):
            context.add_cookies([cookie_for(app, token, base_address)])
        return context.new_page()

    return open_page
