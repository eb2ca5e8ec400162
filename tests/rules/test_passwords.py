"""What a new password may be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.errors import BadInput
from drafting.rules.passwords import SHORTEST, check_new_password, common_passwords, plainly

Shape = Literal["NFC", "NFD", "NFKC", "NFKD"]
SHAPES: list[Shape] = ["NFC", "NFD", "NFKC", "NFKD"]
CASES = st.sampled_from([str.upper, str.title, str.lower, str.swapcase])


@given(word=st.sampled_from(sorted(common_passwords())), form=st.sampled_from(SHAPES), case=CASES)
def test_what_many_people_use_is_refused_however_it_is_written(
    word: str, form: Shape, case: Callable[[str], str]
) -> None:
    for typed in (normalize(form, case(word)), f" {word} ", " ".join(word), wide(word)):
        with pytest.raises(BadInput, match=r"Many people use|at least ten"):
            check_new_password(typed)


def wide(word: str) -> str:
    """Write ASCII in the wide letters of East Asian keyboards."""
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in word)


def test_the_list_holds_what_could_be_taken_otherwise_and_nothing_else() -> None:
    words = common_passwords()
    assert len(words) > 1_000
    assert all(len(word) >= SHORTEST and plainly(word) == word for word in words)
    assert {"password123", "1234567890", "qwertyuiop"} <= words


@pytest.mark.parametrize("typed", ["Lina O’Hára 1", "LINAO’HÁRA1", "lina@example.org"])
def test_one_s_own_name_is_refused_however_it_is_written(typed: str) -> None:
    with pytest.raises(BadInput, match="too easy"):
        check_new_password(typed, "Lina O’Hára 1", "lina@example.org")


@given(words=st.text(min_size=30, max_size=200))
def test_a_long_sentence_is_refused_only_when_it_says_little(words: str) -> None:
    if len(set(plainly(words))) >= 4 and plainly(words) not in common_passwords():
        check_new_password(words)
