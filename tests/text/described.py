"""Passages in words, for case files that anybody can read.

One line for each block: its form, a colon, its words. The form says, from the outside in, in
which quotations and items the block stands, and what it is: `item` opens an item (its bullet or
number after it), `in item` goes on in one. Marks are written around words: `{strong: so}`,
`{link /x: so}`. `⏎` is a hard line break, `¦` the edge of a cell.
"""

from __future__ import annotations

from drafting.text import CELL_EDGE, HARD_BREAK, Block, Passage, Token, item_numbers


def described(passage: Passage) -> str:
    """Say what a passage is."""
    pairs = zip(passage.blocks, item_numbers(passage), strict=True)
    return "\n".join(f"{_form(block, number)}: {_words(block)}" for block, number in pairs)


def _form(block: Block, number: str) -> str:
    break_ = block.break_
    last = break_.path.rfind("-") if break_.is_item else -1
    parts = [
        "in quotation" if sign == ">" else f"item {number or '-'}" if at == last else "in item"
        for at, sign in enumerate(break_.path)
    ]
    if break_.block == "heading":
        parts.append(f"heading {break_.level}")
    elif break_.block == "row":
        parts.append("header" if break_.header else "row")
    elif break_.block == "note":
        parts.append(f"note {break_.number}")
    elif not break_.is_item:
        parts.append("paragraph")
    return ", ".join(parts)


def _words(block: Block) -> str:
    out: list[str] = []
    marks: tuple[object, ...] = ()
    for token in (*block.tokens, Token("")):
        if token.marks != marks:
            out.append("}" * len(marks))
            out.extend(f"{{{mark.kind} {mark.target}".strip() + ": " for mark in token.marks)
            marks = token.marks
        out.append({HARD_BREAK: "⏎", CELL_EDGE: " ¦ "}.get(token.text, token.text))
    return "".join(out)
