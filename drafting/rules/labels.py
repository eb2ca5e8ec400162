"""Names that people say: A12, A12b, receipt codes."""

from __future__ import annotations

import re

AMENDMENT = re.compile(r"[Aa]([1-9][0-9]{0,6})")
CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 4
HEAD_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
HEAD_SIGNS = 16


def amendment_label(number: int) -> str:
    """Write the number of an amendment: `A12`."""
    return f"A{number}"


def amendment_number(label: str) -> int | None:
    """Read `A12`, in either case; None when it is no such label."""
    found = AMENDMENT.fullmatch(label)
    return int(found[1]) if found else None


def letter(index: int) -> str:
    """Write the place of a change among its fellows: 0 is `a`, 25 is `z`, 26 is `aa`."""
    signs = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        signs = chr(ord("a") + rest) + signs
    return signs


def receipt_code(form_key: str) -> str:
    """Make the short code of a receipt from the form's key (hexadecimal)."""
    number = int(form_key, 16)
    signs = ""
    for _ in range(CODE_LENGTH):
        number, rest = divmod(number, len(CODE_SIGNS))
        signs += CODE_SIGNS[rest]
    return signs


def spoken_head(head: str) -> str:
    """Say the head of a record (hexadecimal) in four groups of four signs: `K7F2 M3QA 9XTB 4CDE`.

    Its first 80 bits in base 32 without look-alikes (no I, L, O, U), to be read aloud.
    """
    number = int(head[: HEAD_SIGNS * 5 // 4], 16)
    signs = [HEAD_ALPHABET[number >> 5 * at & 31] for at in reversed(range(HEAD_SIGNS))]
    return " ".join("".join(signs[at : at + 4]) for at in range(0, HEAD_SIGNS, 4))


def edition_label(number: int, *, final: bool) -> str:
    """Name a published draft as the record and files do, in English: *Rev. 2*."""
    if final:
        return "Final"
    return f"Rev. {number}" if number else "Zero draft"
