"""The look keeps its promises: readable colours, both directions, few bytes."""

from __future__ import annotations

import re
from itertools import product

import pytest

from drafting.config import ROOT
from drafting.exchange.writers.html_look import LOOK

SHEETS = sorted((ROOT / "drafting" / "web" / "static" / "css").glob("*.css"))
CSS = "\n".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)
COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6})")
PAPER_AND_INK = [
    *product(("ink", "soft", "in", "out", "care"), ("paper",)),
    ("in", "in-wash"),
    ("out", "out-wash"),
    ("ink", "wash"),
    ("out", "wash"),
]


def palette(scheme: str) -> dict[str, str]:
    """Return the colours of the light or the dark page."""
    light = dict(COLOUR.findall(CSS.split("@media (prefers-color-scheme: dark)")[0]))
    if scheme == "light":
        return light
    return light | dict(COLOUR.findall(CSS.split("@media (prefers-color-scheme: dark)")[1][:700]))


def luminance(colour: str) -> float:
    """Return how bright a colour is, by WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), PAPER_AND_INK)
def test_words_can_be_read_on_their_ground(scheme: str, words: str, ground: str) -> None:
    colours = palette(scheme)
    assert contrast(colours[words], colours[ground]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_focus_and_group_colours_stand_out_from_the_paper(scheme: str) -> None:
    paper = palette(scheme)["paper"]
    groups = re.findall(r"--group: (#[0-9a-f]{6})", CSS)
    assert len(set(groups)) == 12
    shown = [palette(scheme)["edge"], palette(scheme)["focus"], *groups]
    assert not [colour for colour in shown if contrast(colour, paper) < 3]


def test_no_property_knows_left_from_right() -> None:
    physical = r"(?:margin|padding|border)-(?:left|right|top|bottom)\b|[\s;{](?:left|right):"
    sided = r"(?:text-align|float|clear): (?:left|right)|(?:margin|padding|inset):(?: [^;\s]+){4};"
    assert not re.findall(f"{physical}|{sided}", CSS + LOOK)


def test_the_style_sheets_are_small_and_ask_no_other_host() -> None:
    assert len(CSS.encode()) <= 20_480
    assert "url(" not in CSS
    assert "@import" not in CSS
    assert "@font-face" not in CSS
