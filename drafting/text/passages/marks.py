"""What becomes of the marks over words, apart from the words."""

from __future__ import annotations

from collections.abc import Sequence

from drafting.text.passages.tokens import Break, Mark, MarkKind, Token

Delta = dict[MarkKind, tuple[str | None, str | None]]
"""Per kind of mark that differs its target before and after; None where there is no such mark."""

ORDER: tuple[MarkKind, ...] = ("link", "strong", "emphasis", "code", "note")


def delta(old: Token, new: Token) -> Delta:
    """What becomes of a token's marks."""
    if old.marks == new.marks:
        return {}
    before = {mark.kind: mark.target for mark in old.marks}
    after = {mark.kind: mark.target for mark in new.marks}
    return {
        kind: (before.get(kind), after.get(kind))
        for kind in ORDER
        if before.get(kind) != after.get(kind)
    }


def agree(one: Delta, two: Delta) -> bool:
    """Whether two changes of one token's marks can both be made."""
    return all(one[kind] == two[kind] for kind in one.keys() & two.keys())


def remarked(token: Token, change: Delta) -> Token:
    """The token with its marks changed; a break stays as it is."""
    if isinstance(token, Break) or not change:
        return token
    targets = {mark.kind: mark.target for mark in token.marks}
    for kind, (_, now) in change.items():
        targets.pop(kind, None)
        if now is not None:
            targets[kind] = now
    marks = tuple(Mark(kind, targets[kind]) for kind in ORDER if kind in targets)
    return Token(token.text, marks, token.kind)


def followed(token: Token, under: Sequence[Delta]) -> Token:
    """A new word with what became of the marks of the words it replaces or stands between.

    It takes a mark that all of them got, and where it bears a mark that any of them bore, what
    became of that.
    """
    change: Delta = {}
    has = {mark.kind: mark.target for mark in token.marks}
    for one in under:
        for kind, (was, now) in one.items():
            if was is None:
                if kind not in has and all(kind in other for other in under):
                    change[kind] = was, now
            elif has.get(kind) == was:
                change[kind] = was, now
    return remarked(token, change)
