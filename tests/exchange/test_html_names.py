"""Names stand at the words that they are for, and no more often than a reader needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import html5lib

from drafting.exchange.writers.html import Style, body
from drafting.text import Redline, diff, read

BEFORE = "States should help all children, women and men at every border by day and by night."
NAMES = {"must": ("Asia",), "frontier": ("Asia",), "girls,": ("Africa",)}
SIGNS = {"ins": "+{}+", "del": "-{}-"}


def seen(element: Any) -> str:
    """Return what stands in an element, with signs for what is marked; what is heard is not."""
    words = (element.text or "") + "".join(seen(child) for child in element)
    if element.get("class") == "heard":
        words = ""
    if element.get("class") == "change-note":
        words = f"{{{words}}}"
    return SIGNS.get(element.tag, "{}").format(words) + (element.tail or "")


def sheet(redline: Redline, names: Mapping[int, Sequence[str]]) -> str:
    """Draw a text with names, and return it as words."""
    html = str(body(redline, Style(names=names)))
    return " ".join(seen(html5lib.parseFragment(html, namespaceHTMLElements=False)).split())


def drawn(*pairs: tuple[str, str], before: str = BEFORE) -> str:
    """Put some words for others, draw it, and return it as words; `NAMES` says whose they are."""
    after = before
    for old, new in pairs:
        after = after.replace(old, new, 1)
    redline = diff(read(before), read(after))
    words = ["".join(token.text for token in one.inserted).strip() for one in redline.changes]
    return sheet(redline, {at: NAMES.get(one, ()) for at, one in enumerate(words)})


def test_a_paragraph_that_is_all_theirs_names_them_once_at_its_end() -> None:
    redline = diff(read(BEFORE), read(BEFORE.replace("should", "must").replace("night", "dark")))
    names = dict.fromkeys(range(len(redline.changes)), ("Asia", "Africa"))
    assert sheet(redline, names) == (
        "States -should-+must+ help all children, women and men at every border by day and by "
        "-night-+dark+. {Asia, Africa}"
    )


def test_each_change_of_a_paragraph_names_its_own_group() -> None:
    assert drawn(("should", "must"), ("women", "girls, women")) == (
        "States -should-+must+ {[Asia]} help all children, +girls, + {[Africa]} women and men at "
        "every border by day and by night."
    )


def test_changes_of_the_same_group_side_by_side_name_it_once() -> None:
    before = "They should at once be heard, and so they should be free."
    after = before.replace("should", "must", 1).replace("be heard", "be fully heard")
    redline = diff(read(before), read(after.replace("they should", "they might")))
    named = sheet(redline, {0: ("Asia",), 1: ("Asia",), 2: ("Africa",)})
    assert named == (
        "They -should-+must+ at once be +fully + {[Asia]} heard, and so they "
        "-should-+might+ {[Africa]} be free."
    )


def test_changes_of_the_same_group_far_apart_name_it_at_each() -> None:
    assert drawn(("should", "must"), ("women", "girls, women"), ("border", "frontier")) == (
        "States -should-+must+ {[Asia]} help all children, +girls, + {[Africa]} women and men at "
        "every -border-+frontier+ {[Asia]} by day and by night."
    )


def test_words_of_nobody_are_not_covered_by_the_name_behind_the_paragraph() -> None:
    assert drawn(("should", "must"), ("night", "dark")) == (
        "States -should-+must+ {[Asia]} help all children, women and men at every border by day "
        "and by -night-+dark+."
    )


def test_a_paragraph_that_was_cut_in_two_names_who_cut_it_before_other_words() -> None:
    redline = diff(read("One here. Two there."), read("One here.\n\nTwo thirty."))
    named = sheet(redline, {0: ("Asia",), 1: ("Africa",)})
    assert named == "One here.- - {Asia}+¶ + {[Asia]} Two -there-+thirty+ {[Africa]}."


def test_a_row_of_a_table_names_each_group_in_its_cell() -> None:
    table = "| a | b | c |\n|---|---|---|\n| {} red apples stand | still here | {} green pears |\n"
    redline = diff(read(table.format("one", "two")), read(table.format("three", "four")))
    named = sheet(redline, {0: ("Asia",), 1: ("Africa",)})
    assert named.endswith(
        "-one-+three+ {[Asia]} red apples standstill here-two-+four+ {[Africa]} green pears"
    )


def test_a_moved_paragraph_names_who_moved_it_where_it_arrives() -> None:
    still = "Every child goes to school from the first week on."
    redline = diff(read(f"{BEFORE}\n\n{still}"), read(f"{still}\n\n{BEFORE}"))
    moved = sheet(redline, {0: ("Asia",)})
    assert moved.startswith(f"{still} {{moved to here, from below · Asia}}{BEFORE}")
    redline = diff(
        read(f"{BEFORE}\n\n{still}"), read(f"{still}\n\n{BEFORE}".replace("Every", "Each"))
    )
    names = {
        at: "Asia" if one.kind == "move" else "Africa" for at, one in enumerate(redline.changes)
    }
    assert sheet(redline, {at: (name,) for at, name in names.items()}).startswith(
        "-Every-+Each+ {[Africa]} child goes to school from the first week on. "
        "{moved to here, from below {[Asia]}}"
    )


def test_another_form_or_look_names_who_gave_it() -> None:
    bold = BEFORE.replace("all children", "**all children**")
    named = sheet(diff(read(BEFORE), read(bold)), {0: ("Asia",)})
    assert named == f"{BEFORE} {{now bold · Asia}}"
    both = diff(read(BEFORE), read(f"# {bold}"))
    assert (
        sheet(both, {0: ("Asia",), 1: ("Africa",)})
        == BEFORE.replace("children", "children {[Africa]}")
        + " {was a paragraph {[Asia]} · now bold}"
    )


def test_another_number_of_an_item_names_who_gave_it_there() -> None:
    redline = diff(read("2. one apple\n3. two"), read("5. one pear\n6. two"))
    named = sheet(redline, {0: ("Asia",), 1: ("Africa",), 2: ("Asia",)})
    assert "-2.- +5.+ {[Asia]} one -apple-+pear+ {[Africa]}" in named
