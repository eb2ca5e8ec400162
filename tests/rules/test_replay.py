"""Edits between two texts lead from the one to the other, word for word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting.rules.replay import TextEdit, edited, edits_between

texts = st.lists(st.sampled_from(["", "a", "a b", "ক খ", "a\nb", "\n", "c"]), max_size=6).map(
    "\n\n".join
)


@given(before=texts, after=texts)
def test_edits_lead_from_one_text_to_the_other(before: str, after: str) -> None:
    edits = edits_between(before, after)
    assert edited(before, edits) == after
    assert all(one.out or one.put for one in edits)


def test_an_edit_holds_no_more_than_what_changed() -> None:
    before, after = "One should go.\n\nTwo.\n\nThree.", "One must go.\n\nTwo.\n\nThree, now."
    assert edits_between(before, after) == (
        TextEdit(4, 10, "should", "must"),
        TextEdit(27, 27, "", ", now"),
    )


@pytest.mark.parametrize(
    "edits",
    [
        (TextEdit(0, 3, "two", "x"),),
        (TextEdit(-1, 0, "", "x"),),
        (TextEdit(1, 3, "ne", ""), TextEdit(2, 3, "e", "")),
    ],
)
def test_edits_that_do_not_fit_are_refused(edits: tuple[TextEdit, ...]) -> None:
    with pytest.raises(ValueError, match="edit"):
        edited("one", edits)
