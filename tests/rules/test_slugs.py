"""Short names of texts in addresses, in the script of the title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.rules.slugs import LONGEST, is_slug, path_of, slug_from


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Dhaka 2026", "dhaka-2026"),
        ("  Déclaration d’Évian: « zéro » ", "declaration-devian-zero"),
        ("بيان دكا ٢٠٢٦", "بيان-دكا-٢٠٢٦"),
        ("می\u200cخواهیم", "میخواهیم"),
        ("ঢাকা ঘোষণা", "ঢাকা-ঘোষণা"),
        ("Заявление", "заявление"),
        ("达卡声明", "达卡声明"),
        ("Dhaka – ঢাকা", "dhaka-ঢাকা"),
        ("!?", "text"),
        ("", "text"),
    ],
)
def test_a_short_name_is_made_of_a_title(title: str, slug: str) -> None:
    assert slug_from(title) == slug


def test_a_long_title_is_cut_between_words() -> None:
    assert slug_from("Global governance of migration and its many discontents") == (
        "global-governance-of-migration-and-its"
    )
    assert slug_from("بيان المجتمع المدني حول حوكمة الهجرة") == "بيان-المجتمع-المدني-حول"


@given(st.text(max_size=200))
def test_every_title_gives_a_short_name(title: str) -> None:
    slug = slug_from(title)
    assert is_slug(slug)
    assert len(slug) <= LONGEST


@pytest.mark.parametrize(
    "name", ["", "-", "a-", "a--b", "Dhaka", "a.b", "a b", "..", "a\0", "e\u0301"]
)
def test_other_names_are_none(name: str) -> None:
    assert not is_slug(name)


def test_an_address_in_a_message_is_written_in_ascii() -> None:
    assert path_of("дакка") == "/texts/%D0%B4%D0%B0%D0%BA%D0%BA%D0%B0"
    assert path_of("dhaka-2026") == "/texts/dhaka-2026"
