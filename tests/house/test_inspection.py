"""The inspection of pages finds what it is for, and finds nothing on a sound page."""

from __future__ import annotations

import pytest
from flask import Flask

from drafting.web.pseudo import pseudo
from tests.support.escaped import escaped
from tests.support.inspection import inspect
from tests.support.pages import Page

SOUND = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head>
<body><main id="main"><h1>A page</h1><a href="#main">Up</a>{}</main></body></html>"""

FAULTS = [
    ("<p>One<p>two</div>", "HTML: "),
    ("<h1>Again</h1>", "2 first headings"),
    ('<p id="main">x</p>', "stands more than once"),
    ('<p aria-describedby="hint">x</p>', "refers to nothing"),
    ('<input name="words">', "has no label"),
    ('<button type="submit"></button>', "has no words"),
    ('<img src="/">', "has no alt"),
    ('<form method="post" action="/"></form>', "has no csrf_token"),
    ('<form><input type="hidden" name="csrf_token" value="x"></form>', "shows its csrf_token"),
    ('<p style="color: red">x</p>', "the attribute style"),
    ("<script>alert(1)</script>", "an inline script"),
    ('<p onclick="x">x</p>', "the attribute onclick"),
    ('<a href="javascript:x">x</a>', "javascript: address"),
    ('<img alt="" src="https://elsewhere.example/x">', "from another host"),
    ('<a href="#nowhere">x</a>', "leads to no place"),
    ('<a href="/nowhere">x</a>', "leads to no endpoint"),
]


@pytest.fixture
def empty_site() -> Flask:
    """A site with one address."""
    site = Flask("empty")
    site.add_url_rule("/", "home", lambda: "", methods=["GET", "POST"])
    return site


def test_a_sound_page_has_no_faults(empty_site: Flask) -> None:
    field = '<label>Words <input name="words"></label>'
    assert inspect(Page("/", SOUND.format(field)), empty_site) == []


@pytest.mark.parametrize(("markup", "fault"), FAULTS, ids=[fault for _markup, fault in FAULTS])
def test_each_kind_of_fault_is_found(empty_site: Flask, markup: str, fault: str) -> None:
    faults = inspect(Page("/", SOUND.format(markup)), empty_site)
    assert any(fault in found for found in faults), faults


def test_a_form_is_read_as_a_browser_would_send_it() -> None:
    form = """<form action="/x" method="post"><input name="a" value="1">
    <input type="checkbox" name="b"><input type="checkbox" name="c" checked>
    <textarea name="d">\ntwo\nlines</textarea>
    <select name="e"><option value="p">P</option><option value="q" selected>Q</option></select>
    <input name="f" disabled value="no"></form>"""
    (found,) = Page("/", SOUND.format(form)).forms()
    assert found.fields == {"a": ["1"], "c": ["on"], "d": ["two\nlines"], "e": ["q"]}
    assert (found.method, found.action) == ("POST", "/x")


def test_words_outside_of_gettext_are_found() -> None:
    page = f"<p>{pseudo('Open until')} loose {pseudo('<b>%(n)s</b> bold')} <bdi>Ana</bdi></p>"
    source = SOUND.replace("A page", pseudo("A page")).replace("Up", pseudo("Up"))
    assert escaped(Page("/", source.format(page))) == ["loose"]


def test_places_tags_and_entities_survive_the_invented_language() -> None:
    assert pseudo("Sent %(at)s <b>now</b>&nbsp;100%%") == "⟦Šéñť %(at)s <b>ñóŵ</b>&nbsp;100%%⟧"
