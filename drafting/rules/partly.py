"""What an answer that takes some changes of an amendment says of each of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from drafting.rules.lifecycle import Fate, Outcome

SETTLED: Mapping[str, Outcome] = {
    Fate.FULFILLED: Outcome.FULFILLED,
    Fate.OVERTAKEN: Outcome.OVERTAKEN,
}


def said_of_each(
    letters: Iterable[str], taken: Collection[str], fates: Mapping[str, str]
) -> dict[str, Outcome]:
    """Say of each letter whether it was taken; what was left, by how it stood on the text."""
    return {
        sign: Outcome.ACCEPTED
        if sign in taken
        else SETTLED.get(fates.get(sign, ""), Outcome.REJECTED)
        for sign in letters
    }
