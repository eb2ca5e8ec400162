"""Redlines in words, for case files that anybody can read.

[-taken out-] {+put in+} {=same words, other marks or form=}; a moved block stands where it
arrives as {>block<}. A block begins on a new line with what a reader sees of its form: `n.` is
an item that counts on from the one before.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from drafting.text import Break, Merge, Redline, Token, after_ranges, pieces


def marked(redline: Redline) -> str:
    """The changes of a redline, in the order of the new text."""
    out: list[str] = []
    opens, closes = _moves(redline)
    for piece in pieces(redline.before.size, redline.changes):
        out.append("{>" * opens.count(piece.low) if piece.high > piece.low else "")
        if piece.change is None:
            out.append(_words(redline.before.flat[piece.start : piece.end]))
        else:
            change = redline.changes[piece.change]
            out.append(_change(change.kind, change.removed, change.inserted))
        out.append("<}" * closes.count(piece.high) if piece.high > piece.low else "")
    return "".join(out).strip("\n")


def _moves(redline: Redline) -> tuple[list[int], list[int]]:
    ranges = [
        place
        for change, place in zip(redline.changes, after_ranges(redline), strict=True)
        if change.kind == "move"
    ]
    return [low for low, _ in ranges], [high for _, high in ranges]


def _change(kind: str, removed: Sequence[Token], inserted: Sequence[Token]) -> str:
    if kind == "format":
        return "{=" + _words(inserted, marks=True) + "=}"
    old = "[-" + _words(removed) + "-]" if removed else ""
    return old + ("{+" + _words(inserted) + "+}" if inserted else "")


def _words(tokens: Sequence[Token], *, marks: bool = False) -> str:
    said = "".join(_form(t) if isinstance(t, Break) else t.text for t in tokens)
    kinds = sorted({f"{m.kind} {m.target}".strip() for token in tokens for m in token.marks})
    if not marks or isinstance(tokens[0], Break):
        return said
    return f"{said} ({', '.join(kinds) or 'plain'})"


def _form(opening: Break) -> str:
    number = opening.number or ("n." if opening.ordered else "•") if opening.is_item else ""
    indent = "  " * (opening.depth - opening.is_item)
    parts = [">" * opening.quotes, "#" * opening.level, number]
    return "\n" + indent + "".join(part + " " for part in parts if part)


def case(text: str) -> dict[str, str]:
    """The named parts of a case file: what follows each line `--- name`."""
    lines = text.splitlines()
    heads = [k for k, line in enumerate(lines) if line.startswith("--- ")]
    return {
        lines[at][4:].strip(): "\n".join(lines[at + 1 : end]).strip("\n")
        for at, end in pairwise([*heads, len(lines)])
    }


def conflicts(merged: Merge) -> str:
    """A line for each conflict: the base's words, and who wants which instead."""
    return "\n".join(
        f"“{_line(conflict.base)}”: "
        + "; ".join(
            f"{' and '.join(str(n + 1) for n in side.proposals)} → “{_line(side.tokens)}”"
            for side in conflict.sides
        )
        for conflict in merged.conflicts
    )


def _line(tokens: Sequence[Token]) -> str:
    marked_ones = any(token.marks for token in tokens)
    return _words(tokens, marks=marked_ones).replace("\n", "⏎")
