"""What changes touch, in words, for case files that anybody can read: a line for each kind."""

from __future__ import annotations

from collections.abc import Iterator

from drafting.text import Facts, Redline, facts

KINDS = {
    "force": "how strong",
    "negation": "yes or no",
    "numbers": "number",
    "names": "name",
    "quoted": "quoted",
    "reach": "how far",
}


def told(redline: Redline) -> str:
    """The facts of all changes in order; empty when they touch nothing of weight."""
    return "\n".join(line for fact in facts(redline) for line in lines(fact))


def lines(fact: Facts) -> Iterator[str]:
    """What one change touches: `how strong: should → must`, ∅ for nothing."""
    for kind, name in KINDS.items():
        if swap := getattr(fact, kind):
            yield f"{name}: {' '.join(swap.gone) or '∅'} → {' '.join(swap.come) or '∅'}"
