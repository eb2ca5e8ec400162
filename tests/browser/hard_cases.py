"""Photographs every hard case of the text core as pages draw it, several on a sheet.

python -m tests.browser.hard_cases FOLDER [WORD]  (only cases whose name has the word)

Phone and desktop, light and dark, and right to left, where the Latin letters of all cases become
Arabic ones. The machine needs fonts for Arabic, Bengali, Chinese and emoji.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flask import render_template_string
from playwright.sync_api import Browser, sync_playwright

from drafting.app import create_app
from drafting.config import Settings
from tests.browser.screenshots import LOOKS, Look
from tests.support.chromium import LAUNCH_OPTIONS, find_chromium
from tests.support.server import serve
from tests.text.hard_cases import HardCase, hard_cases

BLOCKS_ON_A_SHEET = 40

SHEET = """\
{% from "components/redline.html" import redline %}
{% extends "layouts/bare.html" %}
{% block main %}
{% for case in cases %}
  <h2>{{ case.name }}</h2>
  <p class="small">{{ case.says }}</p>
  {% for text in case.texts %}
    {% if text.title %}<p class="side-label">{{ text.title }}</p>{% endif %}
    <div class="para"><div class="words">{{ redline(text.redline) }}</div></div>
  {% endfor %}
{% endfor %}
{% endblock %}
"""

ARABIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابثدعفغهيجكلمنوپقرستطڤوخیز")
ADDRESS = re.compile(r"https?://[^\s)]+")


def main(folder: Path, word: str = "") -> None:
    """Photograph all cases whose name has the word, in every look."""
    folder.mkdir(parents=True, exist_ok=True)
    app = create_app(Settings("sqlite://", "a secret", testing=True))
    sheets = {
        "as-written": sheets_of(hard_cases(), word),
        "turned": sheets_of(hard_cases(turned), word),
    }
    app.add_url_rule(
        "/sheets/<kind>/<int:number>", "sheet", lambda kind, number: draw(sheets[kind][number])
    )
    with serve(app) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(playwright), args=list(LAUNCH_OPTIONS)
        )
        for look in LOOKS:
            kind = "turned" if "rtl" in look.language else "as-written"
            for number in range(len(sheets[kind])):
                address = f"{base}/sheets/{kind}/{number}?lang={look.language}"
                photograph(browser, look, address, folder / f"{number:02}-{look.name}.png")
        browser.close()


def sheets_of(cases: Sequence[HardCase], word: str) -> list[list[HardCase]]:
    """Put cases on sheets, in order, no sheet longer than a person likes to look at."""
    sheets: list[list[HardCase]] = []
    filled = BLOCKS_ON_A_SHEET
    for case in cases:
        if word not in case.name:
            continue
        size = sum(2 + len(text.redline.after.blocks) for text in case.texts)
        if filled + size > BLOCKS_ON_A_SHEET:
            sheets.append([])
            filled = 0
        sheets[-1].append(case)
        filled += size
    return sheets


def turned(text: str) -> str:
    """Put Arabic letters for Latin ones, but for addresses."""
    kept = ADDRESS.findall(text)
    words = [part.lower().translate(ARABIC) for part in ADDRESS.split(text)]
    return "".join(part for pair in zip(words, [*kept, ""], strict=True) for part in pair)


def draw(cases: Sequence[HardCase]) -> str:
    """Draw one sheet with the site's own frame, style and filters."""
    return render_template_string(SHEET, cases=cases)


def photograph(browser: Browser, look: Look, address: str, path: Path) -> None:
    """Take the sheet's picture."""
    size = {"width": look.size[0], "height": look.size[1]}
    options: dict[str, Any] = {"viewport": size, "color_scheme": look.scheme}
    with browser.new_context(**options) as context:
        page = context.new_page()
        page.goto(address)
        page.screenshot(path=path, full_page=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
