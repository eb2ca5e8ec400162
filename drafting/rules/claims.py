"""Whether a change may be language only: the claim held against the words of weight it touches."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from drafting.text import Change, Redline, edited_blocks, editorial, facts

SIGNS = frozenset('“”«»„「」『』《》"')
"""What opens or closes a quotation; an apostrophe is none."""


class Touched(StrEnum):
    """What makes a change more than language, whatever its author claims: the kinds of a fact."""

    FORCE = "force"
    NEGATION = "negation"
    NUMBER = "numbers"
    NAME = "names"
    QUOTATION = "quoted"
    REACH = "reach"


def touched(asked: Iterable[Redline]) -> frozenset[Touched]:
    """Say which words of weight differ between what stood and what is asked."""
    found = [fact for redline in asked for fact in facts(redline)]
    return frozenset(kind for kind in Touched for fact in found if getattr(fact, kind))


def alters_quotation(taken: Iterable[Redline]) -> bool:
    """Say whether words inside a quotation that stands would read otherwise."""
    return any(
        fact.quoted.gone or (fact.quoted.come and in_quotation(redline, change))
        for redline in taken
        for change, fact in zip(redline.changes, facts(redline), strict=True)
    )


def in_quotation(redline: Redline, change: Change) -> bool:
    """Say whether a change lies in a block of which something was quoted before."""
    blocks = edited_blocks(Redline(redline.before, redline.after, (change,)))
    return any(">" in one.break_.path or not SIGNS.isdisjoint(one.text) for one in blocks)


def may_be_editorial(asked: Iterable[Redline]) -> bool:
    """Guess whether all changes are language only: marks, stops, spelling, nothing of weight."""
    listed = list(asked)
    return bool(listed) and all(map(editorial, listed))
