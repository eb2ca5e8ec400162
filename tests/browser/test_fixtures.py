"""The browser fixtures do what browser tests rely on."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from playwright.sync_api import Page

from tests.support.browsing import throttle, with_and_without_javascript


@with_and_without_javascript
def test_scripts_run_only_when_a_test_wants_them(
    page_of: Callable[[str], Page], javascript: bool
) -> None:
    page = page_of("public")
    page.set_content("<noscript><p>no scripts</p></noscript>")
    assert page.get_by_text("no scripts").is_visible() is not javascript


@with_and_without_javascript
def test_a_slow_line_is_slow_and_counts_what_comes_over_it(
    page_of: Callable[[str], Page], javascript: bool
) -> None:
    page = page_of("public")
    line = throttle(page, latency=400)
    start = monotonic()
    page.goto("/there-is-nothing-here")
    assert monotonic() - start > 0.4
    assert 500 < line.received < 100_000
