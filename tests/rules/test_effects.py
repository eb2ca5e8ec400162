"""What a decision would do to an amendment that it does not answer."""

from __future__ import annotations

import pytest

from drafting.rules.effects import Effect, effect_of, summed_up
from drafting.rules.lifecycle import Fate

C, F, X, Q = Fate.CARRIED, Fate.FULFILLED, Fate.OVERTAKEN, Fate.IN_QUESTION


@pytest.mark.parametrize(
    ("fates", "sum_"),
    [([C, F], C), ([C, Q], Q), ([F, F], F), ([F, X], X), ([X], X), ([Q, X], Q)],
)
def test_an_amendment_is_settled_only_when_nothing_is_left(fates: list[Fate], sum_: Fate) -> None:
    assert summed_up(fates) is sum_


@pytest.mark.parametrize(
    ("before", "after", "touched", "effect"),
    [
        ([C], [C], False, Effect.UNTOUCHED),
        ([C], [C], True, Effect.CARRIED),
        ([C], [Q], True, Effect.CONFLICT),
        ([Q], [Q], True, Effect.WAITING),
        ([Q], [C], True, Effect.FREED),
        ([C], [F], True, Effect.FULFILLED),
        ([C], [X], True, Effect.OVERTAKEN),
        ([F], [F], False, Effect.UNTOUCHED),
        ([X], [C], False, Effect.FREED),
    ],
)
def test_the_effect_compares_before_and_after(
    before: list[Fate], after: list[Fate], touched: bool, effect: Effect
) -> None:
    assert effect_of(before, after, touched=touched) is effect
