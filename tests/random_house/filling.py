"""Filling in any form at random, as somebody does who reads its labels: one row a kind of field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from tests.random_house.draw import Draw
from tests.random_house.writing import edited
from tests.random_house.writing_sections import edited_section
from tests.support.pages import Form, kind, text_of

Hand = Callable[[str, Draw], str]


def now_and_then(hand: Hand) -> Hand:
    """Use a field once in three times, else leave it as it is."""
    return lambda words, draw: hand(words, draw) if draw.once_in(3) else words


def a_reason(_words: str, draw: Draw) -> str:
    return draw.reason()


def a_line(_words: str, draw: Draw) -> str:
    return draw.words(4)


HANDS: Mapping[str, Hand] = {
    "words": edited,
    "markdown": edited_section,
    "reason": a_reason,
    "room_question": a_reason,
    "title": now_and_then(a_line),
    "heading": now_and_then(a_line),
    "session": a_line,
    "on": lambda _words, _draw: "2026-11-25",
}
"""How a person fills in the field of this name; other fields stay as they are."""


def filled_in(form: Form, draw: Draw, **hands: Hand) -> dict[str, Any]:
    """Return what somebody fills in: words by hand, boxes, choices and lists by chance."""
    fields: dict[str, Any] = {}
    for name, before in form.fields.items():
        stem = name.rstrip("0123456789").rstrip("-")
        hand = ({**HANDS, **hands}).get(stem)
        if hand is not None and is_open(form, name):
            fields[name] = hand(before[0], draw)
    for name, values in choices_of(form):
        fields[name] = draw.one(values)
    for name, values in boxes_of(form):
        fields[name] = draw.some(values) or None
    return fields


def is_open(form: Form, name: str) -> bool:
    """Whether a field of this name can be typed in."""
    controls = [one for one in form.element.iter() if one.get("name") == name]
    return any(one.tag == "textarea" or kind(one) in {"text", "date"} for one in controls)


def choices_of(form: Form) -> Iterator[tuple[str, list[str]]]:
    """Yield the lists and the rows of radio buttons of a form, each with its values."""
    for select in form.element.iter("select"):
        yield (
            select.get("name") or "",
            [one.get("value", text_of(one)) for one in select.iter("option")],
        )
    yield from of_kind(form, "radio").items()


def boxes_of(form: Form) -> Iterator[tuple[str, list[str]]]:
    """Yield the boxes of a form that can be ticked, each with its values."""
    yield from of_kind(form, "checkbox").items()


def of_kind(form: Form, wanted: str) -> dict[str, list[str]]:
    """Return the values of the inputs of this kind, by name."""
    found: dict[str, list[str]] = {}
    inputs: list[Element] = [one for one in form.element.iter("input") if kind(one) == wanted]
    for one in inputs:
        found.setdefault(one.get("name") or "", []).append(one.get("value") or "on")
    return found
