"""How addresses are written: kebab-case, with a typed variable."""

from __future__ import annotations

import re

from flask import Flask

VARIABLE = re.compile(r"<[^>]*>")
STATIC = re.compile(r"[a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*")


def test_each_variable_in_an_address_says_what_it_is(app: Flask) -> None:
    assert not [
        rule.rule
        for rule in app.url_map.iter_rules()
        for variable in VARIABLE.findall(rule.rule)
        if ":" not in variable
    ]


def test_each_word_of_an_address_is_in_kebab_case(app: Flask) -> None:
    assert not [
        rule.rule
        for rule in app.url_map.iter_rules()
        for segment in VARIABLE.sub("", rule.rule).split("/")
        if not STATIC.fullmatch(segment)
    ]


def test_no_address_ends_with_a_slash_but_the_first(app: Flask) -> None:
    assert not [rule.rule for rule in app.url_map.iter_rules() if re.search(r".+/$", rule.rule)]
