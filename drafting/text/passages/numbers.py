"""Numbers of ordered items: which one comes after another, in the same way of counting."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

import regex

_ROMAN = "(?:x{0,3}(?:ix|iv|vi{0,3}|i{1,3})|x{1,3})"
_SUFFIX = r"(?: ?(?:bis|ter|quater|quinquies|sexies|septies|octies)|[a-z])?"
_DIGITS = rf"\d{{1,9}}(?:\.\d{{1,4}}){{0,4}}{_SUFFIX}"
_LOW = rf"{_ROMAN}|(?P<twin>[a-zа-я])(?P=twin)?"
_HIGH = f"{_ROMAN.replace('x', 'X').replace('v', 'V').replace('i', 'I')}|[A-ZА-Я]"
NUMBER = rf"\((?:{_DIGITS}|{_LOW}|{_HIGH})\)|(?:{_DIGITS}|{_LOW})[.)]|(?:{_HIGH})\)"
"""What opens an ordered item: `1.`, `2)`, `(3)`, `1.2.`, `5 bis.`, `(a)`, `iv)`, `(B)`, `C)`.

A capital with a full stop is none: it is more often an initial or the number of a heading.
"""
_NUMBER = regex.compile(NUMBER)
_VALUE = regex.compile(r"(?P<open>\(?)(?P<head>(?:\d+\.)*)(?P<value>\d+|\p{L}+).*?(?P<close>[.)])")
_TENS = ("", "x", "xx", "xxx")
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_NUMERALS = tuple(ten + one for ten in _TENS for one in _ONES)


class Number(NamedTuple):
    """A number as written and the one that counts on from it."""

    label: str
    roman: bool
    """Whether its letters are a Roman numeral; `(i)` may be that or the letter after `(h)`."""

    def following(self) -> Number:
        """The number after this one."""
        return _following(self)


FIRST = Number("1.", False)
"""What a list counts from unless its first item says otherwise."""


def is_number(label: str) -> bool:
    """Whether the reader takes this for the number of an item."""
    return _NUMBER.fullmatch(label) is not None


def counts_alike(one: str, other: str) -> bool:
    """Whether two numbers say the same count: `(3)` and `৩.` do, `3.` and `c)` do not."""
    return count_of(one) == count_of(other)


def count_of(label: str) -> str:
    """What a number says, in whatever digits and between whatever signs."""
    return "".join([str(unicodedata.digit(sign, sign)) for sign in label.strip("(). ")]).lower()


def as_written(label: str) -> Number:
    """Read a number that does not count on; a single letter is Roman only as the first, `i`."""
    value = label.strip("().").lower()
    return Number(label, value in _NUMERALS and (len(value) > 1 or value == "i"))


@lru_cache(maxsize=2_000)
def _following(number: Number) -> Number:
    found = _VALUE.fullmatch(number.label)
    assert found, "only what `is_number` lets through is counted on from"
    opening, head, value, closing = found.groups()
    if value.isdigit():
        zero = chr(ord(value[0]) - int(value[0]))
        digits = "".join(chr(ord(zero) + int(digit)) for digit in str(int(value) + 1))
        value = digits
    elif number.roman:
        value = _cased(_roman_after(value.lower()), value)
    else:
        value = _letter_after(value)
    return Number(f"{opening}{head}{value}{closing}", number.roman)


def _cased(text: str, like: str) -> str:
    return text.upper() if like.isupper() else text


def _roman_after(value: str) -> str:
    at = _NUMERALS.index(value) + 1
    return _NUMERALS[at] if at < len(_NUMERALS) else "i"


def _letter_after(value: str) -> str:
    """The next letter; after the last one of the alphabet the first one twice, as in `(aa)`."""
    if value[0] in "zZяЯ":
        first = {"z": "a", "Z": "A", "я": "а", "Я": "А"}[value[0]]
        return first * (len(value) + 1)
    return chr(ord(value[0]) + 1) * len(value)
