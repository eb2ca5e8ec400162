"""What holds for every redline drawn as HTML: both texts stand in it, well formed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
from hypothesis import given

from drafting.exchange.writers.html import Style, blocks, body
from drafting.text import Passage, diff, read
from tests.text.edits import pairs

OURS = {"heard", "change-note", "item-number", "tag", "touches"}


def seen(element: Element, without: str) -> Iterator[str]:
    """Yield what a reader sees who passes over one kind of mark and over our own words."""
    yield element.text or ""
    for child in element:
        if child.tag != without and child.get("class") not in OURS:
            yield from seen(child, without)
        yield child.tail or ""


def letters(text: str) -> str:
    """Return a text without blanks and paragraph signs."""
    return re.sub(r"[\s¶]+", "", text)


def shown(html: str, without: str) -> str:
    """Return the letters that stand in HTML, which must be well formed."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return letters("".join(seen(parser.parseFragment(html), without)))


def plain(passage: Passage) -> str:
    """Return the letters of a passage."""
    return letters("".join(block.text for block in passage.blocks))


@given(pairs())
def test_both_texts_stand_in_the_drawing(texts: tuple[str, str]) -> None:
    redline = diff(read(texts[0]), read(texts[1]))
    html = str(body(redline))
    assert shown(html, without="del") == plain(redline.after)
    assert Counter(shown(html, without="ins")) == Counter(plain(redline.before))


@given(pairs())
def test_each_block_of_the_new_text_is_drawn_once_in_order(texts: tuple[str, str]) -> None:
    redline = diff(read(texts[0]), read(texts[1]))
    drawn = blocks(redline)
    after = [block.after for block in drawn if block.after is not None]
    assert after == list(range(len(redline.after.blocks)))
    for block in drawn:
        if block.after is not None:
            words = letters(redline.after.blocks[block.after].text)
            assert shown(str(block.html), without="del") == words


@given(pairs())
def test_every_change_is_to_be_seen(texts: tuple[str, str]) -> None:
    redline = diff(read(texts[0]), read(texts[1]))
    touched = {index for block in blocks(redline) for index in block.changes}
    assert touched == set(range(len(redline.changes)))


@given(pairs())
def test_every_change_names_whose_it_is(texts: tuple[str, str]) -> None:
    redline = diff(read(texts[0]), read(texts[1]))
    names = {at: (f"group {at}.",) for at in range(len(redline.changes))}
    html = str(body(redline, Style(names=names)))
    for at in range(len(redline.changes)):
        assert f"<bdi>group {at}.</bdi>" in html
    assert shown(html, without="del") == plain(redline.after)
