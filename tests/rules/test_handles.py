"""Names that people type to sign in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.rules.handles import LONGEST, first_free, handle_from


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("Lina Haddad", "lina-haddad"),
        ("  José  Ñandú ", "jose-nandu"),
        ("Lina O'Brien", "lina-obrien"),
        ("রহিমা খাতুন", "guest"),
        ("李", "guest"),
        ("", "guest"),
    ],
)
def test_a_handle_is_made_of_a_name(name: str, handle: str) -> None:
    assert handle_from(name) == handle


@given(st.text(max_size=200))
def test_a_handle_can_be_typed_on_any_keyboard(name: str) -> None:
    handle = handle_from(name)
    assert 0 < len(handle) <= LONGEST
    assert set(handle) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_taken_handle_is_numbered() -> None:
    assert first_free("lina", {"lina", "lina-2", "lina-4"}) == "lina-3"
    assert first_free("jo", {"lina"}) == "jo"
