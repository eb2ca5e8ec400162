"""A redline drawn as HTML shows both texts, escapes everything, and nests what stands in it."""

from __future__ import annotations

import re

import html5lib
import pytest

from drafting.exchange.drawing import draw
from drafting.exchange.writers.html import Labels, Style, blocks, body
from drafting.exchange.writers.html_document import Sheet, SheetSection, document
from drafting.text import Passage, Redline, diff, read

LIST = "1. one\n2. two\n   1. (deep)\n\n5 bis. five bis\n6. six\n"
PAIRS = [
    ("States should act now.", "States must act at once."),
    ("One.\n\nTwo.\n\nThree.", "One.\n\nThree."),
    ("One.\n\nThree.", "One.\n\nTwo, new.\n\nThree."),
    ("First half. Second half.", "First half.\n\nSecond half."),
    ("First half.\n\nSecond half.", "First half. Second half."),
    ("# A title\n\nWords.", "## A title\n\nWords."),
    ("Some plain words.", "Some **plain** words."),
    ("See [this](https://a.org/x).", "See [this](https://b.org/y)."),
    ("> Quoted words here.\n\nAfter.", "> Quoted words there.\n\nAfter."),
    (LIST, LIST.replace("two", "two and more")),
    ("- a\n- b\n", "- a\n- new\n- b\n"),
    ("", "All new."),
    ("All gone.", ""),
    ("| a | b |\n|---|---|\n| 1 | 2 |\n", "| a | b |\n|---|---|\n| 1 | 3 |\n"),
    (
        "A long first paragraph of words.\n\nB second one.\n\nC third one, too.",
        "C third one, too.\n\nA long first paragraph of words.\n\nB second one.",
    ),
]


def clean(passage: Passage) -> Redline:
    """Return a redline without changes."""
    return Redline(passage, passage, ())


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_html_is_well_formed(old: str, new: str) -> None:
    parser = html5lib.HTMLParser(strict=True)
    redline = diff(read(old), read(new))
    parser.parseFragment(str(body(redline)))
    for block in blocks(redline):
        html5lib.HTMLParser(strict=True).parseFragment(str(block.html))


@pytest.mark.parametrize("nasty", ["<script>alert(1)</script>", '"><b onclick=x>', "&lt;i&gt;"])
def test_words_are_words_whatever_they_look_like(nasty: str) -> None:
    html = body(diff(read("Before."), read(f"Before. {nasty}")))
    assert not re.search(r"<(?:script|b|i)\b", html)


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://[", False),
    ],
)
def test_a_link_leads_only_where_it_is_safe(address: str, linked: bool) -> None:
    html = body(clean(read(f"See [this]({address}).")))
    assert ('rel="nofollow noopener"' in html) is linked
    assert "this" in html


def test_readers_hear_what_is_marked_in_their_language() -> None:
    style = Style(Labels(inserted="neu:", deleted="alt:"))
    html = body(diff(read("They should act."), read("They must act.")), style)
    assert '<del><bdi class="heard">alt: </bdi>should</del>' in html
    assert '<ins><bdi class="heard">neu: </bdi>must</ins>' in html


def test_items_show_their_numbers_as_written_and_counted() -> None:
    html = body(clean(read("3. three\n4. four\n\n5 bis. five\n\n6. six")))
    assert re.findall(r'item-number">(?:<bdi>)?([^<]*)<', html) == ["3.", "4.", "5 bis.", "6."]
    assert html.count("<ol") == html.count("</ol>") == 1


def test_headings_begin_at_the_level_asked_for() -> None:
    assert body(clean(read("# One\n\n###### Six")), Style(top=2)) == "<h2>One</h2><h6>Six</h6>"


def test_names_stand_at_the_paragraph_that_they_changed() -> None:
    redline = diff(read("They should act."), read("They must act."))
    html = body(redline, Style(tags={0: "A12a"}, names={0: ("ASIA",)}))
    assert '<bdi class="tag">A12a</bdi>' in html
    assert '<bdi class="change-note"><bdi>ASIA</bdi></bdi>' in html


def test_a_moved_paragraph_is_shown_where_it_is_and_where_it_was() -> None:
    redline = diff(read(PAIRS[-1][0]), read(PAIRS[-1][1]))
    assert [change.kind for change in redline.changes] == ["move"]
    states = [block.state for block in blocks(redline)]
    assert states == ["changed", "kept", "kept", "left"]
    assert len(draw(redline).blocks) == 3


def test_a_file_needs_nothing_else_and_is_the_same_each_time() -> None:
    redline = diff(read(LIST), read(LIST.replace("two", "three")))
    numbers = [str(n) for n in range(len(redline.after.blocks))]
    sections = [SheetSection("A & B", redline, numbers=numbers), SheetSection("", redline)]
    sheet = Sheet("Title <1>", "en", "ltr", ["Rev. 1"], sections, "Working text, not agreed.")
    html = document(sheet)
    assert html == document(sheet)
    assert not re.search(r"<(?:link|script|img)\b|url\(", html)
    assert "<h1>Title &lt;1&gt;</h1>" in html
    assert "¶<bdi>1</bdi>" in html
    html5lib.HTMLParser(strict=True).parse(html)
