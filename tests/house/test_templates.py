"""What templates never hold: inline style or script, unmarked words, forms without a token."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.house.source import templates

FORBIDDEN = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*="),
    "an inline style sheet": re.compile(r"<style\b"),
    "an inline script": re.compile(r"<script\b(?![^>]*\bsrc=)"),
    "an inline handler": re.compile(r"<[^>]*\son[a-z]+\s*="),
    "a javascript address": re.compile(r"javascript:"),
    "unescaped output": re.compile(r"\|\s*safe\b|autoescape\s+false"),
    "another host": re.compile(r"(?:src|href)=[\"']https?://"),
}
POSTED = re.compile(r"<form\b[^>]*method=\"post\"[^>]*>(.*?)</form>", re.DOTALL | re.IGNORECASE)
JINJA = re.compile(
    r"\{#.*?#\}|\{%-?\s*block main_class.*?endblock.*?%\}|\{%-?\s*trans\b.*?endtrans\s*-?%\}"
    r"|\{%.*?%\}|\{\{.*?\}\}",
    re.DOTALL,
)
TAG = re.compile(r"<!--.*?-->|<code>.*?</code>|<[^>]*>", re.DOTALL)
ENTITY = re.compile(r"&#?\w+;")
NAMES = {"Drafting"}
"""Words that are the same in every language."""


def test_templates_hold_nothing_that_a_strict_policy_forbids() -> None:
    assert not [
        f"{name}: {what}"
        for name, source in templates()
        for what, pattern in FORBIDDEN.items()
        if pattern.search(JINJA.sub("", source) if what != "unescaped output" else source)
    ]


def test_every_posted_form_carries_a_token() -> None:
    assert not [
        name
        for name, source in templates()
        for form in POSTED.findall(source)
        if "csrf" not in form
    ]


def test_no_word_stands_outside_of_gettext() -> None:
    offenders = {name: loose for name, source in templates() if (loose := loose_words(source))}
    assert not offenders


def loose_words(source: str) -> list[str]:
    """Return the words of a template that no translator ever sees."""
    bare = ENTITY.sub(" ", TAG.sub(" ", JINJA.sub("", source)))
    return [word for word in re.findall(r"[^\W\d_]{2,}", bare) if word not in NAMES]


def test_attributes_that_are_read_aloud_go_through_gettext() -> None:
    assert not [f"{name}: {text}" for name, source in templates() for text in spoken(source)]


def spoken(source: str) -> Iterator[str]:
    """Yield the words in attributes that people read or hear, where no translator sees them."""
    pattern = r"\s(?:aria-label|alt|title|placeholder)=\"([^\"{]*[^\W\d_]{2,}[^\"{]*)\""
    yield from re.findall(pattern, source)


def test_each_component_begins_with_what_it_takes_and_why() -> None:
    assert not [
        name
        for name, source in templates()
        if name.startswith("components/") and not source.lstrip().startswith("{#")
    ]
