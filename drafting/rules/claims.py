"""Whether a change may be language only: the claim held against the words of weight it touches."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from drafting.text import Redline, editorial, facts


class Touched(StrEnum):
    """What makes a change more than language, whatever its author claims: the kinds of a fact."""

    FORCE = "force"
    NEGATION = "negation"
    NUMBER = "numbers"
    NAME = "names"
    QUOTATION = "quoted"


def touched(asked: Iterable[Redline]) -> frozenset[Touched]:
    """Say which words of weight differ between what stood and what is asked."""
    found = [fact for redline in asked for fact in facts(redline)]
    return frozenset(kind for kind in Touched for fact in found if getattr(fact, kind))


def may_be_editorial(asked: Iterable[Redline]) -> bool:
    """Guess whether all changes are language only: marks, stops, spelling, nothing of weight."""
    listed = list(asked)
    return bool(listed) and all(map(editorial, listed))
