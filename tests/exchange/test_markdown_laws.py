"""What holds for published drafts as Markdown: words stay words, and read back as they were."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drafting.exchange.readers import read_source
from drafting.exchange.writers.markdown import heading
from drafting.exchange.writers.plain_markdown import harmless, is_harmless, plain_markdown
from drafting.text import Passage, plain, read, write
from tests.text.edits import pairs

TAGS = frozenset("p h1 h2 h3 h4 h5 h6 strong em code a ul ol li blockquote br hr pre".split())
PIECES = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b>", "</b>", "<!-- x -->",
    "<?php ?>", "&lt;", "&#60;", "&", "a < b > c", "`<b>`", "``<b> ` ``", "*", "**", "_", "\\",
    "\\<b>", "[x](javascript:alert(1))", "[x](java&#115;cript:y)", "<javascript:alert(1)>",
    "[<b>](http://a.org)", "[x](http://a.org \"<b>\")", "<http://a.org/?a&lt;b>", "<a@b.org>",
    "<https:x/onclick=alert(1)>", "<mailto:a/onclick=y>", "[^<b>]", "[^<b>]: note", "| a<b> | c |",
    "[^n]", "[^n]: javascript:alert(1)", "[x]: javascript:alert(1)", "(javascript:alert(1))", "!",
    "[x](javascript:a((1)))", "[x][x]", "[x]",
    "# <b>", "- <b>", "1. <b>", "> <b>", "\n\n", "\n", " ", "word", "|", "[", "]", "(", ")", "`",
)  # fmt: skip


SCHEME = re.compile(r"[\x00-\x20]*[A-Za-z][A-Za-z0-9+.\s-]*:")


class Seen(HTMLParser):
    """Collects the tags that a page has, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_comment(self, data: str) -> None:
        """Note what is hidden."""
        self.tags.add(f"!--{data}")

    def handle_pi(self, data: str) -> None:
        """Note an instruction."""
        self.tags.add(f"?{data}")


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join))
def test_nothing_in_the_words_is_a_tag_to_another_reader(source: str) -> None:
    written = plain_markdown(read(source))
    seen = Seen(markdown.markdown(written))
    assert seen.tags <= TAGS, written
    for name, value in seen.attributes:
        assert name in {"href", "title", "start"}, written
        assert name != "href" or not SCHEME.match(value) or is_harmless(value), written


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join))
def test_it_reads_back_as_it_was_but_for_what_is_taken_from_it(source: str) -> None:
    passage = harmless(read(source))
    assume(read(write(passage)) == passage)
    assert read(plain_markdown(passage)) == passage
    assert harmless(passage) == passage


@given(pairs())
def test_an_ordinary_text_reads_back_as_it_was(texts: tuple[str, str]) -> None:
    for passage in map(read, texts):
        assert read(plain_markdown(passage)) == passage


def test_what_is_brought_in_again_has_the_same_words() -> None:
    passage = read("We say <b>no</b> to a < b & c, &lt; and `<i>`.")
    source = read_source("draft.md", plain_markdown(passage).encode())
    assert [line.text for line in source.lines if line.text] == [plain(passage)]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x", "JavaScript:x", "java&#x73;cript:x", "javascript&colon;x", "data:text/html",
        "\x01javascript:x", "vbscript:x", "file:///etc/passwd",
    ],
)  # fmt: skip
def test_a_link_leads_nowhere_but_to_pages_and_mails(address: str) -> None:
    assert not is_harmless(address)
    written = plain_markdown(read(f"[words](<{address}>)"))
    assert written in {"words", f"\\[words](<{address}>)"}


@pytest.mark.parametrize("address", ["https://a.org", "mailto:a@b.org", "#part", "a/b:c", "?a=b:c"])
def test_links_to_pages_mails_and_within_stay(address: str) -> None:
    passage = read(f"[words]({address})")
    assert isinstance(harmless(passage), Passage)
    assert harmless(passage) == passage


@pytest.mark.parametrize("words", ["Title #", "Rules ## ##", "C#", "#", "##", "# 1", "No. 2"])
def test_a_title_keeps_the_signs_at_its_end(words: str) -> None:
    written = heading(2, words)
    assert plain(read(written)) == words
    assert markdown.markdown(written) == f"<h2>{words}</h2>"
